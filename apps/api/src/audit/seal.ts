import { sql } from 'kysely';
import type { ScheduledJob } from '../platform/domain-module.ts';

const batch = 1000;

/** Seals what has happened since the last time into the festivals' hash chains, a batch a transaction. */
export const sealEvents: ScheduledJob = async ({ resources }) => {
  for (;;) {
    const { rows } = await sql<{ sealed: number }>`select lookup.seal_events(${batch}) as sealed`.execute(resources.db);
    if ((rows[0]?.sealed ?? 0) < batch) return;
  }
};
