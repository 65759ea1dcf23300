import type { Role } from '@festivals/domain/identity/roles';
import { type FestivalId, PersonId } from '@festivals/domain/primitives';
import type { Ctx } from '../platform/context.ts';
import type { Tx } from '../platform/transaction.ts';
import { addMember } from './add-member.ts';

export interface TeamPart {
  personId: PersonId;
  role: Role;
}

/** The roles of a festival's team; visitors are not of it, and whose time ends is not asked for more. */
export async function readTeam(tx: Tx): Promise<TeamPart[]> {
  const rows = await tx
    .selectFrom('membership as m')
    .innerJoin('person as p', 'p.id', 'm.person_id')
    .select(['m.person_id as personId', 'm.role'])
    .where('m.role', '<>', 'ATTENDEE')
    .where('m.ends_at', 'is', null)
    .where('p.deleted_at', 'is', null)
    .orderBy('m.since')
    .$castTo<{ personId: string; role: Role }>()
    .execute();
  return rows.map(({ personId, role }) => ({ personId: PersonId.parse(personId), role }));
}

/** How many people they are. */
export const countTeam = async (tx: Tx): Promise<number> =>
  new Set((await readTeam(tx)).map(({ personId }) => personId)).size;

/** Takes a team into another festival, each with the roles that they had. */
export async function copyTeam(
  tx: Tx,
  ctx: Ctx,
  { festivalId, team }: { festivalId: FestivalId; team: readonly TeamPart[] },
): Promise<void> {
  for (const { personId, role } of team) await addMember(tx, ctx, { festivalId, personId, role });
}
