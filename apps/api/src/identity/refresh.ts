import type { Input, Output } from '@festivals/contract';
import type * as contract from '@festivals/domain/identity/contract';
import { judgeRefresh, refreshSeconds, type RefreshVerdict } from '@festivals/domain/identity/rules';
import type { Ctx } from '../platform/context.ts';
import { fail } from '../platform/fault.ts';
import { record } from '../platform/record.ts';
import { platform, step, type Tx } from '../platform/transaction.ts';
import { hashToken, successorOf } from './opaque-token.ts';
import { type Carrier, cookieOf, takeBack } from './session-delivery.ts';
import * as sessions from './session-store.ts';
import { signedIn, type StartedSession } from './start-session.ts';

/** Renews a session: its refresh token is replaced, and one that was replaced before ends the whole family. */
export async function refresh(
  ctx: Ctx,
  { body }: Input<typeof contract.refresh>,
): Promise<Output<typeof contract.refresh>> {
  const { token, carrier } = presented(ctx, body.refresh);
  const { verdict, session } = await step(ctx, platform, (tx) => renew(tx, ctx, token));
  if (session && (verdict === 'rotate' || verdict === 'repeat')) return signedIn(ctx, carrier, session);
  if (carrier === 'cookies') takeBack(ctx);
  return fail(verdict === 'expired' ? 'identity.session_expired' : 'identity.session_revoked');
}

/** A cookie is answered by a cookie alone: a script in the page must never come to hold the token. */
function presented(ctx: Ctx, inBody: string | undefined): { token: string; carrier: Carrier } {
  if (inBody !== undefined) return { token: inBody, carrier: 'body' };
  const token = cookieOf(ctx.request, 'refresh');
  return token ? { token, carrier: 'cookies' } : fail('identity.session_expired');
}

async function renew(
  tx: Tx,
  ctx: Ctx,
  token: string,
): Promise<{ verdict: RefreshVerdict; session: StartedSession | null }> {
  const successor = successorOf(ctx.resources.env, token);
  const known = await sessions.lockToken(tx, hashToken(token), hashToken(successor));
  if (!known) return { verdict: 'expired', session: null };
  const now = ctx.clock.now();
  const verdict = judgeRefresh(factsOf(known), now);
  const session = { sessionId: known.session_id, personId: known.person_id, refresh: successor };
  if (verdict === 'rotate') {
    const expiresAt = new Date(now.getTime() + refreshSeconds * 1000);
    await sessions.rotate(tx, {
      hash: hashToken(token),
      successorHash: hashToken(successor),
      sessionId: session.sessionId,
      now,
      expiresAt,
    });
  }
  if (verdict === 'replayed') {
    await sessions.revokeSession(tx, { id: session.sessionId, personId: session.personId }, 'replay', now);
    await record(tx, ctx, {
      name: 'identity.session_replayed',
      subjectId: session.personId,
      after: { sessionId: session.sessionId },
    });
  }
  return { verdict, session };
}

const factsOf = (known: sessions.Renewable) => ({
  session: { revokedAt: instant(known.revoked_at), expiresAt: new Date(known.session_expires_at) },
  token: { usedAt: instant(known.used_at), expiresAt: new Date(known.expires_at) },
  successorUsed: known.successor_used,
});

const instant = (text: string | null) => (text === null ? null : new Date(text));
