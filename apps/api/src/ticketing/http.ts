import { api } from '@festivals/domain';
import { controller } from '../platform/controller.ts';
import { askAfterPayment } from './ask-after-payment.ts';
import { arrangeTicketTypes, getArrangement } from './arrange-ticket-types.ts';
import { getAsked, saveAsked, viewAsked } from './asked/asked-rules.ts';
import { changeOrderAsked } from './asked/change-order-asked.ts';
import { getOrderAsked, viewOrderAsked } from './asked/order-asked.ts';
import { authenticatePayment } from './authenticate-payment.ts';
import { releaseBasket, viewBasket } from './baskets.ts';
import { checkoutOrder } from './checkout-order.ts';
import { buyTickets } from './buy-tickets.ts';
import { cancelOrder } from './cancel-order.ts';
import { getSales } from './get-sales.ts';
import { holdBasket } from './hold-basket.ts';
import { shareTicket, ticketPdf, unshareTicket, viewTicket } from './hold-ticket.ts';
import { listTakings } from './desk/list-takings.ts';
import { sellAtDesk } from './desk/sell-at-desk.ts';
import { listAttendees } from './list-attendees.ts';
import { listOrders } from './list-orders.ts';
import { listMyOrders, myOrderPdf } from './my-orders.ts';
import { listMyTickets } from './my-tickets.ts';
import { markPaymentReceived } from './mark-payment-received.ts';
import { payOrder } from './pay-order.ts';
import { createGuestList, deleteGuestList, listGuestLists, updateGuestList } from './guests/guest-lists.ts';
import { answerGuestInvitation, viewGuestInvitation } from './guests/guest-invitation.ts';
import { addGuest, listGuests, updateGuest } from './guests/guests.ts';
import { importGuests, previewGuests } from './guests/import-guests.ts';
import { confirmGuests, inviteGuests, removeGuests } from './guests/place-guests.ts';
import { getShop, listOffers } from './pricing/get-shop.ts';
import { makePromoCodes } from './pricing/make-promo-codes.ts';
import { getPriceRules, savePriceRules } from './pricing/price-rules.ts';
import { createPromoCode, getPromoCode, listCodeUses, listPromoCodes, updatePromoCode } from './pricing/promo-codes.ts';
import { quoteBasket } from './pricing/quote-basket.ts';
import { placeOrder } from './place-order.ts';
import { handOutTickets, myTicketPdf, orderTicketsPdf } from './print-tickets.ts';
import { getReceipt, myReceipt, orderReceipt } from './receipt/print-receipt.ts';
import { listRefundFailures } from './list-refund-failures.ts';
import { listMassRefunds, planMassRefund, startMassRefund, steerMassRefund } from './mass-refunds.ts';
import { addOrderNote, correctOrder, getOrderStory, mailOrder, pinOrderNote } from './order-deeds.ts';
import { listRefunds, refundOrder } from './refund-order.ts';
import { listRefusedRefunds, retryRefund } from './refused-refunds.ts';
import { listRefundsByHand, payRefundByHand } from './refunds-by-hand.ts';
import { cancelTicket, reissueTicket, renameHolder } from './ticket-deeds.ts';
import { getTicketPaper, saveTicketPaper } from './ticket-paper.ts';
import {
  createSharedQuota,
  deleteSharedQuota,
  listSharedQuotas,
  restoreSharedQuota,
  updateSharedQuota,
} from './shared-quotas.ts';
import {
  createTicketOption,
  deleteTicketOption,
  listTicketOptions,
  restoreTicketOption,
  updateTicketOption,
} from './ticket-options.ts';
import { listTicketKeys, startTicketKey, withdrawTicketKey } from './ticket-keys.ts';
import {
  createTicketType,
  deleteTicketType,
  listTicketTypes,
  restoreTicketType,
  updateTicketType,
} from './ticket-types.ts';
import { getOrder, viewOrder } from './view-order.ts';
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
