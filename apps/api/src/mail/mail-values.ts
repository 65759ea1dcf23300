import type { TeamRole } from '@festivals/domain/identity/roles';
import type { Language } from '@festivals/domain/primitives';

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
  /** An order without a ticket that was paid: what it holds and what each line came to, as people of the mail's language write it. */
  order_paid: Omit<MailValues['tickets'], 'count' | 'ticketLink'> & {
    /** `what` is null for a gift. */
    lines: readonly { what: string | null; amount: string }[];
    total: string;
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
  /** As `refunded`, for what the team gave back: how many tickets, why, and what is left of the order. */
  order_refunded: MailValues['refunded'] & {
    count: number;
    reason: string;
    left: 'tickets' | 'lines' | 'nothing';
    /** Whether the buyer's bank has brought them the money already. */
    byBank: boolean;
  };
  /** An order that nobody had paid was given up by the team. */
  order_cancelled: Omit<MailValues['refunded'], 'byHand' | 'amount'> & { reason: string };
  /** What is to be paid, and where a transfer goes; empty where one pays at the gate. */
  how_to_pay: Omit<MailValues['refunded'], 'byHand'> & {
    what: 'tickets' | 'order';
    until: string;
    holder: string;
    iban: string;
  };
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
