/** 5xxx: payments. */
export const paymentsErrors = {
  'payments.declined': { number: 5001, status: 402 },
  'payments.in_progress': { number: 5002, status: 409 },
  'payments.provider_unavailable': { number: 5003, status: 503 },
  'payments.nothing_to_authenticate': { number: 5004, status: 409 },
  'payments.way_not_offered': { number: 5005, status: 409 },
  'payments.webhook_refused': { number: 5006, status: 400 },
  'payments.amount_too_small': { number: 5007, status: 409 },
  'payments.provider_not_configured': { number: 5008, status: 409 },
  'payments.not_by_hand': { number: 5009, status: 409 },
} as const;
