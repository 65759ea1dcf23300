/** 6xxx: tickets, baskets and orders. */
export const ticketingErrors = {
  'ticketing.ticket_used': { number: 6001, status: 409 },
  'ticketing.sold_out': { number: 6002, status: 409 },
  'ticketing.hold_expired': { number: 6003, status: 410 },
  'ticketing.sales_closed': { number: 6004, status: 409 },
  'ticketing.too_many': { number: 6005, status: 400 },
  'ticketing.order_closed': { number: 6006, status: 409 },
  'ticketing.already_paid': { number: 6007, status: 409 },
  'ticketing.quota_below_sold': { number: 6008, status: 409 },
  'ticketing.not_paid': { number: 6009, status: 409 },
  'ticketing.too_few': { number: 6010, status: 400 },
  'ticketing.sale_window_reversed': { number: 6011, status: 400 },
  'ticketing.order_limits_reversed': { number: 6012, status: 400 },
  'ticketing.unknown_type': { number: 6013, status: 400 },
  'ticketing.quota_named_alike': { number: 6014, status: 409 },
  'ticketing.not_refundable': { number: 6030, status: 409 },
} as const;
