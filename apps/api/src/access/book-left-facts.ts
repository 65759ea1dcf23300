import type { FestivalId } from '@festivals/domain/primitives';
import type { ScheduledJob } from '../platform/domain-module.ts';
import { bookFacts } from './book-facts.ts';

const batch = 500;

/** Books what a crash left in the inbox between its arrival and its booking, should the device not come back with it. */
export const bookLeftFacts: ScheduledJob = async (ctx) => {
  const { rows } = await ctx.resources.pool.query<{ festivalId: FestivalId; hash: Buffer }>(
    `select festival_id as "festivalId", hash from lookup.unbooked_scans('1 minute', $1)`,
    [batch],
  );
  for (const [festivalId, facts] of Map.groupBy(rows, (row) => row.festivalId)) {
    await bookFacts(
      ctx,
      festivalId,
      facts.map(({ hash }) => hash),
    );
  }
};
