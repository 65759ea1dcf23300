/** Sessions and the refresh tokens of their families. */
import type { PersonId, SessionId } from '@festivals/domain/primitives';
import type { Database } from '@festivals/database';
import { sql, type Kysely } from 'kysely';
import type { Face } from '../platform/context.ts';
import type { Tx } from '../platform/transaction.ts';

export type RevocationReason =
  | 'logout'
  | 'logout_everywhere'
  | 'revoked'
  | 'password_reset'
  | 'password_changed'
  | 'replay'
  | 'account_deleted';

export interface NewSession {
  id: SessionId;
  personId: PersonId;
  face: Face;
  userAgent: string | null;
  now: Date;
  expiresAt: Date;
}

export const insertSession = (tx: Tx, session: NewSession) =>
  tx
    .insertInto('session')
    .values({
      id: session.id,
      person_id: session.personId,
      face: session.face,
      user_agent: session.userAgent,
      started_at: session.now,
      last_seen_at: session.now,
      expires_at: session.expiresAt,
    })
    .execute();

export interface Renewable {
  session_id: SessionId;
  person_id: PersonId;
  face: Face;
  revoked_at: string | null;
  session_expires_at: string;
  used_at: string | null;
  expires_at: string;
  successor_used: boolean;
}

/** A refresh token with its session, both locked: of two renewals at once the second sees what the first did. */
export async function lockToken(tx: Tx, hash: Buffer, successorHash: Buffer): Promise<Renewable | undefined> {
  const locked = await tx
    .selectFrom('refresh_token as t')
    .innerJoin('session as s', 's.id', 't.session_id')
    .innerJoin('person as p', 'p.id', 's.person_id')
    .select([
      's.id as session_id',
      's.person_id',
      's.face',
      's.revoked_at',
      's.expires_at as session_expires_at',
      't.used_at',
      't.expires_at',
    ])
    .where('t.hash', '=', hash)
    .where('p.deleted_at', 'is', null)
    .forUpdate(['t', 's'])
    .$castTo<Omit<Renewable, 'successor_used'>>()
    .executeTakeFirst();
  if (!locked) return undefined;
  const successor = await tx
    .selectFrom('refresh_token')
    .select('used_at')
    .where('hash', '=', successorHash)
    .executeTakeFirst();
  return { ...locked, successor_used: successor?.used_at != null };
}

export const insertToken = (tx: Tx, token: { hash: Buffer; sessionId: string; now: Date; expiresAt: Date }) =>
  tx
    .insertInto('refresh_token')
    .values({ hash: token.hash, session_id: token.sessionId, issued_at: token.now, expires_at: token.expiresAt })
    .execute();

/** Puts the successor in the place of a token, and lets the session live on. */
export async function rotate(
  tx: Tx,
  {
    hash,
    successorHash,
    sessionId,
    now,
    expiresAt,
  }: { hash: Buffer; successorHash: Buffer; sessionId: string; now: Date; expiresAt: Date },
): Promise<void> {
  await tx.updateTable('refresh_token').set({ used_at: now }).where('hash', '=', hash).execute();
  await insertToken(tx, { hash: successorHash, sessionId, now, expiresAt });
  await tx
    .updateTable('session')
    .set({ last_seen_at: now, expires_at: expiresAt })
    .where('id', '=', sessionId)
    .execute();
}

/** Ends one session of a person; says whether there was one to end. */
export async function revokeSession(
  tx: Tx,
  session: { id: string; personId: string },
  because: RevocationReason,
  now: Date,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('session')
    .set({ revoked_at: now, revoked_because: because })
    .where('id', '=', session.id)
    .where('person_id', '=', session.personId)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Ends every session of a person; says how many. */
export async function revokeSessions(tx: Tx, personId: string, because: RevocationReason, now: Date): Promise<number> {
  const { numUpdatedRows } = await tx
    .updateTable('session')
    .set({ revoked_at: now, revoked_because: because })
    .where('person_id', '=', personId)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  return Number(numUpdatedRows);
}

/** Living sessions, the last used first. */
export const livingSessions = (db: Kysely<Database>, personId: string, now: Date) =>
  db
    .selectFrom('session')
    .select(['id', 'face', 'user_agent', 'started_at', 'last_seen_at'])
    .where('person_id', '=', personId)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', now.toISOString())
    .orderBy('last_seen_at', 'desc')
    .orderBy('id')
    .$castTo<{ id: SessionId; face: Face; user_agent: string | null; started_at: string; last_seen_at: string }>()
    .execute();

/** Forgets what no rule reads any more: a token that expired a week ago would be refused whatever it was. */
export async function sweep(tx: Tx): Promise<void> {
  await sql`delete from refresh_token where expires_at < now() - interval '7 days'`.execute(tx);
  await sql`delete from one_time_token where expires_at < now() - interval '7 days'`.execute(tx);
  await sql`delete from login_attempt where at < now() - interval '1 day'`.execute(tx);
}

/** When a session was signed in. */
export async function sessionStart(db: Kysely<Database>, id: string): Promise<Date | null> {
  const found = await db
    .selectFrom('session')
    .select('started_at')
    .where('id', '=', id)
    .$castTo<{ started_at: string }>()
    .executeTakeFirst();
  return found ? new Date(found.started_at) : null;
}

/** Ends every session of a person but the one that asks; says how many. */
export async function revokeOtherSessions(
  tx: Tx,
  { personId, sessionId }: { personId: string; sessionId: string },
  because: RevocationReason,
  now: Date,
): Promise<number> {
  const { numUpdatedRows } = await tx
    .updateTable('session')
    .set({ revoked_at: now, revoked_because: because })
    .where('person_id', '=', personId)
    .where('id', '<>', sessionId)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  return Number(numUpdatedRows);
}
