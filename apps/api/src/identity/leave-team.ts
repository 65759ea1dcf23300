import type { Input } from '@festivals/contract';
import type * as contract from '@festivals/domain/identity/team-contract';
import { type Ctx, personOf } from '../platform/context.ts';
import { fail } from '../platform/fault.ts';
import { record } from '../platform/record.ts';
import { deed } from '../platform/transaction.ts';
import { revokeInvitationsOf } from './invitation-store.ts';
import { lockMember, takeRoles } from './member-store.ts';

/**
 * Takes a person out of the team. Their standing is looked up at each request, so their rights end here; so that they do
 * not come back by a door that they left open, invitations to them and from them end as well.
 */
export async function removeMember(
  ctx: Ctx,
  { params: { festivalId, personId } }: Input<typeof contract.removeMember>,
): Promise<void> {
  await deed(ctx, festivalId, async (tx) => {
    const { account, roles } = (await lockMember(tx, personId)) ?? fail('general.not_found');
    await takeRoles(tx, personId, roles);
    const revokedInvitations = await revokeInvitationsOf(tx, { personId, email: account.email }, ctx.clock.now());
    await record(tx, ctx, {
      name: 'identity.member_removed',
      subjectId: personId,
      before: { roles },
      ...(revokedInvitations > 0 && { after: { revokedInvitations } }),
    });
  });
}

/** Leaves the team. Whom I have invited may still come: I went in peace. */
export async function leaveTeam(ctx: Ctx, { params: { festivalId } }: Input<typeof contract.leaveTeam>): Promise<void> {
  const { personId } = personOf(ctx);
  await deed(ctx, festivalId, async (tx) => {
    const { roles } = (await lockMember(tx, personId)) ?? fail('general.not_found');
    await takeRoles(tx, personId, roles);
    await record(tx, ctx, { name: 'identity.member_left', subjectId: personId, before: { roles } });
  });
}
