import { linkConfirmSeconds } from '@festivals/domain/identity/sign-in-provider';
import {
  emailChangeSeconds,
  invitationSeconds,
  resetPasswordSeconds,
  verifyEmailSeconds,
} from '@festivals/domain/identity/rules';
import type { TeamRole } from '@festivals/domain/identity/roles';
import type { Language } from '@festivals/domain/primitives';
import { common } from '@festivals/messages/common';
import { mail as texts } from '@festivals/messages/mail';
import { createTranslator } from 'use-intl/core';
import type { Letter } from './letter.ts';

/** Every mail that the house sends, and what it must be told. Links are whole addresses. */
export interface MailValues {
  verify_email: { name: string; link: string };
  known_address: { name: string; link: string; resetLink: string };
  reset_password: { name: string; link: string };
  /** `ended` says which sessions are over: those elsewhere, or all. */
  password_changed: { name: string; link: string; ended: 'others' | 'all' };
  link_identity: { name: string; provider: string; link: string };
  way_in_added: { name: string; provider: string; link: string };
  way_in_removed: { name: string; provider: string; link: string };
  email_old: { name: string; email: string; link: string };
  email_new: { name: string; email: string; link: string };
  export_ready: { name: string; days: number; link: string };
  confirm_deletion: { name: string; days: number; link: string };
  /** `dueAt` is an instant. */
  deletion_planned: { name: string; dueAt: string; link: string };
  deletion_refused: { name: string; link: string; needs: 'festival' | 'platform' };
  invitation: {
    /** Empty for somebody who has no account. */
    name: string;
    festival: { name: string; slug: string };
    role: TeamRole;
    /** When the membership ends, in the festival's zone. */
    until: { instant: string; zone: string } | null;
    inviter: { name: string; email: string };
    link: string;
  };
  tickets: {
    name: string;
    festival: string;
    /** Local dates, 'YYYY-MM-DD'. */
    startsOn: string;
    endsOn: string;
    place: string;
    reference: string;
    count: number;
    /** The order's page. */
    link: string;
    /** The page of its first ticket, to be shown at the gate. */
    ticketLink: string;
    /** The company that owes the VAT itself, where one does. */
    company: { name?: string | undefined; vatNumber: string } | null;
  };
  guest_invitation: {
    name: string;
    festival: string;
    /** Local dates, 'YYYY-MM-DD'. */
    startsOn: string;
    endsOn: string;
    place: string;
    /** How many may come, the reader included. */
    places: number;
    until: { instant: string; zone: string };
    link: string;
  };
  /** As `tickets`, in the place of those whose codes are refused from now on. */
  new_tickets: MailValues['tickets'];
  /** `amount` as people of the mail's language write it; `byHand` where no provider gives it back, but the festival's people do. */
  refunded: { name: string; festival: string; reference: string; amount: string; byHand: boolean; link: string };
  /** As `refunded`, for tickets that the team gave back: how many, and why. */
  order_refunded: MailValues['refunded'] & { count: number; reason: string };
  /** An order that nobody had paid was given up by the team. */
  order_cancelled: Omit<MailValues['refunded'], 'byHand' | 'amount'> & { reason: string };
  /** Where a transfer goes; empty where one pays at the gate. */
  how_to_pay: Omit<MailValues['refunded'], 'byHand'> & { until: string; holder: string; iban: string };
  domain_lost: {
    name: string;
    festival: string;
    host: string;
    record: { name: string; value: string };
    /** Until when the site still answers there. */
    until: { instant: string; zone: string };
    link: string;
  };
  domain_lapsed: { name: string; festival: string; host: string; link: string };
}

export type Template = keyof MailValues;

export interface Addressed<T extends Template> {
  to: string;
  language: Language;
  template: T;
  values: MailValues[T];
}

/** Writes a mail in its reader's language. */
export function writeLetter<T extends Template>(mail: Addressed<T>): Letter {
  const t = translator(mail.language);
  return {
    language: mail.language,
    hello: isGreetable(mail.values.name) ? t('layout.hello', { name: mail.values.name }) : t('layout.hello_plain'),
    linkHint: t('layout.linkHint'),
    sentTo: t('layout.sentTo', { address: mail.to }),
    facts: [],
    ...writers[mail.template](t, mail.values, mail.language),
  };
}

/** A stranger may register someone else's address under any name: none that is an address to click on is repeated to them. */
const isGreetable = (name: string): boolean => name !== '' && name.length <= 60 && !/[/:@\\]|\.\S/.test(name);

const translator = (language: Language) => createTranslator({ locale: language, messages: texts[language] });
type Translate = ReturnType<typeof translator>;
type Body = Pick<Letter, 'subject' | 'preheader' | 'title' | 'text' | 'button' | 'note'> &
  Partial<Pick<Letter, 'facts' | 'also'>>;

const hours = (seconds: number) => ({ hours: seconds / 3600 });

const writers: { [T in Template]: (t: Translate, values: MailValues[T], language: Language) => Body } = {
  verify_email: (t, { link }) => ({
    subject: t('verify_email.subject'),
    preheader: t('verify_email.preheader'),
    title: t('verify_email.title'),
    text: t('verify_email.text'),
    button: { label: t('verify_email.button'), link },
    note: t('verify_email.note', hours(verifyEmailSeconds)),
  }),
  known_address: (t, { link, resetLink }) => ({
    subject: t('known_address.subject'),
    preheader: t('known_address.preheader'),
    title: t('known_address.title'),
    text: t('known_address.text'),
    button: { label: t('known_address.button'), link },
    also: { text: t('known_address.forgotten'), link: resetLink },
    note: t('known_address.note'),
  }),
  reset_password: (t, { link }) => ({
    subject: t('reset_password.subject'),
    preheader: t('reset_password.preheader'),
    title: t('reset_password.title'),
    text: t('reset_password.text'),
    button: { label: t('reset_password.button'), link },
    note: t('reset_password.note', hours(resetPasswordSeconds)),
  }),
  password_changed: (t, { link, ended }) => ({
    subject: t('password_changed.subject'),
    preheader: t('password_changed.preheader', { ended }),
    title: t('password_changed.title'),
    text: t('password_changed.text', { ended }),
    button: { label: t('password_changed.button'), link },
    note: t('password_changed.note'),
  }),
  link_identity: (t, { link, provider }) => ({
    subject: t('link_identity.subject', { provider }),
    preheader: t('link_identity.preheader', { provider }),
    title: t('link_identity.title'),
    text: t('link_identity.text', { provider }),
    button: { label: t('link_identity.button'), link },
    note: t('link_identity.note', { minutes: linkConfirmSeconds / 60 }),
  }),
  way_in_added: (t, values) => wayIn(t, 'way_in_added', values),
  way_in_removed: (t, values) => wayIn(t, 'way_in_removed', values),
  email_old: (t, values) => movedAddress(t, 'email_old', values),
  email_new: (t, values) => movedAddress(t, 'email_new', values),
  export_ready: (t, { link, days }) => ({
    subject: t('export_ready.subject'),
    preheader: t('export_ready.preheader'),
    title: t('export_ready.title'),
    text: t('export_ready.text'),
    button: { label: t('export_ready.button'), link },
    note: t('export_ready.note', { days }),
  }),
  confirm_deletion: (t, { link, days }) => ({
    subject: t('confirm_deletion.subject'),
    preheader: t('confirm_deletion.preheader'),
    title: t('confirm_deletion.title'),
    text: t('confirm_deletion.text', { days }),
    button: { label: t('confirm_deletion.button'), link },
    note: t('confirm_deletion.note'),
  }),
  deletion_planned: (t, { dueAt, link }, language) => {
    const date = dayOf({ instant: dueAt, zone: 'UTC' }, language);
    return {
      subject: t('deletion_planned.subject', { date }),
      preheader: t('deletion_planned.preheader'),
      title: t('deletion_planned.title'),
      text: t('deletion_planned.text', { date }),
      button: { label: t('deletion_planned.button'), link },
      note: t('deletion_planned.note'),
    };
  },
  deletion_refused: (t, { link, needs }) => ({
    subject: t('deletion_refused.subject'),
    preheader: t('deletion_refused.preheader', { needs }),
    title: t('deletion_refused.title', { needs }),
    text: t('deletion_refused.text', { needs }),
    button: { label: t('deletion_refused.button'), link },
    note: t('deletion_refused.note'),
  }),
  invitation: (t, { festival, role, until, inviter, link }, language) => {
    // Names are chosen by whoever invites: one that reads like an address is replaced by what the house knows for sure.
    const values = {
      festival: isGreetable(festival.name) ? festival.name : festival.slug,
      inviter: isGreetable(inviter.name) ? inviter.name : inviter.email,
    };
    return {
      subject: t('invitation.subject', values),
      preheader: t('invitation.preheader', values),
      title: t('invitation.title', values),
      text: t('invitation.text', values),
      facts: [
        [t('invitation.role'), t(`invitation.roles.${role}`)],
        ...(until ? [[t('invitation.until'), dayOf(until, language)] as const] : []),
        [t('invitation.invitedBy'), inviter.email],
      ],
      button: { label: t('invitation.button'), link },
      note: t('invitation.note', { days: invitationSeconds / 86_400 }),
    };
  },
  tickets: (t, { company, ...values }, language) => ({
    subject: t('tickets.subject', values),
    preheader: t('tickets.preheader', values),
    title: t('tickets.title'),
    text: t('tickets.text', values),
    facts: [
      [t('tickets.when'), dates(values, language)],
      [t('tickets.where'), values.place],
      [t('tickets.order'), values.reference],
      ...owedBy(t, company, language),
    ],
    button: { label: t('tickets.button'), link: values.link },
    also: { text: t('tickets.phone'), link: values.ticketLink },
    note: t('tickets.note'),
  }),
  guest_invitation: (t, values, language) => ({
    subject: t('guest_invitation.subject', { festival: values.festival }),
    preheader: t('guest_invitation.preheader', { date: dayOf(values.until, language) }),
    title: t('guest_invitation.title'),
    text: t('guest_invitation.text', { festival: values.festival, companions: values.places - 1 }),
    facts: [
      [t('tickets.when'), dates(values, language)],
      [t('tickets.where'), values.place],
      [t('guest_invitation.until'), dayOf(values.until, language)],
    ],
    button: { label: t('guest_invitation.button'), link: values.link },
    note: t('guest_invitation.note'),
  }),
  new_tickets: (t, { company, ...values }, language) => ({
    ...writers.tickets(t, { ...values, company }, language),
    subject: t('new_tickets.subject', values),
    preheader: t('new_tickets.preheader', values),
    title: t('new_tickets.title'),
    text: t('new_tickets.text', values),
  }),
  refunded: (t, { byHand, ...values }) => ({
    subject: t('refunded.subject'),
    preheader: t('refunded.preheader', values),
    title: t('refunded.title'),
    text: t(byHand ? 'refunded.text_by_hand' : 'refunded.text', values),
    facts: [
      [t('refunded.order'), values.reference],
      [t('refunded.amount'), values.amount],
    ],
    button: { label: t('refunded.button'), link: values.link },
    note: t(byHand ? 'refunded.note_by_hand' : 'refunded.note'),
  }),
  order_refunded: (t, { byHand, ...values }) => ({
    subject: t('order_refunded.subject', values),
    preheader: t('order_refunded.preheader', values),
    title: t('order_refunded.title'),
    text: t(byHand ? 'order_refunded.text_by_hand' : 'order_refunded.text', values),
    facts: [
      [t('refunded.order'), values.reference],
      [t('refunded.amount'), values.amount],
      [t('order_refunded.reason'), values.reason],
    ],
    button: { label: t('refunded.button'), link: values.link },
    note: t(byHand ? 'refunded.note_by_hand' : 'refunded.note'),
  }),
  order_cancelled: (t, values) => ({
    subject: t('order_cancelled.subject', values),
    preheader: t('order_cancelled.preheader', values),
    title: t('order_cancelled.title'),
    text: t('order_cancelled.text', values),
    facts: [
      [t('refunded.order'), values.reference],
      [t('order_refunded.reason'), values.reason],
    ],
    button: { label: t('refunded.button'), link: values.link },
    note: t('order_cancelled.note'),
  }),
  how_to_pay: (t, values) => ({
    subject: t('how_to_pay.subject', values),
    preheader: t('how_to_pay.preheader', values),
    title: t('how_to_pay.title'),
    text: values.iban === '' ? t('how_to_pay.at_the_gate', values) : t('how_to_pay.by_transfer', values),
    facts: [
      ...(values.iban === ''
        ? []
        : ([
            [t('how_to_pay.holder'), values.holder],
            ['IBAN', values.iban],
          ] as [string, string][])),
      [values.iban === '' ? t('refunded.order') : t('how_to_pay.reference'), values.reference],
      [t('refunded.amount'), values.amount],
    ],
    button: { label: t('refunded.button'), link: values.link },
    note: t('how_to_pay.note', values),
  }),
  domain_lost: (t, { festival, host, record, until, link }, language) => ({
    subject: t('domain_lost.subject', { host }),
    preheader: t('domain_lost.preheader', { date: dayOf(until, language) }),
    title: t('domain_lost.title'),
    text: t('domain_lost.text', { host, festival, date: dayOf(until, language) }),
    facts: [
      [t('domain_lost.record'), record.name],
      [t('domain_lost.value'), record.value],
    ],
    button: { label: t('domain_lost.button'), link },
    note: t('domain_lost.note'),
  }),
  domain_lapsed: (t, { festival, host, link }) => ({
    subject: t('domain_lapsed.subject', { host }),
    preheader: t('domain_lapsed.preheader', { festival }),
    title: t('domain_lapsed.title'),
    text: t('domain_lapsed.text', { host, festival }),
    button: { label: t('domain_lapsed.button'), link },
    note: t('domain_lapsed.note'),
  }),
};

const movedAddress = (
  t: Translate,
  template: 'email_old' | 'email_new',
  { email, link }: MailValues['email_old'],
): Body => ({
  subject: t(`${template}.subject`),
  preheader: template === 'email_old' ? t('email_old.preheader', { email }) : t('email_new.preheader'),
  title: t(`${template}.title`),
  text: t(`${template}.text`, { email }),
  button: { label: t(`${template}.button`), link },
  note: t(`${template}.note`, hours(emailChangeSeconds)),
});

const wayIn = (
  t: Translate,
  template: 'way_in_added' | 'way_in_removed',
  { provider, link }: MailValues['way_in_added'],
): Body => ({
  subject: t(`${template}.subject`, { provider }),
  preheader: t(`${template}.preheader`),
  title: t(`${template}.title`),
  text: t(`${template}.text`, { provider }),
  button: { label: t(`${template}.button`), link },
  note: t(`${template}.note`),
});

/** Who owes the VAT, and the words that the law wants; nothing where the price holds it. */
const owedBy = (t: Translate, company: MailValues['tickets']['company'], language: Language): [string, string][] => {
  if (!company) return [];
  const { name = '', vatNumber } = company;
  return [
    [t('tickets.company'), isGreetable(name) ? `${name}, ${vatNumber}` : vatNumber],
    [t('tickets.vat'), common[language].reverseCharge.mention],
  ];
};

const dayOf = ({ instant, zone }: { instant: string; zone: string }, language: Language): string =>
  new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: zone }).format(new Date(instant));

/** "3 – 5 July 2026". Local dates are no instants: read and written in UTC, they stay the days they are. */
const dates = ({ startsOn, endsOn }: Pick<MailValues['tickets'], 'startsOn' | 'endsOn'>, language: Language): string =>
  new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).formatRange(
    new Date(startsOn),
    new Date(endsOn),
  );
