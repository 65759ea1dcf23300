import type { Input, Output } from '@festivals/contract';
import { invitationState, maskEmail } from '@festivals/domain/identity/rules';
import type * as contract from '@festivals/domain/identity/team-contract';
import { type Ctx, personOf } from '../platform/context.ts';
import { fail } from '../platform/fault.ts';
import { record } from '../platform/record.ts';
import { deed } from '../platform/transaction.ts';
import { addMember } from './add-member.ts';
import * as store from './invitation-store.ts';
import { lockAccount } from './account-store.ts';

/** What an invitation says to whoever holds its mail. */
export async function viewInvitation(
  ctx: Ctx,
  { body }: Input<typeof contract.viewInvitation>,
): Promise<Output<typeof contract.viewInvitation>> {
  const held = await heldBy(ctx.resources.db, body.token);
  return {
    festivalName: held.festivalName,
    role: held.role,
    inviterName: held.inviterName,
    sentTo: maskEmail(held.email),
    state: invitationState(held, ctx.clock.now()),
    expiresAt: held.expiresAt.toISOString(),
    memberUntil: held.memberUntil,
  };
}

/** Joins the team: the mail's token is not enough, the account must be that of the address which was invited. */
export async function acceptInvitation(
  ctx: Ctx,
  { body }: Input<typeof contract.acceptInvitation>,
): Promise<Output<typeof contract.acceptInvitation>> {
  const { personId } = personOf(ctx);
  const { festivalId, festivalSlug, id } = await heldBy(ctx.resources.db, body.token);
  return deed(ctx, festivalId, async (tx) => {
    const account = (await lockAccount(tx, personId)) ?? fail('identity.not_signed_in');
    // Read again behind the lock: of twenty at once, nineteen find it used.
    const held = await heldBy(tx, body.token);
    if (account.email.toLowerCase() !== held.email.toLowerCase())
      fail('identity.invited_another', { sentTo: maskEmail(held.email) });
    if (account.email_verified_at === null) fail('identity.email_not_verified');
    refuseUnlessOpen(held, ctx.clock.now());
    if (!(await store.acceptInvitation(tx, id, personId, ctx.clock.now()))) fail('identity.invitation_revoked');
    await record(tx, ctx, { name: 'identity.invitation_accepted', subjectId: id, after: { role: held.role } });
    await addMember(tx, ctx, { festivalId, personId, role: held.role, until: held.memberUntil });
    return { festivalId, festivalSlug };
  });
}

const heldBy = async (db: Ctx['resources']['db'], token: string): Promise<store.HeldInvitation> =>
  (await store.invitationByToken(db, token)) ?? fail('identity.invalid_token');

function refuseUnlessOpen(held: store.HeldInvitation, now: Date): void {
  switch (invitationState(held, now)) {
    case 'accepted':
      return fail('identity.invitation_used');
    case 'revoked':
      return fail('identity.invitation_revoked');
    case 'expired':
      return fail('identity.invitation_expired');
    case 'open':
      return;
  }
}
