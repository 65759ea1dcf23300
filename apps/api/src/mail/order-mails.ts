/** What is said to whoever buys or is invited: tickets, what is due, what goes back. */
import type { Language } from '@festivals/domain/primitives';
import { common } from '@festivals/messages/common';
import type { MailValues } from './mail-values.ts';
import { dayOf, daysOf, isGreetable, type Translate, wording, type Writers } from './wording.ts';

export const orderMails: Writers<
  | 'tickets'
  | 'new_tickets'
  | 'order_paid'
  | 'guest_invitation'
  | 'refunded'
  | 'order_refunded'
  | 'order_cancelled'
  | 'how_to_pay'
> = {
  tickets: (t, { company, ...values }, language) => ({
    ...wording(t, 'tickets', values.link, values),
    facts: [
      [t('tickets.when'), daysOf(values, language)],
      [t('tickets.where'), values.place],
      [t('tickets.order'), values.reference],
      ...owedBy(t, company, language),
    ],
    also: { text: t('tickets.phone'), link: values.ticketLink },
  }),
  new_tickets: (t, { company, ...values }, language) => ({
    ...orderMails.tickets(t, { ...values, company }, language),
    subject: t('new_tickets.subject', values),
    preheader: t('new_tickets.preheader', values),
    title: t('new_tickets.title'),
    text: t('new_tickets.text', values),
  }),
  order_paid: (t, { company, lines, ...values }, language) => ({
    ...wording(t, 'order_paid', values.link, values),
    facts: [
      ...lines.map(({ what, amount }): [string, string] => [what ?? t('order_paid.gift'), amount]),
      [t('order_paid.total'), values.total],
      [t('tickets.when'), daysOf(values, language)],
      [t('tickets.where'), values.place],
      [t('tickets.order'), values.reference],
      ...owedBy(t, company, language),
    ],
  }),
  guest_invitation: (t, { places, until, ...values }, language) => ({
    ...wording(t, 'guest_invitation', values.link, {
      festival: values.festival,
      companions: places - 1,
      date: dayOf(until, language),
    }),
    facts: [
      [t('tickets.when'), daysOf(values, language)],
      [t('tickets.where'), values.place],
      [t('guest_invitation.until'), dayOf(until, language)],
    ],
  }),
  refunded: (t, { byHand, ...values }) => ({
    ...wording(t, 'refunded', values.link, values),
    ...(byHand && { text: t('refunded.text_by_hand', values), note: t('refunded.note_by_hand') }),
    facts: [
      [t('refunded.order'), values.reference],
      [t('refunded.amount'), values.amount],
    ],
  }),
  order_refunded: (t, { byHand, byBank, ...values }) => ({
    subject: t('order_refunded.subject', values),
    preheader: t(byBank ? 'order_refunded.preheader_by_bank' : 'order_refunded.preheader', values),
    title: t(byBank ? 'order_refunded.title_by_bank' : 'order_refunded.title'),
    text: t(
      byBank ? 'order_refunded.text_by_bank' : byHand ? 'order_refunded.text_by_hand' : 'order_refunded.text',
      values,
    ),
    facts: [
      [t('refunded.order'), values.reference],
      ...(byBank ? [] : [[t('refunded.amount'), values.amount] as const]),
      [t('order_refunded.reason'), values.reason],
    ],
    button: { label: t('refunded.button'), link: values.link },
    note: byBank ? t('order_refunded.note_by_bank') : t(byHand ? 'refunded.note_by_hand' : 'refunded.note'),
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
  how_to_pay: (t, values) => {
    const byTransfer = values.iban !== '';
    return {
      subject: t('how_to_pay.subject', values),
      preheader: t('how_to_pay.preheader', values),
      title: t('how_to_pay.title', values),
      text: t(byTransfer ? 'how_to_pay.by_transfer' : 'how_to_pay.at_the_gate', values),
      facts: [
        ...(byTransfer ? whereTo(t, values) : []),
        [t(byTransfer ? 'how_to_pay.reference' : 'refunded.order'), values.reference],
        [t('refunded.amount'), values.amount],
      ],
      button: { label: t('refunded.button'), link: values.link },
      note: t('how_to_pay.note', values),
    };
  },
};

const whereTo = (t: Translate, { holder, iban }: MailValues['how_to_pay']): [string, string][] => [
  [t('how_to_pay.holder'), holder],
  ['IBAN', iban],
];

/** Who owes the VAT, and the words that the law wants; nothing where the price holds it. */
const owedBy = (t: Translate, company: MailValues['tickets']['company'], language: Language): [string, string][] => {
  if (!company) return [];
  const { name = '', vatNumber } = company;
  return [
    [t('tickets.company'), isGreetable(name) ? `${name}, ${vatNumber}` : vatNumber],
    [t('tickets.vat'), common[language].reverseCharge.mention],
  ];
};
