/** The table of addresses that shall replace another. */
import type { Database } from '@festivals/database';
import { sql, type Kysely } from 'kysely';
import type { Tx } from '../platform/transaction.ts';
import { voidTokens } from './one-time-token.ts';

export interface StoredEmailChange {
  new_email: string;
  expires_at: string;
  old_confirmed_at: string | null;
  new_confirmed_at: string | null;
}

const columns = ['new_email', 'expires_at', 'old_confirmed_at', 'new_confirmed_at'] as const;

/** The change that a person has asked for and that is not too old. */
export const findEmailChange = (
  db: Kysely<Database>,
  personId: string,
  now: Date,
): Promise<StoredEmailChange | undefined> =>
  db
    .selectFrom('email_change')
    .select(columns)
    .where('person_id', '=', personId)
    .where('expires_at', '>', now.toISOString())
    .$castTo<StoredEmailChange>()
    .executeTakeFirst();

/** Writes a change; one asked for before is void, with its mails. */
export async function putEmailChange(
  tx: Tx,
  change: { personId: string; email: string; now: Date; expiresAt: Date },
): Promise<void> {
  await dropEmailChange(tx, change.personId);
  await tx
    .insertInto('email_change')
    .values({
      person_id: change.personId,
      new_email: change.email,
      asked_at: change.now,
      expires_at: change.expiresAt,
    })
    .execute();
}

export async function confirmSide(
  tx: Tx,
  personId: string,
  side: 'old_confirmed_at' | 'new_confirmed_at',
  now: Date,
): Promise<StoredEmailChange | undefined> {
  return tx
    .updateTable('email_change')
    .set({ [side]: now })
    .where('person_id', '=', personId)
    .where('expires_at', '>', now.toISOString())
    .returning(columns)
    .$castTo<StoredEmailChange>()
    .executeTakeFirst();
}

/** Forgets a change, and voids its mails; says whether there was one. */
export async function dropEmailChange(tx: Tx, personId: string): Promise<boolean> {
  for (const purpose of ['email_old', 'email_new'] as const) await voidTokens(tx, personId, purpose);
  const { numDeletedRows } = await tx.deleteFrom('email_change').where('person_id', '=', personId).executeTakeFirst();
  return numDeletedRows > 0n;
}

/**
 * Gives a person their new address. What the old one bought stays theirs, and an account that nobody ever verified makes room.
 * @throws person_email_unique when a verified account has the address
 */
export async function moveToAddress(tx: Tx, personId: string, email: string): Promise<void> {
  await sql`select lookup.keep_orders(${personId})`.execute(tx);
  await sql`update person set email = 'erased-' || id || '@erased.invalid', password_hash = null, deleted_at = now()
    where email = ${email} and email_verified_at is null and id <> ${personId}`.execute(tx);
  await tx.updateTable('person').set({ email }).where('id', '=', personId).execute();
}
