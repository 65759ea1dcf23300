import { api } from '@festivals/domain';
import { controller } from '../platform/controller.ts';
import { askAfterPayment } from './paying/ask-after-payment.ts';
import { arrangeTicketTypes, getArrangement } from './types/arrange-ticket-types.ts';
import { getAsked, saveAsked, viewAsked } from './asked/asked-rules.ts';
import { changeOrderAsked } from './asked/change-order-asked.ts';
import { getOrderAsked, viewOrderAsked } from './asked/order-asked.ts';
import { authenticatePayment } from './paying/authenticate-payment.ts';
import { releaseBasket, viewBasket } from './sale/baskets.ts';
import { checkoutOrder } from './sale/checkout-order.ts';
import { buyTickets } from './sale/buy-tickets.ts';
import { cancelOrder } from './orders/cancel-order.ts';
import { getSales } from './orders/get-sales.ts';
import { holdBasket } from './sale/hold-basket.ts';
import { shareTicket, ticketPdf, unshareTicket, viewTicket } from './tickets/hold-ticket.ts';
import { listTakings } from './desk/list-takings.ts';
import { sellAtDesk } from './desk/sell-at-desk.ts';
import { listAttendees } from './attendees/list-attendees.ts';
import { listOrders } from './orders/list-orders.ts';
import { listMyOrders, myOrderPdf } from './orders/my-orders.ts';
import { listMyTickets } from './tickets/my-tickets.ts';
import { markPaymentReceived } from './paying/mark-payment-received.ts';
import { payOrder } from './paying/pay-order.ts';
import {
  createGuestList,
  deleteGuestList,
  listGuestLists,
  restoreGuestList,
  updateGuestList,
} from './guests/guest-lists.ts';
import { answerGuestInvitation, viewGuestInvitation } from './guests/guest-invitation.ts';
import { addGuest, listGuests, updateGuest } from './guests/guests.ts';
import { importGuests, previewGuests } from './guests/import-guests.ts';
import { confirmGuests, inviteGuests, removeGuests } from './guests/place-guests.ts';
import { getShop, listOffers } from './pricing/get-shop.ts';
import { makePromoCodes } from './pricing/make-promo-codes.ts';
import { getPriceRules, savePriceRules } from './pricing/price-rules.ts';
import { createPromoCode, getPromoCode, listCodeUses, listPromoCodes, updatePromoCode } from './pricing/promo-codes.ts';
import { quoteBasket } from './pricing/quote-basket.ts';
import { placeOrder } from './sale/place-order.ts';
import { handOutTickets, myTicketPdf, orderTicketsPdf } from './tickets/print-tickets.ts';
import { getReceipt, myReceipt, orderReceipt } from './receipt/print-receipt.ts';
import { listRefundFailures } from './refunds/list-refund-failures.ts';
import { listMassRefunds, planMassRefund, startMassRefund, steerMassRefund } from './refunds/mass-refunds.ts';
import { addOrderNote, correctOrder, getOrderStory, mailOrder, pinOrderNote } from './orders/order-deeds.ts';
import { listRefunds, refundOrder } from './refunds/refund-order.ts';
import { listRefusedRefunds, retryRefund } from './refunds/refused-refunds.ts';
import { listRefundsByHand, payRefundByHand } from './refunds/refunds-by-hand.ts';
import { cancelTicket, reissueTicket, renameHolder } from './tickets/ticket-deeds.ts';
import { getTicketPaper, saveTicketPaper } from './tickets/ticket-paper.ts';
import {
  createSharedQuota,
  deleteSharedQuota,
  listSharedQuotas,
  restoreSharedQuota,
  updateSharedQuota,
} from './types/shared-quotas.ts';
import {
  createTicketOption,
  deleteTicketOption,
  listTicketOptions,
  restoreTicketOption,
  updateTicketOption,
} from './types/ticket-options.ts';
import { listTicketKeys, startTicketKey, withdrawTicketKey } from './tickets/ticket-keys.ts';
import {
  createTicketType,
  deleteTicketType,
  listTicketTypes,
  restoreTicketType,
  updateTicketType,
} from './types/ticket-types.ts';
import { getOrder, viewOrder } from './orders/view-order.ts';
import { askForWork } from './hold-work/ask-for-work.ts';

export const ticketingHttp = controller('ticketing', api.ticketing, {
  listMyOrders,
  myOrderPdf,
  myReceipt,
  listTicketTypes,
  createTicketType,
  updateTicketType,
  deleteTicketType,
  restoreTicketType,
  listSharedQuotas,
  createSharedQuota,
  updateSharedQuota,
  deleteSharedQuota,
  restoreSharedQuota,
  getArrangement,
  arrangeTicketTypes,
  refundOrder,
  listRefunds,
  listRefundsByHand,
  payRefundByHand,
  listRefusedRefunds,
  retryRefund,
  getOrderStory,
  addOrderNote,
  pinOrderNote,
  correctOrder,
  cancelOrder,
  mailOrder,
  handOutTickets,
  renameHolder,
  reissueTicket,
  cancelTicket,
  planMassRefund,
  startMassRefund,
  listMassRefunds,
  steerMassRefund,
  listRefundFailures,
  listTicketOptions,
  createTicketOption,
  updateTicketOption,
  deleteTicketOption,
  restoreTicketOption,
  listOffers,
  getShop,
  buyTickets,
  quoteBasket,
  getPriceRules,
  savePriceRules,
  listPromoCodes,
  getPromoCode,
  createPromoCode,
  makePromoCodes,
  updatePromoCode,
  listCodeUses,
  getAsked,
  saveAsked,
  viewAsked,
  getOrderAsked,
  viewOrderAsked,
  changeOrderAsked,
  askForWork,
  holdBasket,
  viewBasket,
  releaseBasket,
  placeOrder,
  payOrder,
  checkoutOrder,
  askAfterPayment,
  markPaymentReceived,
  authenticatePayment,
  viewOrder,
  orderTicketsPdf,
  orderReceipt,
  listMyTickets,
  myTicketPdf,
  viewTicket,
  ticketPdf,
  shareTicket,
  unshareTicket,
  getTicketPaper,
  saveTicketPaper,
  listTicketKeys,
  startTicketKey,
  withdrawTicketKey,
  listOrders,
  getOrder,
  getReceipt,
  getSales,
  listAttendees,
  sellAtDesk,
  listTakings,
  listGuestLists,
  createGuestList,
  updateGuestList,
  deleteGuestList,
  restoreGuestList,
  listGuests,
  addGuest,
  updateGuest,
  previewGuests,
  importGuests,
  inviteGuests,
  confirmGuests,
  removeGuests,
  viewGuestInvitation,
  answerGuestInvitation,
});
