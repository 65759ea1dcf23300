import { addDays, spanLater } from '@festivals/domain/calendar';
import type { CopiedTable, Move, Row } from '../platform/copied-table.ts';

/** Stages and artists go along; sets do where they are wanted, each to be confirmed anew. */
export const copiedProgramme: readonly CopiedTable[] = [
  {
    table: 'stage',
    thing: 'stages',
    after: ['place'],
    adapt: (row, { kept }) => ({ ...row, place_id: kept(row['place_id']) === null ? null : row['place_id'] }),
  },
  { table: 'artist', thing: 'artists', after: [], adapt: (row) => row },
  { table: 'slot', thing: 'slots', after: ['stage', 'artist'], adapt: slotLater },
];

function slotLater(row: Row, { days, zone }: Move): Row | null {
  if (row['status'] === 'CANCELLED') return null;
  const span = { startsAt: new Date(String(row['starts_at'])), endsAt: new Date(String(row['ends_at'])) };
  const { startsAt, endsAt } = spanLater(span, days, zone);
  return {
    ...row,
    day: addDays(String(row['day']), days),
    starts_at: startsAt.toISOString(),
    ends_at: endsAt.toISOString(),
    status: 'PENDING',
  };
}
