import { nothing, route } from '@festivals/contract';
import { z } from 'zod';
import { Email, Instant } from '../primitives.ts';
import { Password } from './contract.ts';
import { OneTimeToken } from './one-time-token.ts';

const Present = z.string().min(1).max(200);

export const changePassword = route({
  method: 'POST',
  path: '/auth/password/change',
  permission: 'signed_in',
  summary: 'Choose another password, or a first one; ends my other sessions',
  body: z.object({
    /** Mine until now; an account without one wants a sign-in of the last 15 minutes instead. */
    current: Present.optional(),
    password: Password,
  }),
  response: nothing(),
  errors: ['identity.wrong_password', 'identity.sign_in_again', 'identity.weak_password', 'identity.too_many_attempts'],
});

/** An address that replaces mine once both mailboxes have confirmed it. */
export const EmailChange = z
  .object({ email: z.string(), oldConfirmed: z.boolean(), newConfirmed: z.boolean(), expiresAt: Instant })
  .meta({ id: 'EmailChange' });

export const getEmailChange = route({
  method: 'GET',
  path: '/auth/email',
  permission: 'signed_in',
  summary: 'My address, and the one that shall replace it',
  response: z.object({ email: z.string(), change: EmailChange.nullable() }),
});

export const askEmailChange = route({
  method: 'POST',
  path: '/auth/email',
  permission: 'signed_in',
  summary:
    'Ask for another address: both mailboxes get a link; the answer never tells whether the new one has an account',
  body: z.object({ email: Email, password: Present.optional() }),
  response: nothing(),
  status: 202,
  errors: ['identity.wrong_password', 'identity.sign_in_again', 'identity.too_many_attempts'],
  limit: { times: 20, seconds: 3600 },
});

export const confirmEmailChange = route({
  method: 'POST',
  path: '/auth/email/confirm',
  permission: 'signed_in',
  summary: 'Confirm the change with the token of one of the two mails; only where the account is signed in',
  body: z.object({ token: OneTimeToken }),
  response: z.object({ email: z.string(), change: EmailChange.nullable() }),
  errors: ['identity.invalid_token', 'identity.address_taken'],
});

export const cancelEmailChange = route({
  method: 'DELETE',
  path: '/auth/email',
  permission: 'signed_in',
  summary: 'Keep my address',
  response: nothing(),
});
