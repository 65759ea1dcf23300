import type { Role } from '@festivals/domain/identity/roles';
import type { Language, PersonId, SessionId } from '@festivals/domain/primitives';
import type pg from 'pg';
import { v7 } from 'uuid';
import { issueAccessToken } from '../identity/access-token.ts';
import { hashPassword } from '../identity/password.ts';
import type { Resources } from '../platform/context.ts';

export interface NewPerson {
  email?: string;
  name?: string;
  language?: Language;
  superAdmin?: boolean;
  /** Left out, the person has no password and cannot sign in with one. */
  password?: string;
  roles?: readonly { festivalId: string; role: Role }[];
}

export interface SignedInPerson {
  id: PersonId;
  sessionId: SessionId;
  email: string;
  name: string;
  /** Bearer token of the session. */
  token: string;
}

/** Writes a verified person with memberships and a session straight into the database: sixty times as fast as registering. */
export async function signInPerson(
  ownerPool: pg.Pool,
  resources: Resources,
  wanted: NewPerson,
): Promise<SignedInPerson> {
  const [id, sessionId] = [v7() as PersonId, v7() as SessionId];
  const {
    email = `${id}@example.org`,
    name = 'Camille Test',
    language = 'en',
    superAdmin = false,
    roles = [],
  } = wanted;
  const passwordHash = wanted.password === undefined ? null : await hashPassword(wanted.password);
  await ownerPool.query(
    `insert into person (id, email, name, language, super_admin, password_hash, email_verified_at)
     values ($1, $2, $3, $4, $5, $6, now())`,
    [id, email, name, language, superAdmin, passwordHash],
  );
  await ownerPool.query(
    `insert into membership (festival_id, person_id, role) select festival_id, $1, role from jsonb_to_recordset($2) as given(festival_id uuid, role text)`,
    [id, JSON.stringify(roles.map(({ festivalId, role }) => ({ festival_id: festivalId, role })))],
  );
  await ownerPool.query(
    `insert into session (id, person_id, face, expires_at) values ($1, $2, 'office', now() + interval '7 days')`,
    [sessionId, id],
  );
  const { token } = await issueAccessToken(resources.env, { personId: id, sessionId }, resources.clock.now());
  return { id, sessionId, email, name, token };
}
