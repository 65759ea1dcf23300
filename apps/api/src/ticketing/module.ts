import { copiedTables } from '../festival/copied-tables.ts';
import { readinessChecks } from '../festival/readiness.ts';
import { moneyChecks } from '../ledger/money-check.ts';
import { onChargeNews } from '../payments/apply-news.ts';
import { forgetBuyers } from './orders/forget-buyers.ts';
import { ticketingParts } from './personal-parts.ts';
import type { DomainModule } from '../platform/domain-module.ts';
import { copiedTicketing } from './types/copied.ts';
import { releaseAllExpired } from './sale/expiry.ts';
import { hearChargeNews } from './paying/hear-charge-news.ts';
import { resolvePayments } from './paying/resolve-payments.ts';
import { findInTicketing } from './orders/find-in-ticketing.ts';
import { finishRefunds } from './refunds/give-back.ts';
import { runMassRefunds } from './refunds/run-mass-refunds.ts';
import { ticketingHttp } from './http.ts';
import { mailGuestInvitation } from './guests/mail-guest-invitation.ts';
import { guestLists } from './guests/lists.ts';
import { guestParts } from './guests/personal-parts.ts';
import { mailHowToPay } from './paying/mail-how-to-pay.ts';
import { goOnAfterDispute } from './refunds/go-on-after-dispute.ts';
import { mailRefund } from './refunds/mail-refund.ts';
import { mailOrderCancelled } from './orders/mail-order-cancelled.ts';
import { mailOrderRefund } from './refunds/mail-order-refund.ts';
import { mailNewTickets, mailTickets } from './tickets/mail-tickets.ts';
import { causeChecks } from './paying/cause-checks.ts';
import { ticketingMoneyChecks } from './paying/money-checks.ts';
import { nextSaleTurn } from './sale/next-sale-turn.ts';
import { hasTicketType } from './types/readiness.ts';
import { replaceTickets } from './tickets/replace-tickets.ts';
import { ticketingLists } from './lists.ts';

copiedTables.push(...copiedTicketing);
readinessChecks.push(hasTicketType);
onChargeNews.push(hearChargeNews);
Object.assign(moneyChecks, ticketingMoneyChecks, causeChecks);

/** Tickets from offer to paper: types and quotas, baskets that hold, orders, and what follows a payment. */
export const ticketingModule: DomainModule = {
  name: 'ticketing',
  controllers: [ticketingHttp],
  lists: [...ticketingLists, ...guestLists],
  history: [
    { on: 'ticketing.', needs: 'ticketing.edit' },
    { on: 'ticketing.order_', needs: 'orders.read' },
    { on: 'ticketing.guest', needs: 'guests.edit' },
  ],
  find: findInTicketing,
  personal: [...ticketingParts, ...guestParts],
  jobs: {
    'ticketing.mail_tickets': mailTickets,
    'ticketing.mail_refund': mailRefund,
    'ticketing.mail_order_refund': mailOrderRefund,
    'ticketing.mail_order_cancelled': mailOrderCancelled,
    'ticketing.mail_how_to_pay': mailHowToPay,
    'ticketing.mail_guest_invitation': mailGuestInvitation,
    'ticketing.mail_new_tickets': mailNewTickets,
    'ticketing.go_on_after_dispute': goOnAfterDispute,
  },
  subscriptions: {
    'ticketing.order_paid': ['ticketing.mail_tickets'],
    'ticketing.order_mail_asked': ['ticketing.mail_tickets'],
    'ticketing.order_ticket_reissued': ['ticketing.mail_tickets'],
    'ticketing.order_tickets_replaced': ['ticketing.mail_new_tickets'],
    'ticketing.payment_refunded': ['ticketing.mail_refund'],
    'ticketing.order_refunded': ['ticketing.mail_order_refund'],
    'ticketing.order_cancelled': ['ticketing.mail_order_cancelled'],
    'ticketing.money_awaited': ['ticketing.mail_how_to_pay'],
    'ticketing.guest_invited': ['ticketing.mail_guest_invitation'],
    'ticketing.guest_invited_again': ['ticketing.mail_guest_invitation'],
    'payments.dispute_changed': ['ticketing.go_on_after_dispute'],
  },
  schedule: {
    'ticketing.release_expired': { everySeconds: 5, run: releaseAllExpired },
    'ticketing.finish_refunds': { everySeconds: 5, run: finishRefunds },
    'ticketing.run_mass_refunds': { everySeconds: 1, run: runMassRefunds },
    'ticketing.replace_tickets': { everySeconds: 2, run: replaceTickets },
    'ticketing.resolve_payments': { everySeconds: 2, run: resolvePayments },
    'ticketing.forget_buyers': { everySeconds: 24 * 3600, run: forgetBuyers },
  },
  nextMoment: nextSaleTurn,
  // An order changes no page: what is left is asked for by the page itself.
  shown: [
    'ticketing.type',
    'ticketing.quota_',
    'ticketing.option_',
    'ticketing.prices_',
    'ticketing.code_created',
    'ticketing.code_changed',
    'ticketing.codes_',
  ],
  live: [
    { on: 'ticketing.key_', tell: { topic: 'attention' }, needs: 'ticketing.keys' },
    { on: 'ticketing.order_', tell: 'order:updated', needs: 'orders.read' },
    { on: 'ticketing.', tell: { topic: 'sales' }, needs: 'sales.read' },
    { on: 'ticketing.type', tell: 'ticket_type:updated', needs: 'ticketing.read' },
    { on: 'ticketing.quota_', tell: 'ticket_type:updated', needs: 'ticketing.read' },
    { on: 'ticketing.option_', tell: 'ticket_type:updated', needs: 'ticketing.read' },
    { on: 'ticketing.prices_', tell: 'price:updated', needs: 'ticketing.read' },
    { on: 'ticketing.code', tell: 'promo_code:updated', needs: 'ticketing.read' },
    { on: 'payments.', tell: { topic: 'attention' }, needs: 'orders.read' },
    { on: 'ticketing.refund_', tell: { topic: 'attention' }, needs: 'orders.read' },
  ],
};
