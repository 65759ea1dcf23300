import { festivalDay } from '../calendar.ts';
import type { ProgrammeDraft } from './contract.ts';
import { overlap } from './times.ts';

type Slot = ProgrammeDraft['slots'][number];

const minute = 60_000;
/** Less than this between two stages, and an artist arrives late. */
export const minutesBetweenStages = 15;

/** What is odd about a set but allowed; `otherId` is the set that it collides with. */
export type Warning =
  | { kind: 'pending_overlap' | 'artist_twice' | 'too_little_time'; slotId: string; otherId: string }
  | { kind: 'outside_festival'; slotId: string };

/** What an editor should look at again. Two confirmed sets on one stage at a time are not among it: that is refused. */
export function warnings(
  programme: Pick<ProgrammeDraft, 'slots'>,
  festival: { zone: string; startsOn: string; endsOn: string },
): Warning[] {
  const slots = programme.slots
    .filter(({ status }) => status !== 'CANCELLED')
    .toSorted((a, b) => Date.parse(a.startsAt) - Date.parse(b.startsAt));
  return [
    ...slots
      .filter((slot) => isOutside(slot, festival))
      .map(({ id }) => ({ kind: 'outside_festival' as const, slotId: id })),
    ...onStages(slots),
    ...ofArtists(slots),
  ];
}

function isOutside(slot: Slot, { zone, startsOn, endsOn }: { zone: string; startsOn: string; endsOn: string }) {
  const lastMoment = new Date(Date.parse(slot.endsAt) - 1);
  return festivalDay(new Date(slot.startsAt), zone) < startsOn || festivalDay(lastMoment, zone) > endsOn;
}

function onStages(slots: readonly Slot[]): Warning[] {
  return neighbours(slots, ({ stageId }) => stageId, 0)
    .filter(([a, b]) => a.status === 'PENDING' || b.status === 'PENDING')
    .flatMap(([a, b]) => both('pending_overlap', a, b));
}

function ofArtists(slots: readonly Slot[]): Warning[] {
  return neighbours(slots, ({ artistId }) => artistId, minutesBetweenStages * minute)
    .filter(([a, b]) => a.stageId !== b.stageId)
    .flatMap(([a, b]) => both(overlap(a, b) ? 'artist_twice' : 'too_little_time', a, b));
}

const both = (kind: 'pending_overlap' | 'artist_twice' | 'too_little_time', a: Slot, b: Slot): Warning[] => [
  { kind, slotId: a.id, otherId: b.id },
  { kind, slotId: b.id, otherId: a.id },
];

/** Pairs of one group of which the later starts before the earlier has been over for so long. @param slots by their start */
function neighbours(slots: readonly Slot[], groupOf: (slot: Slot) => string | null, margin: number): [Slot, Slot][] {
  const pairs: [Slot, Slot][] = [];
  for (const [group, members] of Map.groupBy(slots, groupOf)) {
    if (group === null) continue;
    let playing: Slot[] = [];
    for (const slot of members) {
      const starts = Date.parse(slot.startsAt);
      playing = playing.filter((earlier) => starts < Date.parse(earlier.endsAt) + margin);
      for (const earlier of playing) pairs.push([earlier, slot]);
      playing.push(slot);
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
