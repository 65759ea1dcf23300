import { festivalDay, sameTimeLater, spanLater } from '@festivals/domain/calendar';
import { hoursLater } from '../festival/hours-later.ts';
import type { CopiedTable, Move, Row } from '../platform/copied-table.ts';

/** Stages and artists go along; sets do where they are wanted, each to be confirmed anew. */
export const copiedProgramme: readonly CopiedTable[] = [
  {
    table: 'stage',
    thing: 'stages',
    after: ['place'],
    adapt: (row, move) => ({
      ...hoursLater(row, move),
      place_id: move.kept(row['place_id']) === null ? null : row['place_id'],
    }),
  },
  // What an artist is paid is agreed anew, and who comes is announced anew.
  {
    table: 'artist',
    thing: 'artists',
    after: ['picture'],
    adapt: (row, { kept }) => ({
      ...row,
      picture_id: kept(row['picture_id']) === null ? null : row['picture_id'],
      announcement: 'BY_SETS',
      reveals_at: null,
    }),
  },
  { table: 'slot', thing: 'slots', after: ['stage', 'artist'], adapt: slotLater },
  {
    table: 'slot_artist',
    thing: null,
    after: ['slot', 'artist'],
    adapt: (row, { kept }) => (kept(row['slot_id']) === null ? null : row),
  },
];

function slotLater(row: Row, { days, zone, cutOff }: Move): Row | null {
  if (row['status'] === 'CANCELLED') return null;
  const span = { startsAt: new Date(String(row['starts_at'])), endsAt: new Date(String(row['ends_at'])) };
  const { startsAt, endsAt } = spanLater(span, days, zone);
  return {
    ...row,
    // In a night in which the clock changes a set may come to begin on the other side of the hour at which days end.
    day: festivalDay(startsAt, zone, cutOff),
    starts_at: startsAt.toISOString(),
    ends_at: endsAt.toISOString(),
    status: 'PENDING',
    // One that plays over another plays for itself until somebody says so again.
    overlays_id: null,
    confirmed_at: null,
    cancelled_at: null,
    reveals_at:
      typeof row['reveals_at'] === 'string'
        ? sameTimeLater(new Date(row['reveals_at']), days, zone).toISOString()
        : null,
  };
}
