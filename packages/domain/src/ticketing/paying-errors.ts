/** Why an order cannot be paid, by whichever way somebody pays. */
export const payingErrors = [
  'payments.in_progress',
  'payments.provider_unavailable',
  'ticketing.hold_expired',
  'ticketing.already_paid',
  'ticketing.order_closed',
  'ticketing.sales_closed',
  'ticketing.festival_over',
  'ticketing.sold_out',
  'ticketing.person_limit',
  'ticketing.code_person_limit',
] as const;
