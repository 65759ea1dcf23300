import type { Role } from '@festivals/domain/identity/roles';
import type { FestivalId, PersonId } from '@festivals/domain/primitives';
import { sql } from 'kysely';
import type { Ctx } from '../platform/context.ts';
import { record } from '../platform/record.ts';
import type { Tx } from '../platform/transaction.ts';

/** Takes a person into a festival's team, within the deed that wants it; a role that they have already stays one role. */
export async function addMember(
  tx: Tx,
  ctx: Ctx,
  {
    festivalId,
    personId,
    role,
    until = null,
  }: { festivalId: FestivalId; personId: PersonId; role: Role; until?: string | null },
): Promise<void> {
  if ((await grantRoles(tx, { festivalId, personId, roles: [role], until })) === 0) return;
  await record(tx, ctx, {
    name: 'identity.member_added',
    subjectId: personId,
    after: { role, ...(until !== null && { until }) },
  });
}

/** Writes a person's further roles, unrecorded; one that would end sooner lasts as long as this. @returns how many are new */
export async function grantRoles(
  tx: Tx,
  {
    festivalId,
    personId,
    roles,
    until,
  }: { festivalId: FestivalId; personId: PersonId; roles: readonly Role[]; until: string | null },
): Promise<number> {
  if (roles.length === 0) return 0;
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('membership')
    .values(roles.map((role) => ({ festival_id: festivalId, person_id: personId, role, ends_at: until })))
    .onConflict((conflict) =>
      conflict
        .columns(['festival_id', 'person_id', 'role'])
        .doUpdateSet({ ends_at: until })
        .where(
          sql<boolean>`membership.ends_at is not null and (excluded.ends_at is null or excluded.ends_at > membership.ends_at)`,
        ),
    )
    .executeTakeFirst();
  return Number(numInsertedOrUpdatedRows ?? 0);
}
