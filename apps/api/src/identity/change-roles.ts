import type { Input, Output } from '@festivals/contract';
import { may } from '@festivals/domain/identity/policy';
import type { Role } from '@festivals/domain/identity/roles';
import type * as contract from '@festivals/domain/identity/team-contract';
import type { Ctx } from '../platform/context.ts';
import { fail } from '../platform/fault.ts';
import { record } from '../platform/record.ts';
import { deed } from '../platform/transaction.ts';
import { grantRoles } from './add-member.ts';
import { revokeInvitationsOf } from './invitation-store.ts';
import { lockMember, takeRoles } from './member-store.ts';

/** Makes a member something else. Whoever may no longer build the team leaves no invitation of theirs behind. */
export function changeRoles(
  ctx: Ctx,
  { params: { festivalId, personId }, body }: Input<typeof contract.changeRoles>,
): Promise<Output<typeof contract.changeRoles>> {
  return deed(ctx, festivalId, async (tx) => {
    const { account, roles: before, endsAt: until } = (await lockMember(tx, personId)) ?? fail('general.not_found');
    if (!areSame(before, body.was)) fail('general.conflict', { roles: before });
    const after = body.roles.toSorted();
    if (areSame(before, after)) return { personId, roles: after };
    const lost = before.filter((role) => !after.includes(role));
    if (lost.length > 0) await takeRoles(tx, personId, lost);
    await grantRoles(tx, { festivalId, personId, roles: after.filter((role) => !before.includes(role)), until });
    const revokedInvitations =
      builds(before) && !builds(after)
        ? await revokeInvitationsOf(tx, { personId, email: account.email }, ctx.clock.now())
        : 0;
    await record(tx, ctx, {
      name: 'identity.member_changed',
      subjectId: personId,
      before: { roles: before },
      after: { roles: after, ...(revokedInvitations > 0 && { revokedInvitations }) },
    });
    return { personId, roles: after };
  });
}

const builds = (roles: readonly Role[]) => may({ superAdmin: false, roles }, 'team.manage');

const areSame = (some: readonly Role[], others: readonly Role[]) =>
  some.length === others.length && some.every((role) => others.includes(role));
