/** The table of linked identities, and accounts as a provider opens them. */
import type { Language, PersonId } from '@festivals/domain/primitives';
import type { Database } from '@festivals/database';
import { sql, type Kysely } from 'kysely';
import { v7 } from 'uuid';
import type { Tx } from '../../platform/transaction.ts';

interface Key {
  issuer: string;
  subject: string;
}

/** One sign-in of an identity at a time: of two that come back at once, the second finds what the first has made. */
export const lockIdentity = (tx: Tx, { issuer, subject }: Key) =>
  sql`select pg_advisory_xact_lock(hashtextextended(${`${issuer} ${subject}`}, 3))`.execute(tx);

/** Whose identity it is; null for nobody's. */
export async function personOfIdentity(tx: Tx, { issuer, subject }: Key): Promise<PersonId | null> {
  const found = await tx
    .selectFrom('linked_identity as i')
    .innerJoin('person as p', 'p.id', 'i.person_id')
    .select('i.person_id')
    .where('i.issuer', '=', issuer)
    .where('i.subject', '=', subject)
    .where('p.deleted_at', 'is', null)
    .$castTo<{ person_id: PersonId }>()
    .executeTakeFirst();
  return found?.person_id ?? null;
}

export const insertIdentity = (
  tx: Tx,
  identity: Key & { personId: string; provider: string; email: string | null; now: Date },
) =>
  tx
    .insertInto('linked_identity')
    .values({
      id: v7(),
      person_id: identity.personId,
      provider: identity.provider,
      issuer: identity.issuer,
      subject: identity.subject,
      email: identity.email,
      linked_at: identity.now,
      used_at: identity.now,
    })
    .execute();

export const touchIdentity = (tx: Tx, { issuer, subject }: Key, now: Date) =>
  tx
    .updateTable('linked_identity')
    .set({ used_at: now })
    .where('issuer', '=', issuer)
    .where('subject', '=', subject)
    .execute();

/**
 * Opens an account for an address that a provider vouches for. One of that address that nobody ever verified becomes it,
 * emptied: its password and name are of somebody who could not show that the address is theirs.
 * @returns null when a verified account has the address
 */
export async function openVerified(
  tx: Tx,
  account: { id: PersonId; email: string; name: string; language: Language; now: Date },
): Promise<PersonId | null> {
  const { rows } = await sql<{ id: PersonId }>`
    insert into person as known (id, email, name, language, email_verified_at)
    values (${account.id}, ${account.email}, ${account.name}, ${account.language}, ${account.now})
    on conflict on constraint person_email_unique do update
      set password_hash = null, name = excluded.name, phone = null, language = excluded.language,
        email_verified_at = excluded.email_verified_at
      where known.email_verified_at is null and known.deleted_at is null
    returning id`.execute(tx);
  return rows[0]?.id ?? null;
}

export const identitiesOf = (db: Kysely<Database>, personId: string) =>
  db
    .selectFrom('linked_identity')
    .select(['id', 'provider', 'issuer', 'email', 'linked_at', 'used_at'])
    .where('person_id', '=', personId)
    .orderBy('linked_at')
    .orderBy('id')
    .$castTo<{
      id: string;
      provider: string;
      issuer: string;
      email: string | null;
      linked_at: string;
      used_at: string;
    }>()
    .execute();

export const deleteIdentity = (tx: Tx, id: string) => tx.deleteFrom('linked_identity').where('id', '=', id).execute();

/** Takes every linked identity from an account; says how many. */
export async function deleteIdentities(tx: Tx, personId: string): Promise<number> {
  const { numDeletedRows } = await tx
    .deleteFrom('linked_identity')
    .where('person_id', '=', personId)
    .executeTakeFirst();
  return Number(numDeletedRows);
}
