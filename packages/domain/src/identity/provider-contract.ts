import { nothing, route } from '@festivals/contract';
import { z } from 'zod';
import { Instant } from '../primitives.ts';
import { SignedIn } from './contract.ts';
import { OneTimeToken } from './one-time-token.ts';

/** A provider as the operator named it; part of its return address. */
export const ProviderId = z.string().regex(/^[a-z][a-z0-9-]{0,30}$/);
export const ProviderIcon = z.enum(['google', 'github', 'facebook', 'auth0', 'key']);
const ReturnPath = z.string().max(300);
const Password = z.string().min(1).max(200);
const OfProvider = z.object({ providerId: ProviderId });

export const SignInProvider = z
  .object({ id: z.string(), name: z.string(), icon: ProviderIcon })
  .meta({ id: 'SignInProvider' });
export type SignInProvider = z.infer<typeof SignInProvider>;

export const listSignInProviders = route({
  method: 'GET',
  path: '/auth/providers',
  permission: 'public',
  summary: 'Who else may say who somebody is, as the operator configured them; none by default',
  response: z.object({
    /** The face's own origin, where signing in with them begins and ends; null for a face that has none. */
    origin: z.string().nullable(),
    providers: z.array(SignInProvider),
  }),
});

export const beginProviderSignIn = route({
  method: 'POST',
  path: '/auth/providers/:providerId/begin',
  permission: 'public',
  summary:
    'Begin to sign in with a provider: the address to send the browser to, and a short-lived cookie for the way back',
  params: OfProvider,
  body: z.object({ next: ReturnPath.optional() }),
  response: z.object({ url: z.string() }),
  errors: ['identity.provider_unknown', 'identity.provider_unreachable'],
  limit: { times: 60, seconds: 600, per: 'address' },
});

export const beginProviderLink = route({
  method: 'POST',
  path: '/auth/providers/:providerId/link',
  permission: 'signed_in',
  summary: 'Begin to add a provider to my ways in; wants my password, or without one a sign-in of the last 15 minutes',
  params: OfProvider,
  body: z.object({ password: Password.optional(), next: ReturnPath.optional() }),
  response: z.object({ url: z.string() }),
  errors: [
    'identity.provider_unknown',
    'identity.provider_unreachable',
    'identity.wrong_password',
    'identity.sign_in_again',
    'identity.too_many_attempts',
  ],
});

/** What came of a way back from a provider. */
export const ProviderOutcome = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('signed_in'), signedIn: SignedIn, next: z.string().nullable() }),
  z.object({ outcome: z.literal('linked'), next: z.string().nullable() }),
  /** There is an account of this address: its owner confirms the link, by password or by mail. */
  z.object({
    outcome: z.literal('confirm'),
    provider: z.string(),
    /** Masked, `c…@example.org`. */ email: z.string(),
    hasPassword: z.boolean(),
  }),
]);
export type ProviderOutcome = z.infer<typeof ProviderOutcome>;

export const finishProviderSignIn = route({
  method: 'POST',
  path: '/auth/providers/:providerId/finish',
  permission: 'public',
  summary:
    'Come back from a provider with the parameters of the return address; the cookie of the beginning must be there',
  params: OfProvider,
  body: z.object({ parameters: z.string().max(8000) }),
  response: ProviderOutcome,
  errors: [
    'identity.provider_unknown',
    'identity.provider_unreachable',
    'identity.provider_refused',
    'identity.provider_cancelled',
    'identity.provider_expired',
    'identity.provider_email_unverified',
    'identity.provider_without_email',
    'identity.linked_to_another',
  ],
  limit: { times: 60, seconds: 600, per: 'address' },
});

export const confirmProviderLink = route({
  method: 'POST',
  path: '/auth/link/confirm',
  permission: 'public',
  summary:
    'Confirm that a provider is linked to my account, with its password or with the token of the mail, and sign in',
  body: z.union([z.object({ password: Password }), z.object({ token: OneTimeToken })]),
  response: z.object({ signedIn: SignedIn, next: z.string().nullable() }),
  errors: [
    'identity.provider_expired',
    'identity.wrong_password',
    'identity.invalid_token',
    'identity.linked_to_another',
    'identity.too_many_attempts',
  ],
  limit: { times: 60, seconds: 600, per: 'address' },
});

export const mailProviderLink = route({
  method: 'POST',
  path: '/auth/link/mail',
  permission: 'public',
  summary: 'Ask for a mail that confirms the link; its token counts only in the browser that asks',
  response: nothing(),
  status: 202,
  errors: ['identity.provider_expired'],
  limit: { times: 20, seconds: 3600, per: 'address' },
});

export const LinkedIdentity = z
  .object({
    id: z.uuid(),
    provider: z.string(),
    icon: ProviderIcon,
    /** What the provider called them when it was linked. */ email: z.string().nullable(),
    linkedAt: Instant,
    usedAt: Instant,
  })
  .meta({ id: 'LinkedIdentity' });

export const listWaysIn = route({
  method: 'GET',
  path: '/auth/ways-in',
  permission: 'signed_in',
  summary: 'How I can sign in: whether I have a password, and which providers are linked',
  response: z.object({ hasPassword: z.boolean(), identities: z.array(LinkedIdentity) }),
});

export const unlinkIdentity = route({
  method: 'DELETE',
  path: '/auth/ways-in/:identityId',
  permission: 'signed_in',
  summary: 'Unlink a provider; the last way in stays',
  params: z.object({ identityId: z.uuid() }),
  response: nothing(),
  errors: ['general.not_found', 'identity.last_way_in'],
});
