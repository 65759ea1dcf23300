/** What identity holds about people: how it is copied for them, and what becomes of it when they go. */
import { sql } from 'kysely';
import type { PersonalPart, Who } from '../platform/personal-part.ts';
import type { Tx } from '../platform/transaction.ts';

/** Nobody can have this address, and no two people who went have the same. */
const erasedAddress = sql`'erased-' || id || '@erased.invalid'`;

const inPlatform: PersonalPart[] = [
  {
    name: 'account',
    in: 'platform',
    tables: ['person'],
    read: (tx, { id }) =>
      tx
        .selectFrom('person')
        .select(['id', 'email', 'name', 'phone', 'language', 'super_admin', 'email_verified_at', 'created_at'])
        .where('id', '=', id)
        .execute(),
    erase: (tx: Tx, { id }: Who) =>
      tx
        .updateTable('person')
        .set({
          email: sql<string>`${erasedAddress}`,
          name: '–',
          phone: null,
          password_hash: null,
          super_admin: false,
          deleted_at: sql<string>`now()`,
        })
        .where('id', '=', id)
        .execute(),
  },
  {
    name: 'sessions',
    in: 'platform',
    tables: ['session', 'refresh_token'],
    read: (tx, { id }) =>
      tx
        .selectFrom('session')
        .select(['id', 'face', 'user_agent', 'started_at', 'last_seen_at', 'expires_at', 'revoked_at'])
        .where('person_id', '=', id)
        .orderBy('started_at')
        .orderBy('id')
        .execute(),
    erase: async (tx: Tx, { id }: Who) => {
      const mine = tx.selectFrom('session').select('id').where('person_id', '=', id);
      await tx.deleteFrom('refresh_token').where('session_id', 'in', mine).execute();
      await tx.deleteFrom('session').where('person_id', '=', id).execute();
    },
  },
  {
    name: 'linkedProviders',
    in: 'platform',
    tables: ['linked_identity'],
    read: (tx, { id }) =>
      tx
        .selectFrom('linked_identity')
        .select(['provider', 'issuer', 'subject', 'email', 'linked_at', 'used_at'])
        .where('person_id', '=', id)
        .execute(),
    erase: (tx: Tx, { id }: Who) => tx.deleteFrom('linked_identity').where('person_id', '=', id).execute(),
  },
  {
    name: 'addressChange',
    in: 'platform',
    tables: ['email_change', 'one_time_token'],
    read: (tx, { id }) =>
      tx
        .selectFrom('email_change')
        .select(['new_email', 'asked_at', 'expires_at'])
        .where('person_id', '=', id)
        .execute(),
    erase: async (tx: Tx, { id }: Who) => {
      await tx.deleteFrom('email_change').where('person_id', '=', id).execute();
      await tx.deleteFrom('one_time_token').where('person_id', '=', id).execute();
    },
  },
  {
    name: 'whatHappenedToTheAccount',
    in: 'platform',
    tables: ['event'],
    read: (tx, { id }) =>
      tx
        .selectFrom('event')
        .select(['at', 'name', 'before', 'after'])
        .where('festival_id', '=', sql<string>`current_festival()`)
        .where('subject_id', '=', id)
        .orderBy('seq')
        .execute(),
  },
];

const inFestivals: PersonalPart[] = [
  {
    name: 'roles',
    in: 'festivals',
    tables: ['membership'],
    read: (tx, { id }) =>
      tx.selectFrom('membership').select(['role', 'since', 'ends_at']).where('person_id', '=', id).execute(),
    erase: (tx: Tx, { id }: Who) => tx.deleteFrom('membership').where('person_id', '=', id).execute(),
  },
  {
    name: 'invitations',
    in: 'festivals',
    tables: ['invitation'],
    read: (tx, { id, email }) =>
      tx
        .selectFrom('invitation')
        .select(['email', 'role', 'sent_at', 'accepted_at', 'revoked_at'])
        .where((row) => row.or([row('accepted_by', '=', id), row('email', '=', email)]))
        .execute(),
    erase: (tx: Tx, { id, email }: Who) =>
      tx
        .updateTable('invitation')
        .set({
          email: sql<string>`${erasedAddress}`,
          token_hash: null,
          revoked_at: sql<string>`case when accepted_at is null then coalesce(revoked_at, now()) end`,
        })
        .where((row) => row.or([row('accepted_by', '=', id), row('email', '=', email)]))
        .execute(),
  },
  {
    name: 'volunteering',
    in: 'festivals',
    tables: ['volunteer'],
    read: (tx, { email }) =>
      tx
        .selectFrom('volunteer')
        .select(['email', 'name', 'crew', 'phone', 'created_at'])
        .where('email', '=', email)
        .execute(),
    erase: (tx: Tx, { email }: Who) => tx.deleteFrom('volunteer').where('email', '=', email).execute(),
  },
  {
    name: 'whatIDid',
    in: 'festivals',
    // The trail is sealed: nobody can change it, and of who is gone it says an id that leads to no one.
    tables: ['event'],
    read: (tx, { id }) =>
      tx
        .selectFrom('event')
        .select(['at', 'name', 'subject_id', 'before', 'after'])
        .where('festival_id', '=', sql<string>`current_festival()`)
        .where('actor_kind', '=', 'person')
        .where('actor_id', '=', id)
        .orderBy('seq')
        .execute(),
  },
];

/** Roles go before the account does: a festival's last organiser is refused by them. */
export const identityParts: readonly PersonalPart[] = [...inFestivals, ...inPlatform];
