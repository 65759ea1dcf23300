import { sql } from 'kysely';
import type { ScheduledJob } from './domain-module.ts';

const batch = 5000;

/** Deletes the answers of keys that are no longer honoured: they hold what people ordered, and were promised for a day. */
export const forgetAnswers: ScheduledJob = async ({ resources }) => {
  for (;;) {
    const { numAffectedRows } = await sql`
      delete from idempotency where ctid = any(array(
        select ctid from idempotency where made_at < now() - interval '24 hours' order by made_at limit ${batch}))`.execute(
      resources.db,
    );
    if (Number(numAffectedRows ?? 0) < batch) return;
  }
};
