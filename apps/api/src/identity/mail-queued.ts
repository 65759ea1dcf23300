import { FestivalId } from '@festivals/domain/primitives';
import type { ScheduledJob } from '../platform/domain-module.ts';
import { record } from '../platform/record.ts';
import { step } from '../platform/transaction.ts';
import { takeFromQueue } from './invitation-store.ts';

/** How many invitations of an import leave at once, and how often: a mail server takes hundreds in one go for spam. */
export const mailedAtOnce = 10;
export const mailEverySeconds = 5;

/** Lets the next invitations of the queue go: each becomes an event, from which its mail follows with all its retries. */
export const mailQueued: ScheduledJob = async (ctx) => {
  const { rows } = await ctx.resources.pool.query<{ festival_id: string; id: string }>(
    'select festival_id, id from lookup.queued_invitations($1)',
    [mailedAtOnce],
  );
  for (const { festival_id, id } of rows) {
    await step(ctx, FestivalId.parse(festival_id), async (tx) => {
      const role = await takeFromQueue(tx, id, ctx.clock.now());
      if (role) await record(tx, ctx, { name: 'identity.member_invited', subjectId: id, after: { role } });
    });
  }
};
