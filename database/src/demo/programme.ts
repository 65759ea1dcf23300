import { addDays, instantOnDay } from '@festivals/domain/calendar';
import { artistBio } from './artist-bio.ts';
import type { DemoFestival } from './festivals.ts';
import { currency, zone } from './festivals.ts';
import type { Row } from './insert-rows.ts';
import type { Genre, StagePlan } from './line-up.ts';
import type { Random } from './seeded-random.ts';

export interface ProgrammeRows {
  stages: Row[];
  artists: Row[];
  slots: Row[];
  fees: Row[];
  backToBack: Row[];
}

/** Stages, artists and their sets; a stage stands at the place of the same key, where there is one. */
export function programmeRows(
  random: Random,
  festival: DemoFestival,
  plans: readonly StagePlan[],
  placeIds: ReadonlyMap<string, string>,
  at: Date,
): ProgrammeRows {
  const rows: ProgrammeRows = { stages: [], artists: [], slots: [], fees: [], backToBack: [] };
  for (const [order, plan] of plans.entries()) {
    const stageId = random.id(at);
    const festival_id = festival.id;
    rows.stages.push({
      festival_id,
      id: stageId,
      name: plan.name,
      place_id: placeIds.get(plan.key) ?? null,
      sort_order: order,
      hours: festival.days.map((day) => ({ day, opens: plan.opens, closes: closingTime(plan) })),
    });
    for (const [index, acts] of plan.days.entries()) {
      const day = festival.days[index];
      if (day === undefined) throw new RangeError(`${plan.name} plays on more days than ${festival.name} has.`);
      const times = setTimes(plan, day);
      for (const [set, [name, country, ...genres]] of acts.entries()) {
        const artistId = random.id(at);
        const time = times[set];
        const billing = plan.billing[set];
        if (!time || !billing) throw new RangeError(`${plan.name} has fewer sets than acts.`);
        const bio = artistBio(random, name, country, mainGenre(genres));
        rows.artists.push({
          festival_id,
          id: artistId,
          name,
          slug: slugOf(name),
          country,
          genres,
          bio,
          billing,
          ...known.bySets,
        });
        rows.slots.push({
          festival_id,
          id: random.id(at),
          stage_id: stageId,
          artist_id: artistId,
          day,
          starts_at: time.from,
          ends_at: time.to,
          status: 'CONFIRMED',
          confirmed_at: at,
          changed_at: at,
          ...changeover(plan.pause),
          ...told,
        });
        const fee = fees[billing];
        if (fee !== null) {
          const amount = fee * (8 + (set % 4)) * 1000_00;
          rows.fees.push({ festival_id, artist_id: artistId, version: 1, amount, currency, set_at: at });
        }
      }
    }
  }
  return rows;
}

/** What artists of a billing are paid, roughly, in thousands of euros. */
const fees = { 1: 4.5, 2: 1.2, 3: 0.3, 4: null } as const;

/** How everyone comes to know of an artist. */
const known = {
  bySets: { announcement: 'BY_SETS', reveals_at: null },
  before: { announcement: 'ANNOUNCED', reveals_at: null },
  from: (at: Date) => ({ announcement: 'BY_SETS', reveals_at: at }),
};

const told = { title: null, announcement: 'OPEN', overlays_id: null };

/** Half of a pause sets up, a third of it tears down. */
const changeover = (pause: number) => ({
  setup_minutes: Math.floor(pause / 10) * 5,
  teardown_minutes: Math.floor(pause / 15) * 5,
});

/**
 * What a programme has while it is being made: two who have no set yet, of whom one is announced and one will be, a secret takeover,
 * and a set for nobody knows whom.
 */
export function addWhatIsOpen(rows: ProgrammeRows, random: Random, festival: DemoFestival, at: Date): void {
  const [firstDay = ''] = festival.days;
  const waiting = [
    ['Ninth Ferry', 'IE', 'folk', known.before],
    ['Señora Trueno', 'CO', 'cumbia', known.from(instantOnDay(addDays(firstDay, -10), '18:00', zone))],
  ] as const;
  for (const [name, country, genre, how] of waiting) {
    const bio = artistBio(random, name, country, genre);
    const id = random.id(at);
    const festival_id = festival.id;
    rows.artists.push({ festival_id, id, name, slug: slugOf(name), country, genres: [genre], bio, billing: 4, ...how });
  }
  const [first, second, , fourth] = rows.slots;
  const instant = (row: Row | undefined, column: 'starts_at' | 'ends_at') => {
    const value = row?.[column];
    if (!(value instanceof Date)) throw new RangeError(`${festival.name} has too few sets.`);
    return value.getTime();
  };
  const overlaid = instant(fourth, 'ends_at');
  rows.slots.push({
    ...fourth,
    id: random.id(at),
    artist_id: rows.artists.at(-3)?.['id'],
    starts_at: new Date(overlaid - 20 * 60_000),
    ends_at: new Date(overlaid),
    ...changeover(0),
    ...told,
    announcement: 'SECRET',
    overlays_id: fourth?.['id'],
  });
  rows.slots.push({
    ...first,
    id: random.id(at),
    artist_id: null,
    starts_at: new Date(instant(first, 'ends_at') + 15 * 60_000),
    ends_at: new Date(instant(second, 'starts_at') - 5 * 60_000),
    ...changeover(0),
    status: 'PENDING',
    confirmed_at: null,
    ...told,
    announcement: 'TBA',
  });
  const [opening] = rows.slots;
  const guest = rows.artists.at(-5);
  rows.backToBack.push({
    festival_id: festival.id,
    slot_id: opening?.['id'],
    artist_id: guest?.['id'],
    position: 1,
  });
}

/** When the last set of a stage is over, on the wall. */
function closingTime({ opens, sets, pause }: StagePlan): string {
  const [hours = 0, minutes = 0] = opens.split(':').map(Number);
  const end = hours * 60 + minutes + sets.reduce((sum, length) => sum + length + pause, -pause);
  const two = (part: number) => String(part).padStart(2, '0');
  return `${two(Math.floor(end / 60) % 24)}:${two(end % 60)}`;
}

/** When the sets of a stage begin and end on a festival day, night included. */
function setTimes(plan: StagePlan, day: string): Array<{ from: Date; to: Date }> {
  let minutes = 0;
  const opens = instantOnDay(day, plan.opens, zone).getTime();
  return plan.sets.map((length) => {
    const from = new Date(opens + minutes * 60_000);
    const to = new Date(from.getTime() + length * 60_000);
    minutes += length + plan.pause;
    return { from, to };
  });
}

function mainGenre(genres: readonly Genre[]): Genre {
  const [first] = genres;
  if (first === undefined) throw new RangeError('An act without a genre.');
  return first;
}

/** `Solène Varga` → `solene-varga`; letters of other scripts fall away. */
export const slugOf = (name: string): string =>
  name
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
