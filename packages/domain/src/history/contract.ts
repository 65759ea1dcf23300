import { page, PageQuery, route } from '@festivals/contract';
import { z } from 'zod';
import { InFestival, Instant } from '../primitives.ts';

/** What was done to one record: who, when, and what it was before and after, as far as that was written down. */
export const RecordChange = z
  .object({
    id: z.uuid(),
    at: Instant,
    /** What happened, `programme.stage_changed`. */
    name: z.string(),
    /** Whoever did it; null for what nobody did in person. */
    by: z.string().nullable(),
    before: z.unknown(),
    after: z.unknown(),
  })
  .meta({ id: 'RecordChange' });
export type RecordChange = z.infer<typeof RecordChange>;

export const recordHistory = route({
  method: 'GET',
  path: '/festivals/:festivalId/records/:recordId/history',
  permission: 'festival.read',
  summary: 'What was done to one record, newest first, of what the caller may change or audit',
  params: InFestival.extend({ recordId: z.uuid() }),
  query: PageQuery,
  response: page(RecordChange),
});
