import { addDays, instantOf, instantOnDay } from '../calendar.ts';
import type { OpeningHours } from '../places/opening-hours.ts';
import type { DraftSlot, DraftStage } from './contract.ts';

const minute = 60_000;
/** Less than this between two stages, and an artist arrives late. */
export const minutesBetweenStages = 15;

/** What is odd about a set but allowed; `otherId` is the set that it collides with. */
export type Warning =
  | {
      kind: 'pending_overlap' | 'changeover' | 'artist_twice' | 'too_little_time';
      slotId: string;
      otherId: string;
    }
  | { kind: 'outside_festival' | 'outside_hours' | 'takeover_astray'; slotId: string };

type Pair = Extract<Warning, { otherId: string }>['kind'];
type Planned = Pick<
  DraftSlot,
  | 'id'
  | 'stageId'
  | 'artistId'
  | 'withArtistIds'
  | 'day'
  | 'startsAt'
  | 'endsAt'
  | 'status'
  | 'setupMinutes'
  | 'teardownMinutes'
  | 'overlaysId'
>;
/** A set with its times in milliseconds, and when it keeps its stage busy. */
type Timed = { slot: Planned; starts: number; ends: number; busyFrom: number; busyTo: number };
type Festival = { zone: string; cutOff: number; startsOn: string; endsOn: string };

/** What an editor should look at again. Two confirmed sets on one stage at a time are not among it: that is refused. */
export function warnings(
  programme: { slots: readonly Planned[]; stages: readonly Pick<DraftStage, 'id' | 'hours'>[] },
  festival: Festival,
): Warning[] {
  const sets = programme.slots
    .filter(({ status }) => status !== 'CANCELLED')
    .map(timed)
    .toSorted((a, b) => a.starts - b.starts);
  return [
    ...outsideFestival(sets, festival),
    ...outsideHours(sets, programme.stages, festival),
    ...astray(sets),
    ...onStages(sets),
    ...ofArtists(sets),
  ];
}

function timed(slot: Planned): Timed {
  const [starts, ends] = [Date.parse(slot.startsAt), Date.parse(slot.endsAt)];
  return {
    slot,
    starts,
    ends,
    busyFrom: starts - slot.setupMinutes * minute,
    busyTo: ends + slot.teardownMinutes * minute,
  };
}

/** From when to when something is open on a festival day, in milliseconds. What closes before it opens closes the next day. */
export function openingOf(
  { day, opens, closes }: OpeningHours,
  { zone, cutOff }: Pick<Festival, 'zone' | 'cutOff'>,
): { from: number; to: number } {
  const from = instantOnDay(day, opens, zone, cutOff).getTime();
  const to = instantOnDay(day, closes, zone, cutOff).getTime();
  return { from, to: to > from ? to : instantOf(addDays(day, 1), closes, zone).getTime() };
}

function outsideFestival(sets: readonly Timed[], { zone, cutOff, startsOn, endsOn }: Festival): Warning[] {
  const dayBegins = `${String(cutOff).padStart(2, '0')}:00`;
  const from = instantOf(startsOn, dayBegins, zone).getTime();
  const to = instantOf(addDays(endsOn, 1), dayBegins, zone).getTime();
  return sets
    .filter(({ starts, ends }) => starts < from || ends > to)
    .map(({ slot }) => ({ kind: 'outside_festival', slotId: slot.id }));
}

function outsideHours(
  sets: readonly Timed[],
  stages: readonly Pick<DraftStage, 'id' | 'hours'>[],
  festival: Festival,
): Warning[] {
  const open = new Map(
    stages.flatMap(({ id, hours }) => hours.map((one) => [`${id} ${one.day}`, openingOf(one, festival)] as const)),
  );
  return sets.flatMap(({ slot, starts, ends }) => {
    const hours = open.get(`${slot.stageId} ${slot.day}`);
    return hours && (starts < hours.from || ends > hours.to) ? [{ kind: 'outside_hours', slotId: slot.id }] : [];
  });
}

/** Takeovers of what is not there: cancelled, on another stage, at another time. */
function astray(sets: readonly Timed[]): Warning[] {
  const known = new Map(sets.map((set) => [set.slot.id, set]));
  return sets.flatMap(({ slot, starts, ends }) => {
    if (slot.overlaysId === null) return [];
    const under = known.get(slot.overlaysId);
    const meets = under && under.slot.stageId === slot.stageId && starts < under.ends && under.starts < ends;
    return meets ? [] : [{ kind: 'takeover_astray', slotId: slot.id }];
  });
}

function onStages(sets: readonly Timed[]): Warning[] {
  const busy = sets
    .map((set) => ({ set, group: set.slot.stageId, from: set.busyFrom, to: set.busyTo }))
    .toSorted((a, b) => a.from - b.from);
  return collisions(busy)
    .filter(([a, b]) => a.slot.overlaysId !== b.slot.id && b.slot.overlaysId !== a.slot.id)
    .flatMap(([a, b]) => {
      const overlap = a.starts < b.ends && b.starts < a.ends;
      if (!overlap) return both('changeover', a, b);
      return a.slot.status === 'PENDING' || b.slot.status === 'PENDING' ? both('pending_overlap', a, b) : [];
    });
}

function ofArtists(sets: readonly Timed[]): Warning[] {
  const appearances = sets.flatMap((set) =>
    [set.slot.artistId, ...set.slot.withArtistIds].flatMap((artistId) =>
      artistId === null
        ? []
        : [{ set, group: artistId, from: set.starts, to: set.ends + minutesBetweenStages * minute }],
    ),
  );
  const met = new Map(
    collisions(appearances)
      .filter(([a, b]) => a.slot.stageId !== b.slot.stageId)
      .map(([a, b]) => [`${a.slot.id} ${b.slot.id}`, [a, b] as const]),
  );
  return [...met.values()].flatMap(([a, b]) => both(b.starts < a.ends ? 'artist_twice' : 'too_little_time', a, b));
}

const both = (kind: Pair, a: Timed, b: Timed): Warning[] => [
  { kind, slotId: a.slot.id, otherId: b.slot.id },
  { kind, slotId: b.slot.id, otherId: a.slot.id },
];

/** Pairs of one group that have a moment in common, the earlier first. @param spans by their beginning */
function collisions(spans: readonly { set: Timed; group: string; from: number; to: number }[]): [Timed, Timed][] {
  const pairs: [Timed, Timed][] = [];
  for (const members of Map.groupBy(spans, ({ group }) => group).values()) {
    let lasting: typeof members = [];
    for (const span of members) {
      lasting = lasting.filter(({ to }) => span.from < to);
      for (const earlier of lasting) pairs.push([earlier.set, span.set]);
      lasting.push(span);
    }
  }
  return pairs;
}

/** The address of an artist: the name in small Latin letters as far as it has them, with a number where another has it. */
export function artistSlug(name: string, isTaken: (slug: string) => boolean): string {
  const plain = name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replaceAll('ø', 'o')
    .replaceAll('ł', 'l')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replaceAll(/^-+|-+$/g, '');
  const base = plain === '' ? 'artist' : plain;
  for (let number = 1; ; number += 1) {
    const slug = number === 1 ? base : `${base}-${number}`;
    if (!isTaken(slug)) return slug;
  }
}
