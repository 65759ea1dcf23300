import type { Input, Output } from '@festivals/contract';
import type * as contract from '@festivals/domain/identity/contract';
import { type Ctx, personOf } from '../platform/context.ts';
import { fail } from '../platform/fault.ts';
import { record } from '../platform/record.ts';
import { deed, platform } from '../platform/transaction.ts';
import { takeBack } from './session-delivery.ts';
import * as store from './session-store.ts';

/** Where I am signed in. */
export async function listSessions(ctx: Ctx): Promise<Output<typeof contract.listSessions>> {
  const { personId, sessionId } = personOf(ctx);
  const living = await store.livingSessions(ctx.resources.db, personId, ctx.clock.now());
  return living.map(({ id, face, user_agent, started_at, last_seen_at }) => ({
    id,
    face,
    userAgent: user_agent,
    startedAt: started_at,
    lastSeenAt: last_seen_at,
    current: id === sessionId,
  }));
}

/** Ends one session of mine; another's is not found. */
export async function revokeSession(ctx: Ctx, { params }: Input<typeof contract.revokeSession>): Promise<void> {
  const { personId, sessionId } = personOf(ctx);
  await deed(ctx, platform, async (tx) => {
    const isMine = await store.revokeSession(tx, { id: params.sessionId, personId }, 'revoked', ctx.clock.now());
    if (!isMine) fail('general.not_found');
    await record(tx, ctx, {
      name: 'identity.session_revoked',
      subjectId: personId,
      after: { sessionId: params.sessionId },
    });
  });
  if (params.sessionId === sessionId) takeBack(ctx);
}
