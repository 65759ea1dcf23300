/** 1xxx: errors that any route may answer, whatever its domain. */
export const generalErrors = {
  'general.validation_failed': { number: 1000, status: 400 },
  'general.malformed_request': { number: 1001, status: 400 },
  'general.body_too_large': { number: 1002, status: 413 },
  'general.unsupported_media_type': { number: 1003, status: 415 },
  'general.too_many_requests': { number: 1004, status: 429 },
  'general.internal': { number: 1005, status: 500 },
  'general.unavailable': { number: 1006, status: 503 },
  'general.unknown_api_version': { number: 1007, status: 400 },
  'general.idempotency_key_reused': { number: 1008, status: 409 },
  'general.idempotency_in_flight': { number: 1009, status: 409 },
  'general.invalid_cursor': { number: 1010, status: 400 },
  'general.conflict': { number: 1011, status: 409 },
  'general.route_not_found': { number: 4001, status: 404 },
  'general.not_found': { number: 4000, status: 404 },
} as const;
