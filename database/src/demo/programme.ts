import { instantOnDay } from '@festivals/domain/calendar';
import { artistBio } from './artist-bio.ts';
import type { DemoFestival } from './festivals.ts';
import { zone } from './festivals.ts';
import type { Row } from './insert-rows.ts';
import type { Genre, StagePlan } from './line-up.ts';
import type { Random } from './seeded-random.ts';

export interface ProgrammeRows {
  stages: Row[];
  artists: Row[];
  slots: Row[];
}

/** Stages, artists and their sets; a stage stands at the place of the same key, where there is one. */
export function programmeRows(
  random: Random,
  festival: DemoFestival,
  plans: readonly StagePlan[],
  placeIds: ReadonlyMap<string, string>,
  at: Date,
): ProgrammeRows {
  const rows: ProgrammeRows = { stages: [], artists: [], slots: [] };
  for (const [order, plan] of plans.entries()) {
    const stageId = random.id(at);
    const festival_id = festival.id;
    rows.stages.push({
      festival_id,
      id: stageId,
      name: plan.name,
      place_id: placeIds.get(plan.key) ?? null,
      sort_order: order,
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
        rows.artists.push({ festival_id, id: artistId, name, slug: slugOf(name), country, genres, bio, billing });
        rows.slots.push({
          festival_id,
          id: random.id(at),
          stage_id: stageId,
          artist_id: artistId,
          day,
          starts_at: time.from,
          ends_at: time.to,
          status: 'CONFIRMED',
        });
      }
    }
  }
  return rows;
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
