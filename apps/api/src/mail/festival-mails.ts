/** What is said to a festival's own people: who is asked into its team, and what becomes of its domain. */
import { invitationSeconds } from '@festivals/domain/identity/rules';
import { dayOf, isGreetable, wording, type Writers } from './wording.ts';

export const festivalMails: Writers<'invitation' | 'domain_lost' | 'domain_lapsed'> = {
  invitation: (t, { festival, role, until, inviter, link }, language) => ({
    // Names are chosen by whoever invites: one that reads like an address is replaced by what the house knows for sure.
    ...wording(t, 'invitation', link, {
      festival: isGreetable(festival.name) ? festival.name : festival.slug,
      inviter: isGreetable(inviter.name) ? inviter.name : inviter.email,
      days: invitationSeconds / 86_400,
    }),
    facts: [
      [t('invitation.role'), t(`invitation.roles.${role}`)],
      ...(until ? [[t('invitation.until'), dayOf(until, language)] as const] : []),
      [t('invitation.invitedBy'), inviter.email],
    ],
  }),
  domain_lost: (t, { festival, host, record, until, link }, language) => ({
    ...wording(t, 'domain_lost', link, { festival, host, date: dayOf(until, language) }),
    facts: [
      [t('domain_lost.record'), record.name],
      [t('domain_lost.value'), record.value],
    ],
  }),
  domain_lapsed: (t, { festival, host, link }) => wording(t, 'domain_lapsed', link, { festival, host }),
};
