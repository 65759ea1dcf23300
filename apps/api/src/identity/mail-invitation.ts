import { FestivalId } from '@festivals/domain/primitives';
import { sendMail } from '../mail/send-mail.ts';
import type { Job } from '../platform/domain-module.ts';
import { step } from '../platform/transaction.ts';
import { findAccount } from './account-store.ts';
import { giveToken, invitationByToken } from './invitation-store.ts';
import { invitationLink } from './mail-links.ts';
import { newToken } from './opaque-token.ts';

/** "You are invited into a team"; nothing when it was accepted or taken back meanwhile. */
export const mailInvitation: Job = async (ctx, { festivalId, subjectId }) => {
  const token = newToken();
  const due = await step(ctx, FestivalId.parse(festivalId), async (tx) => {
    const invitation = await giveToken(tx, subjectId, token);
    return invitation && { ...invitation, account: await findAccount(tx, { email: invitation.email }) };
  });
  const held = due && (await invitationByToken(ctx.resources.db, token));
  if (!held) return;
  await sendMail(ctx.resources, {
    to: due.email,
    language: due.account?.language ?? due.language,
    template: 'invitation',
    values: {
      name: due.account?.name ?? '',
      festival: { name: held.festivalName, slug: held.festivalSlug },
      role: held.role,
      until: held.memberUntil === null ? null : { instant: held.memberUntil, zone: held.zone },
      inviter: { name: held.inviterName, email: held.inviterEmail },
      link: invitationLink(ctx.resources, token),
    },
  });
};
