/** The table of memberships: one row for each role that a person has in a festival. */
import type { Role } from '@festivals/domain/identity/roles';
import type { Language, PersonId } from '@festivals/domain/primitives';
import { sql } from 'kysely';
import type { Tx } from '../platform/transaction.ts';
import { type Account, lockAccount } from './account-store.ts';

export interface LockedMember {
  account: Account;
  roles: Role[];
  /** When it ends by itself; null is never. */
  endsAt: string | null;
}

/** A member with their roles, in the catalogue's order. Nobody else changes these until the transaction ends. */
export async function lockMember(tx: Tx, personId: PersonId): Promise<LockedMember | undefined> {
  const account = await lockAccount(tx, personId);
  if (!account) return undefined;
  const rows = await memberships(tx).where('person_id', '=', personId).execute();
  const ends = rows.map(({ ends_at }) => ends_at);
  const endsAt = ends.includes(null) ? null : (ends.toSorted().at(-1) ?? null);
  return rows.length === 0 ? undefined : { account, roles: rows.map(({ role }) => role), endsAt };
}

const memberships = (tx: Tx) =>
  tx
    .selectFrom('membership')
    .select(['role', 'ends_at'])
    .orderBy('role')
    .$castTo<{ role: Role; ends_at: string | null }>();

/** What somebody is in the team now; a membership that has ended is none. */
export async function livingRolesOf(tx: Tx, personId: string): Promise<Role[]> {
  const rows = await memberships(tx)
    .where('person_id', '=', personId)
    .where(sql<boolean>`(ends_at is null or ends_at > now())`)
    .execute();
  return rows.map(({ role }) => role);
}

export const setEnd = (tx: Tx, personId: PersonId, until: string | null) =>
  tx.updateTable('membership').set({ ends_at: until }).where('person_id', '=', personId).execute();

/** Until when somebody is staff, null for ever; undefined for who is not. */
export async function staffOf(tx: Tx, personId: PersonId): Promise<{ endsAt: string | null } | undefined> {
  const rows = await memberships(tx).where('person_id', '=', personId).where('role', '=', 'STAFF').execute();
  return rows[0] && { endsAt: rows[0].ends_at };
}

export const takeRoles = (tx: Tx, personId: PersonId, roles: readonly Role[]) =>
  tx.deleteFrom('membership').where('person_id', '=', personId).where('role', 'in', roles).execute();

export interface Organiser {
  name: string;
  email: string;
  language: Language;
}

/** Who organises the festival now, with the addresses that are known to be theirs. */
export async function organisersOf(tx: Tx): Promise<Organiser[]> {
  const { rows } = await sql<Organiser>`
    select p.name, p.email::text, p.language from membership m join person p on p.id = m.person_id
    where m.festival_id = current_festival() and m.role = 'ORGANISER' and (m.ends_at is null or m.ends_at > now())
      and p.deleted_at is null and p.email_verified_at is not null
    order by p.id`.execute(tx);
  return rows;
}
