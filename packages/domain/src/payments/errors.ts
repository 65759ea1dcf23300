/** 5xxx: payments. */
export const paymentsErrors = {
  'payments.declined': { number: 5001, status: 402 },
  'payments.in_progress': { number: 5002, status: 409 },
  'payments.provider_unavailable': { number: 5003, status: 503 },
  'payments.nothing_to_authenticate': { number: 5004, status: 409 },
} as const;
