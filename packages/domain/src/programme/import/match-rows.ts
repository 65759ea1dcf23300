import { festivalDay } from '../../calendar.ts';
import type { DraftSlot, ProgrammeDraft } from '../contract.ts';
import { fold } from './clean-text.ts';
import type { Refuse } from './plan.ts';
import type { ReadRow } from './read-row.ts';

const uuid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/;

/** Our own id in what a row calls itself: a calendar's ends with the festival's. */
export const ownId = (id: string) => {
  const own = id.toLowerCase().split('@')[0] ?? '';
  return uuid.test(own) ? own : null;
};

interface Matched {
  row: ReadRow;
  before: DraftSlot | null;
}

/** Which set each row is: by our id, by the id that its source gave it, else by artist, day and stage. */
export function matchRows(
  rows: readonly ReadRow[],
  programme: ProgrammeDraft,
  known: ReadonlyMap<string, string>,
  { zone, cutOff }: { zone: string; cutOff: number },
  refuse: Refuse,
): Matched[] {
  const slots = new Map(programme.slots.map((slot) => [slot.id, slot]));
  const taken = new Map<string, number>();
  const byId = new Map<ReadRow, DraftSlot | 'refused'>();
  for (const row of rows) {
    if (row.id === null) continue;
    const slot = slots.get(ownId(row.id) ?? '') ?? slots.get(known.get(row.id) ?? '');
    if (slot === undefined) continue;
    const twin = taken.get(slot.id);
    if (twin === undefined) byId.set(row, slot);
    else {
      byId.set(row, 'refused');
      refuse(row.line, 'duplicate', String(twin), row);
    }
    taken.set(slot.id, twin ?? row.line);
  }
  const stageNames = new Map(programme.stages.map(({ id, name }) => [id, fold(name)]));
  const artistNames = new Map(programme.artists.map(({ id, name }) => [id, fold(name)]));
  const keyOf = (name: string, day: string, stage: string) => `${name} | ${day} | ${stage}`;
  const byName = Map.groupBy(
    programme.slots.filter(({ id }) => !taken.has(id)),
    ({ artistId, title, day, stageId }) =>
      keyOf(artistNames.get(artistId ?? '') ?? fold(title ?? ''), day, stageNames.get(stageId) ?? ''),
  );
  return rows.flatMap((row): Matched[] => {
    const found = byId.get(row);
    if (found === 'refused') return [];
    if (found) return [{ row, before: found }];
    if (row.startsAt === undefined || row.stage === undefined) return [{ row, before: null }];
    const name = fold(row.artist ?? row.title ?? '');
    const alike = byName.get(keyOf(name, festivalDay(new Date(row.startsAt), zone, cutOff), fold(row.stage))) ?? [];
    const free = alike.filter(({ id }) => !taken.has(id));
    const before = free.find(({ startsAt }) => Date.parse(startsAt) === row.startsAt) ?? free[0] ?? null;
    if (before) taken.set(before.id, row.line);
    return [{ row, before }];
  });
}
