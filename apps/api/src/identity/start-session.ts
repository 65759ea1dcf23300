import type { SignedIn } from '@festivals/domain/identity/contract';
import { refreshSeconds } from '@festivals/domain/identity/rules';
import type { PersonId, SessionId } from '@festivals/domain/primitives';
import { v7 } from 'uuid';
import type { Ctx } from '../platform/context.ts';
import type { Tx } from '../platform/transaction.ts';
import { issueAccessToken } from './access-token.ts';
import { describeMe } from './me.ts';
import { hashToken, newToken } from './opaque-token.ts';
import { type Carrier, deliver } from './session-delivery.ts';
import * as sessions from './session-store.ts';

export interface StartedSession {
  sessionId: SessionId;
  personId: PersonId;
  refresh: string;
}

/** Opens a session and the first token of its family. Callers that name no face are API clients, filed under the app. */
export async function startSession(tx: Tx, ctx: Ctx, personId: PersonId): Promise<StartedSession> {
  const now = ctx.clock.now();
  const expiresAt = new Date(now.getTime() + refreshSeconds * 1000);
  // uuid's v7 is typed as any text; it is the id of the session made here.
  const sessionId = v7() as SessionId;
  const { userAgent, face } = ctx.request;
  await sessions.insertSession(tx, { id: sessionId, personId, face: face ?? 'app', userAgent, now, expiresAt });
  const refresh = newToken();
  await sessions.insertToken(tx, { hash: hashToken(refresh), sessionId, now, expiresAt });
  return { sessionId, personId, refresh };
}

/** Hands a session's tokens over and says who signed in. */
export async function signedIn(ctx: Ctx, carrier: Carrier, session: StartedSession): Promise<SignedIn> {
  const access = await issueAccessToken(ctx.resources.env, session, ctx.clock.now());
  return { me: await describeMe(ctx, session.personId), tokens: deliver(ctx, carrier, access, session.refresh) };
}
