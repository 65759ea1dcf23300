/** Asks a provider who has come back from it. Nothing of an answer is believed that openid-client did not check. */
import { createHmac } from 'node:crypto';
import { Email } from '@festivals/domain/primitives';
import * as oidc from 'openid-client';
import { z } from 'zod';
import type { ProviderSettings } from '../../platform/sign-in-providers.ts';
import { facebookApi } from './provider-client.ts';

/** Who somebody is at a provider. The subject never changes there; everything else may. */
export interface ProviderIdentity {
  issuer: string;
  subject: string;
  email: string | null;
  /** Whether the provider itself vouches for the address. */
  emailVerified: boolean;
  name: string | null;
}

export interface Checks {
  state: string;
  nonce: string;
  verifier: string;
}

const Subject = z.string().min(1).max(255);

export async function askProvider(
  provider: ProviderSettings,
  client: oidc.Configuration,
  { cameBackTo, checks }: { cameBackTo: URL; checks: Checks },
): Promise<ProviderIdentity> {
  const tokens = await oidc.authorizationCodeGrant(client, cameBackTo, {
    expectedState: checks.state,
    pkceCodeVerifier: checks.verifier,
    ...(provider.kind === 'oidc' && { expectedNonce: checks.nonce, idTokenExpected: true }),
  });
  switch (provider.kind) {
    case 'oidc':
      return fromIdToken(client, tokens);
    case 'github':
      return fromGitHub(provider, client, tokens.access_token);
    case 'facebook':
      return fromFacebook(provider, client, tokens.access_token);
  }
}

const Claims = z.object({
  email: z.string().optional(),
  email_verified: z.union([z.boolean(), z.literal('true').transform(() => true)]).catch(false),
  name: z.string().optional(),
});

async function fromIdToken(
  client: oidc.Configuration,
  tokens: oidc.TokenEndpointResponse & oidc.TokenEndpointResponseHelpers,
): Promise<ProviderIdentity> {
  const claims = tokens.claims();
  if (!claims) throw new Error('no ID token');
  const hasMore = claims['email'] === undefined && client.serverMetadata().userinfo_endpoint !== undefined;
  const told = hasMore ? await oidc.fetchUserInfo(client, tokens.access_token, claims.sub) : claims;
  const { email, email_verified, name } = Claims.parse(told);
  return {
    issuer: claims.iss,
    subject: Subject.parse(claims.sub),
    email: emailOf(email),
    emailVerified: email_verified,
    name: name ?? null,
  };
}

const GitHubUser = z.object({ id: z.int().positive(), name: z.string().nullish(), login: z.string() });
const GitHubEmails = z.array(z.object({ email: z.string(), primary: z.boolean(), verified: z.boolean() }));

/** GitHub's user by number, since a name given up may become another's; of its addresses the primary one. */
async function fromGitHub(
  provider: ProviderSettings,
  client: oidc.Configuration,
  accessToken: string,
): Promise<ProviderIdentity> {
  const ask = <S extends z.ZodType>(path: string, schema: S) =>
    askApi(client, { url: provider.api + path, accessToken, accept: 'application/vnd.github+json' }, schema);
  const user = await ask('/user', GitHubUser);
  const emails = await ask('/user/emails', GitHubEmails);
  const primary = emails.find((one) => one.primary);
  return {
    issuer: provider.issuer,
    subject: String(user.id),
    email: emailOf(primary?.email),
    emailVerified: primary?.verified ?? false,
    name: user.name ?? user.login,
  };
}

const FacebookUser = z.object({ id: Subject, name: z.string().optional(), email: z.string().optional() });

/** Facebook never says whether an address was verified, so none of its addresses is. The proof ties the token to our secret. */
async function fromFacebook(
  provider: ProviderSettings,
  client: oidc.Configuration,
  accessToken: string,
): Promise<ProviderIdentity> {
  const url = new URL(`${facebookApi(provider)}/me?fields=id,name,email`);
  if (provider.clientSecret !== undefined)
    url.searchParams.set(
      'appsecret_proof',
      createHmac('sha256', provider.clientSecret).update(accessToken).digest('hex'),
    );
  const user = await askApi(client, { url: url.href, accessToken, accept: 'application/json' }, FacebookUser);
  return {
    issuer: provider.issuer,
    subject: user.id,
    email: emailOf(user.email),
    emailVerified: false,
    name: user.name ?? null,
  };
}

async function askApi<S extends z.ZodType>(
  client: oidc.Configuration,
  { url, accessToken, accept }: { url: string; accessToken: string; accept: string },
  schema: S,
): Promise<z.infer<S>> {
  const headers = new Headers({ accept, 'user-agent': 'festivals' });
  const response = await oidc.fetchProtectedResource(client, accessToken, new URL(url), 'GET', undefined, headers);
  if (!response.ok) throw new Error(`answered ${response.status}`);
  return schema.parse(await response.json());
}

/** An address that we could write to, or none. */
function emailOf(text: string | undefined): string | null {
  const read = Email.safeParse(text);
  return read.success ? read.data : null;
}
