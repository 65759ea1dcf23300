/** Copies that people asked for, and accounts that are about to end. */
import type { Database } from '@festivals/database';
import { PersonId } from '@festivals/domain/primitives';
import { type Kysely, sql } from 'kysely';
import type { Ctx } from '../platform/context.ts';
import type { Tx } from '../platform/transaction.ts';

export interface Copy {
  askedAt: Date;
  madeAt: Date | null;
  expiresAt: Date | null;
}

const instant = (text: string | null) => (text === null ? null : new Date(text));

/** The copy of a person, without what is in it. */
export async function findCopy(db: Kysely<Database>, personId: string): Promise<Copy | null> {
  const found = await db
    .selectFrom('data_export')
    .select(['asked_at', 'made_at', 'expires_at'])
    .where('person_id', '=', personId)
    .$castTo<{ asked_at: string; made_at: string | null; expires_at: string | null }>()
    .executeTakeFirst();
  return found
    ? { askedAt: new Date(found.asked_at), madeAt: instant(found.made_at), expiresAt: instant(found.expires_at) }
    : null;
}

export const copyContent = (db: Kysely<Database>, personId: string, now: Date) =>
  db
    .selectFrom('data_export')
    .select('content')
    .where('person_id', '=', personId)
    .where('expires_at', '>', now.toISOString())
    .executeTakeFirst();

/** Asks for a copy; the one before is gone. */
export const askCopy = (tx: Tx, personId: string, now: Date) =>
  tx
    .insertInto('data_export')
    .values({ person_id: personId, asked_at: now })
    .onConflict((conflict) =>
      conflict.column('person_id').doUpdateSet({ asked_at: now, made_at: null, expires_at: null, content: null }),
    )
    .execute();

export async function putCopy(
  tx: Tx,
  copy: { personId: string; content: string; madeAt: Date; expiresAt: Date },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('data_export')
    .set({ content: copy.content, made_at: copy.madeAt, expires_at: copy.expiresAt })
    .where('person_id', '=', copy.personId)
    .where('made_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Takes copies away that are over. */
export const dropOldCopies = (tx: Tx, now: Date) =>
  tx.deleteFrom('data_export').where('expires_at', '<=', now.toISOString()).execute();

export const dropCopy = (tx: Tx, personId: string) =>
  tx.deleteFrom('data_export').where('person_id', '=', personId).execute();

/** When an account ends; null when it does not. */
export async function deletionOf(db: Kysely<Database>, personId: string): Promise<Date | null> {
  const found = await db
    .selectFrom('account_deletion')
    .select('due_at')
    .where('person_id', '=', personId)
    .$castTo<{ due_at: string }>()
    .executeTakeFirst();
  return found ? new Date(found.due_at) : null;
}

/** Plans the end of an account; one that is planned stays as it is. */
export async function planDeletion(tx: Tx, deletion: { personId: string; now: Date; dueAt: Date }): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('account_deletion')
    .values({ person_id: deletion.personId, asked_at: deletion.now, due_at: deletion.dueAt })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}

export async function dropDeletion(tx: Tx, personId: string): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('account_deletion')
    .where('person_id', '=', personId)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

/** The names of festivals that would have no organiser without this person. */
export async function onlyOrganiserOf({ resources }: Ctx, personId: string): Promise<string[]> {
  const { rows } = await resources.pool.query<{ name: string }>('select name from lookup.only_organiser_of($1)', [
    personId,
  ]);
  return rows.map(({ name }) => name);
}

/** Whether this person may do everything on the platform, and nobody else who stays; the others cannot go until this is decided. */
export async function isOnlySuperAdmin(tx: Tx, personId: string): Promise<boolean> {
  const { rows } = await sql<{ only: boolean }>`
    select super_admin and not lookup.other_super_admin(id) as only from person where id = ${personId}`.execute(tx);
  return rows[0]?.only ?? false;
}

/** Festivals that hold something about a person. */
export async function festivalsAbout({ resources }: Ctx, personId: string): Promise<string[]> {
  const { rows } = await resources.pool.query<{ id: string }>('select id from lookup.festivals_about($1) as id', [
    personId,
  ]);
  return rows.map(({ id }) => id);
}

export async function accountsDue({ resources, clock }: Ctx, most: number): Promise<PersonId[]> {
  const { rows } = await resources.pool.query<{ id: string }>('select id from lookup.accounts_due($1, $2) as id', [
    clock.now(),
    most,
  ]);
  return rows.map(({ id }) => PersonId.parse(id));
}
