import type { Input, Output } from '@festivals/contract';
import { invitationQuietSeconds, invitationSeconds, maskEmail } from '@festivals/domain/identity/rules';
import type * as contract from '@festivals/domain/identity/team-contract';
import { InvitationId } from '@festivals/domain/primitives';
import { v7 } from 'uuid';
import { z } from 'zod';
import { type Ctx, personOf } from '../platform/context.ts';
import { decodeCursor, pageOf } from '../platform/cursor.ts';
import { fail } from '../platform/fault.ts';
import { record } from '../platform/record.ts';
import { deed, look } from '../platform/transaction.ts';
import { findAccount } from './account-store.ts';
import * as store from './invitation-store.ts';
import { requireFuture } from './member-period.ts';
import { livingRolesOf } from './member-store.ts';

/** Asks somebody into the team; the mail follows. Whoever has an account is written to in their own language. */
export function invite(
  ctx: Ctx,
  { params: { festivalId }, body }: Input<typeof contract.invite>,
): Promise<Output<typeof contract.invite>> {
  const { personId, name } = personOf(ctx);
  return deed(ctx, festivalId, async (tx) => {
    const account = await findAccount(tx, { email: body.email });
    const roles = account ? await livingRolesOf(tx, account.id) : [];
    if (roles.length > 0) fail('identity.already_member', { roles });
    await requireFuture(tx, body.memberUntil);
    const id = InvitationId.parse(v7());
    const language = account?.language ?? ctx.request.language;
    const times = timesFrom(ctx);
    const invitation = { festivalId, id, ...body, language, invitedBy: personId, ...times, queued: false };
    if (!(await store.openInvitation(tx, invitation))) fail('identity.already_invited');
    await record(tx, ctx, { name: 'identity.member_invited', subjectId: id, after: told(body) });
    return { id, ...body, invitedBy: { personId, name }, ...inText(times) };
  });
}

const Place = z.tuple([InvitationId]);

/** Who was asked and has not come yet. */
export async function listInvitations(
  ctx: Ctx,
  { params, query }: Input<typeof contract.listInvitations>,
): Promise<Output<typeof contract.listInvitations>> {
  const [before] = decodeCursor(Place, query.cursor) ?? [null];
  const rows = await look(ctx, params.festivalId, (tx) => store.waitingInvitations(tx, before, query.limit + 1));
  return pageOf(
    rows,
    query.limit,
    ({ id }) => [id],
    (invitation) => invitation,
  );
}

/** Sends an invitation again, with its full time. */
export function resendInvitation(
  ctx: Ctx,
  { params: { festivalId, invitationId } }: Input<typeof contract.resendInvitation>,
): Promise<Output<typeof contract.resendInvitation>> {
  return deed(ctx, festivalId, async (tx) => {
    const invitation = (await store.lockInvitation(tx, invitationId)) ?? fail('general.not_found');
    const times = timesFrom(ctx);
    const sentAgo = (times.sentAt.getTime() - new Date(invitation.sentAt).getTime()) / 1000;
    if (sentAgo < invitationQuietSeconds)
      fail('identity.invited_lately', { retryAfterSeconds: Math.ceil(invitationQuietSeconds - sentAgo) });
    await store.prolongInvitation(tx, invitationId, times);
    await record(tx, ctx, {
      name: 'identity.invitation_resent',
      subjectId: invitationId,
      before: { expiresAt: invitation.expiresAt },
      after: { ...told(invitation), expiresAt: inText(times).expiresAt },
    });
    return { ...invitation, ...inText(times) };
  });
}

/** Takes an invitation back: its link says so from now on. */
export async function revokeInvitation(
  ctx: Ctx,
  { params: { festivalId, invitationId } }: Input<typeof contract.revokeInvitation>,
): Promise<void> {
  await deed(ctx, festivalId, async (tx) => {
    const invitation = (await store.lockInvitation(tx, invitationId)) ?? fail('general.not_found');
    await store.revokeInvitation(tx, invitationId, ctx.clock.now());
    await record(tx, ctx, {
      name: 'identity.invitation_revoked',
      subjectId: invitationId,
      before: told(invitation),
    });
  });
}

/** The trail is never forgotten, addresses must be: it keeps what the team recognises and nobody else learns. */
const told = ({ email, role }: { email: string; role: string }) => ({ email: maskEmail(email), role });

function timesFrom(ctx: Ctx) {
  const sentAt = ctx.clock.now();
  return { sentAt, expiresAt: new Date(sentAt.getTime() + invitationSeconds * 1000) };
}

const inText = ({ sentAt, expiresAt }: ReturnType<typeof timesFrom>) => ({
  sentAt: sentAt.toISOString(),
  expiresAt: expiresAt.toISOString(),
});
