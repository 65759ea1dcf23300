/** The table of people. */
import type { Language, PersonId } from '@festivals/domain/primitives';
import { sql, type Kysely } from 'kysely';
import type { Database } from '@festivals/database';
import type { Tx } from '../platform/transaction.ts';

export interface NewAccount {
  id: PersonId;
  email: string;
  passwordHash: string;
  name: string;
  phone: string | null;
  language: Language;
}

export interface Account {
  id: PersonId;
  email: string;
  name: string;
  phone: string | null;
  language: Language;
  password_hash: string | null;
  email_verified_at: string | null;
  super_admin: boolean;
}

const columns = [
  'id',
  'email',
  'name',
  'phone',
  'language',
  'password_hash',
  'email_verified_at',
  'super_admin',
] as const;

/** The living account of an address or an id. */
export const findAccount = (
  db: Kysely<Database>,
  by: { email: string } | { id: string },
): Promise<Account | undefined> =>
  db
    .selectFrom('person')
    .select(columns)
    .where('deleted_at', 'is', null)
    .where((row) => ('email' in by ? row('email', '=', by.email) : row('id', '=', by.id)))
    .$castTo<Account>()
    .executeTakeFirst();

/** The same, kept from changing until the transaction ends. */
export const lockAccount = (tx: Tx, id: string): Promise<Account | undefined> =>
  tx
    .selectFrom('person')
    .select(columns)
    .where('id', '=', id)
    .where('deleted_at', 'is', null)
    .forUpdate()
    .$castTo<Account>()
    .executeTakeFirst();

/**
 * Writes a new account, or writes an unverified one of that address anew: until someone has shown that the address is
 * theirs, the last to register has it. A verified account stays as it is.
 * @returns whose the address is now, and whether this registration took it
 */
export async function takeAddress(tx: Tx, account: NewAccount): Promise<{ id: PersonId; taken: boolean }> {
  const { rows } = await sql<{ id: PersonId }>`
    insert into person as known (id, email, password_hash, name, phone, language)
    values (${account.id}, ${account.email}, ${account.passwordHash}, ${account.name}, ${account.phone}, ${account.language})
    on conflict on constraint person_email_unique do update
      set password_hash = excluded.password_hash, name = excluded.name, phone = excluded.phone, language = excluded.language
      where known.email_verified_at is null and known.deleted_at is null
    returning id`.execute(tx);
  const [written] = rows;
  if (written) return { id: written.id, taken: true };
  const { id } = await tx
    .selectFrom('person')
    .select('id')
    .where('email', '=', account.email)
    .$castTo<{ id: PersonId }>()
    .executeTakeFirstOrThrow();
  return { id, taken: false };
}

export const setVerified = (tx: Tx, id: string, now: Date) =>
  tx
    .updateTable('person')
    .set({ email_verified_at: sql`coalesce(email_verified_at, ${now}::timestamptz)` })
    .where('id', '=', id)
    .execute();

export const setPassword = (tx: Tx, id: string, passwordHash: string) =>
  tx.updateTable('person').set({ password_hash: passwordHash }).where('id', '=', id).execute();

export const setProfile = (tx: Tx, id: string, profile: { name: string; phone: string | null; language: Language }) =>
  tx.updateTable('person').set(profile).where('id', '=', id).execute();
