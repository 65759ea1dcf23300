import { instantOnDay } from '@festivals/domain/calendar';
import type { Festival } from '@festivals/domain/festival/contract';
import type { NewSlot, ProgrammeDraft } from '@festivals/domain/programme/contract';
import type { z } from 'zod';

/** What a new set begins as: an hour of the evening on the first stage. */
export const newSet = (
  { stages }: Pick<ProgrammeDraft, 'stages'>,
  { zone }: Festival,
  day: string,
): z.output<typeof NewSlot> => ({
  stageId: stages[0]?.id ?? '',
  artistId: null,
  withArtistIds: [],
  title: null,
  startsAt: instantOnDay(day, '20:00', zone).toISOString(),
  endsAt: instantOnDay(day, '21:00', zone).toISOString(),
  status: 'PENDING',
  announcement: 'OPEN',
  revealsAt: null,
  setupMinutes: 0,
  teardownMinutes: 0,
  overlaysId: null,
});
