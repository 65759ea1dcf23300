/** What is said about somebody's account: addresses, passwords, ways to sign in, their data, its end. */
import { emailChangeSeconds, resetPasswordSeconds, verifyEmailSeconds } from '@festivals/domain/identity/rules';
import { linkConfirmSeconds } from '@festivals/domain/identity/sign-in-provider';
import { dayOf, wording, type Writers } from './wording.ts';

const hours = (seconds: number) => ({ hours: seconds / 3600 });

export const accountMails: Writers<
  | 'verify_email'
  | 'known_address'
  | 'reset_password'
  | 'password_changed'
  | 'link_identity'
  | 'way_in_added'
  | 'way_in_removed'
  | 'email_old'
  | 'email_new'
  | 'export_ready'
  | 'confirm_deletion'
  | 'deletion_planned'
  | 'deletion_refused'
> = {
  verify_email: (t, { link }) => wording(t, 'verify_email', link, hours(verifyEmailSeconds)),
  known_address: (t, { link, resetLink }) => ({
    ...wording(t, 'known_address', link),
    also: { text: t('known_address.forgotten'), link: resetLink },
  }),
  reset_password: (t, { link }) => wording(t, 'reset_password', link, hours(resetPasswordSeconds)),
  password_changed: (t, { link, ended }) => wording(t, 'password_changed', link, { ended }),
  link_identity: (t, { link, provider }) =>
    wording(t, 'link_identity', link, { provider, minutes: linkConfirmSeconds / 60 }),
  way_in_added: (t, { link, provider }) => wording(t, 'way_in_added', link, { provider }),
  way_in_removed: (t, { link, provider }) => wording(t, 'way_in_removed', link, { provider }),
  email_old: (t, { link, email }) => wording(t, 'email_old', link, { email, ...hours(emailChangeSeconds) }),
  email_new: (t, { link, email }) => wording(t, 'email_new', link, { email, ...hours(emailChangeSeconds) }),
  export_ready: (t, { link, days }) => wording(t, 'export_ready', link, { days }),
  confirm_deletion: (t, { link, days }) => wording(t, 'confirm_deletion', link, { days }),
  deletion_planned: (t, { link, dueAt }, language) =>
    wording(t, 'deletion_planned', link, { date: dayOf({ instant: dueAt, zone: 'UTC' }, language) }),
  deletion_refused: (t, { link, needs }) => wording(t, 'deletion_refused', link, { needs }),
};
