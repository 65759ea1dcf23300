import { type Ctx, personOf } from '../platform/context.ts';
import { record } from '../platform/record.ts';
import { deed, platform } from '../platform/transaction.ts';
import { takeBack } from './session-delivery.ts';
import * as sessions from './session-store.ts';

/** Ends this session. */
export async function logout(ctx: Ctx): Promise<void> {
  const { personId, sessionId } = personOf(ctx);
  await deed(ctx, platform, async (tx) => {
    await sessions.revokeSession(tx, { id: sessionId, personId }, 'logout', ctx.clock.now());
    await record(tx, ctx, { name: 'identity.signed_out', subjectId: personId, after: { sessionId } });
  });
  takeBack(ctx);
}

/** Ends every session of mine, this one too. */
export async function logoutEverywhere(ctx: Ctx): Promise<void> {
  const { personId } = personOf(ctx);
  await deed(ctx, platform, async (tx) => {
    const ended = await sessions.revokeSessions(tx, personId, 'logout_everywhere', ctx.clock.now());
    await record(tx, ctx, { name: 'identity.signed_out_everywhere', subjectId: personId, after: { sessions: ended } });
  });
  takeBack(ctx);
}
