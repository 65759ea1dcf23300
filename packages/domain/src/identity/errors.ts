/** 2xxx authentication, 3xxx authorisation, 10xxx people. */
export const identityErrors = {
  'identity.not_signed_in': { number: 2000, status: 401 },
  'identity.invalid_credentials': { number: 2001, status: 401 },
  'identity.session_expired': { number: 2002, status: 401 },
  'identity.session_revoked': { number: 2003, status: 401 },
  'identity.invalid_token': { number: 2004, status: 400 },
  'identity.email_not_verified': { number: 2005, status: 403 },
  'identity.too_many_attempts': { number: 2006, status: 429 },
  'identity.forbidden': { number: 3001, status: 403 },
  'identity.weak_password': { number: 10002, status: 400 },
} as const;
