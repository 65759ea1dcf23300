import type { Role } from '@festivals/domain/identity/roles';
import type { FestivalId, PersonId } from '@festivals/domain/primitives';
import type { Ctx } from '../platform/context.ts';
import { record } from '../platform/record.ts';
import type { Tx } from '../platform/transaction.ts';

/** Takes a person into a festival's team, within the deed that wants it; a role that they have already stays one role. */
export async function addMember(
  tx: Tx,
  ctx: Ctx,
  { festivalId, personId, role }: { festivalId: FestivalId; personId: PersonId; role: Role },
): Promise<void> {
  if ((await grantRoles(tx, { festivalId, personId, roles: [role] })) === 0) return;
  await record(tx, ctx, { name: 'identity.member_added', subjectId: personId, after: { role } });
}

/** Writes a person's further roles, unrecorded. @returns how many are new */
export async function grantRoles(
  tx: Tx,
  { festivalId, personId, roles }: { festivalId: FestivalId; personId: PersonId; roles: readonly Role[] },
): Promise<number> {
  if (roles.length === 0) return 0;
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('membership')
    .values(roles.map((role) => ({ festival_id: festivalId, person_id: personId, role })))
    .onConflict((conflict) => conflict.columns(['festival_id', 'person_id', 'role']).doNothing())
    .executeTakeFirst();
  return Number(numInsertedOrUpdatedRows ?? 0);
}
