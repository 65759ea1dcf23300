import { bytes, nothing, route } from '@festivals/contract';
import { z } from 'zod';
import { OneTimeToken } from '../identity/one-time-token.ts';
import { Instant } from '../primitives.ts';

export const MyData = z
  .object({
    export: z.object({
      state: z.enum(['none', 'making', 'ready']),
      madeAt: Instant.nullable(),
      expiresAt: Instant.nullable(),
    }),
    /** When my account ends; null when it does not. */
    deletionAt: Instant.nullable(),
    /** Festivals that would have no organiser without me: hand them over first. */
    onlyOrganiserOf: z.array(z.string()),
  })
  .meta({ id: 'MyData' });
export type MyData = z.infer<typeof MyData>;

export const getMyData = route({
  method: 'GET',
  path: '/auth/me/data',
  permission: 'signed_in',
  summary: 'How my copy stands, and whether my account is about to end',
  response: MyData,
});

export const askMyExport = route({
  method: 'POST',
  path: '/auth/me/export',
  permission: 'signed_in',
  summary: 'Ask for a copy of all that the platform holds about me; a mail says when it is there, for seven days',
  response: nothing(),
  status: 202,
  errors: ['personal.exported_lately'],
});

export const downloadMyExport = route({
  method: 'GET',
  path: '/auth/me/export',
  permission: 'signed_in',
  summary: 'The copy, as JSON',
  response: bytes('application/json'),
  errors: ['general.not_found'],
});

export const askMyDeletion = route({
  method: 'POST',
  path: '/auth/me/deletion',
  permission: 'signed_in',
  summary: 'Have my account deleted in 14 days: confirmed by my password, or without one by a mail',
  body: z.object({ password: z.string().min(1).max(200).optional() }),
  response: z.object({ state: z.enum(['mailed', 'planned']) }),
  status: 202,
  errors: [
    'identity.wrong_password',
    'identity.too_many_attempts',
    'personal.only_organiser',
    'personal.only_super_admin',
  ],
  limit: { times: 20, seconds: 3600 },
});

export const confirmMyDeletion = route({
  method: 'POST',
  path: '/auth/me/deletion/confirm',
  permission: 'signed_in',
  summary: 'Confirm the deletion with the token of the mail',
  body: z.object({ token: OneTimeToken }),
  response: nothing(),
  errors: ['identity.invalid_token', 'personal.only_organiser', 'personal.only_super_admin'],
});

export const cancelMyDeletion = route({
  method: 'DELETE',
  path: '/auth/me/deletion',
  permission: 'signed_in',
  summary: 'Keep my account after all',
  response: nothing(),
});
