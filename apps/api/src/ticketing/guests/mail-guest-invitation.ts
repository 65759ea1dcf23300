import { FestivalId } from '@festivals/domain/primitives';
import { hashToken, newToken } from '../../identity/opaque-token.ts';
import * as festivals from '../../festival/store.ts';
import { sendMail } from '../../mail/send-mail.ts';
import type { Job } from '../../platform/domain-module.ts';
import { step } from '../../platform/transaction.ts';
import { giveToken } from './guest-store.ts';

/** "You are invited": the link opens from then on, and the one before no more. Nothing when it was answered or taken back meanwhile. */
export const mailGuestInvitation: Job = async (ctx, { festivalId, subjectId }) => {
  const token = newToken();
  const due = await step(ctx, FestivalId.parse(festivalId), async (tx) => {
    const festival = await festivals.find(tx);
    const guest = festival && (await giveToken(tx, subjectId, hashToken(token)));
    return guest && { guest, festival };
  });
  if (!due) return;
  const { guest, festival } = due;
  await sendMail(ctx.resources, {
    to: guest.email,
    language: guest.language,
    template: 'guest_invitation',
    values: {
      name: guest.name,
      festival: festival.name,
      startsOn: festival.startsOn,
      endsOn: festival.endsOn,
      place: `${festival.place.name}, ${festival.place.city}`,
      places: guest.places,
      until: { instant: guest.expiresAt, zone: festival.zone },
      link: `${ctx.resources.env.SITE_URL}/${guest.language}/invitation/${token}`,
    },
  });
};
