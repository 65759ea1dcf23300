/** The table of memberships: one row for each role that a person has in a festival. */
import type { Role } from '@festivals/domain/identity/roles';
import type { PersonId } from '@festivals/domain/primitives';
import type { Tx } from '../platform/transaction.ts';
import { type Account, lockAccount } from './account-store.ts';

export interface LockedMember {
  account: Account;
  roles: Role[];
}

/** A member with their roles, in the catalogue's order. Nobody else changes these until the transaction ends. */
export async function lockMember(tx: Tx, personId: PersonId): Promise<LockedMember | undefined> {
  const account = await lockAccount(tx, personId);
  if (!account) return undefined;
  const roles = await rolesOf(tx, personId);
  return roles.length === 0 ? undefined : { account, roles };
}

export async function rolesOf(tx: Tx, personId: string): Promise<Role[]> {
  const rows = await tx
    .selectFrom('membership')
    .select('role')
    .where('person_id', '=', personId)
    .orderBy('role')
    .$castTo<{ role: Role }>()
    .execute();
  return rows.map(({ role }) => role);
}

export const takeRoles = (tx: Tx, personId: PersonId, roles: readonly Role[]) =>
  tx.deleteFrom('membership').where('person_id', '=', personId).where('role', 'in', roles).execute();
