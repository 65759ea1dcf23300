import type { z } from 'zod';
import type { JobPayload } from './domain-module.ts';
import type { Tx } from './transaction.ts';

/** What the event that a job follows from says of the change. */
export async function told<T extends z.ZodType>(
  tx: Tx,
  { festivalId, eventId }: JobPayload,
  schema: T,
): Promise<z.output<T>> {
  const event = await tx
    .selectFrom('event')
    .select('after')
    .where('festival_id', '=', festivalId)
    .where('id', '=', eventId)
    .executeTakeFirst();
  return schema.parse(event?.after);
}
