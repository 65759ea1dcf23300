/** A provider as openid-client knows it: found out once an hour from what it publishes, or put together for those that publish nothing. */
import * as oidc from 'openid-client';
import type { Ctx, Face } from '../../platform/context.ts';
import { fail } from '../../platform/fault.ts';
import type { ProviderSettings } from '../../platform/sign-in-providers.ts';

/** The version of Facebook's API that is spoken; one lives for about two years. */
const facebookVersion = 'v23.0';
const freshMs = 3_600_000;
const known = new WeakMap<ProviderSettings, { at: number; client: Promise<oidc.Configuration> }>();

/** The provider of that name; fails for one that the operator did not configure. */
export const providerOf = (ctx: Ctx, id: string): ProviderSettings =>
  ctx.resources.env.signInProviders.find((one) => one.id === id) ?? fail('identity.provider_unknown');

/** Where a face's sign-ins begin and end: its configured origin, never what a request calls itself. */
export function originOf({ resources: { env }, request }: Ctx): string | null {
  const origins: Readonly<Record<Face, string | null>> = { site: env.SITE_URL, office: env.OFFICE_URL, app: null };
  return request.face === null ? null : origins[request.face];
}

/** The return address that is registered with the provider: one a face and provider, so that no answer of one can pass for another's. */
export function returnAddress(face: 'site' | 'office', origin: string, provider: string): string {
  return `${origin}/${face === 'site' ? 'account' : 'sign-in'}/with/${provider}`;
}

/** @throws what openid-client throws when the provider does not answer or makes no sense */
export function clientOf({ resources: { env } }: Ctx, provider: ProviderSettings): Promise<oidc.Configuration> {
  const kept = known.get(provider);
  if (kept && Date.now() - kept.at < freshMs) return kept.client;
  const client = open(provider, env.SIGN_IN_TIMEOUT);
  known.set(provider, { at: Date.now(), client });
  // A provider that was down is asked anew.
  client.catch(() => known.delete(provider));
  return client;
}

async function open(provider: ProviderSettings, timeout: number): Promise<oidc.Configuration> {
  const { clientId, clientSecret } = provider;
  const isPlain = provider.issuer.startsWith('http:');
  const metadata = provider.kind === 'oidc' ? await published(provider, { timeout, isPlain }) : unpublished(provider);
  const methods = metadata.token_endpoint_auth_methods_supported;
  const authentication =
    clientSecret === undefined
      ? oidc.None()
      : provider.kind !== 'oidc' || methods?.includes('client_secret_post')
        ? oidc.ClientSecretPost(clientSecret)
        : oidc.ClientSecretBasic(clientSecret);
  const client = new oidc.Configuration(metadata, clientId, {}, authentication);
  client.timeout = timeout;
  // Only configuration can name a provider in the clear, and only on this machine.
  if (isPlain) oidc.allowInsecureRequests(client);
  // TLS alone would vouch for the token; its signature costs a key fetched once and proves it by itself.
  if (provider.kind === 'oidc') oidc.enableNonRepudiationChecks(client);
  return client;
}

async function published(
  { issuer, clientId }: ProviderSettings,
  { timeout, isPlain }: { timeout: number; isPlain: boolean },
): Promise<oidc.ServerMetadata> {
  const execute = isPlain ? [oidc.allowInsecureRequests] : [];
  return (await oidc.discovery(new URL(issuer), clientId, {}, oidc.None(), { timeout, execute })).serverMetadata();
}

/** GitHub speaks OAuth 2 and Facebook its own OAuth 2: neither publishes where (docs.github.com “Authorizing OAuth apps”, developers.facebook.com “Manually build a login flow”). */
const unpublished = ({ kind, issuer, api }: ProviderSettings): oidc.ServerMetadata =>
  kind === 'github'
    ? {
        issuer,
        authorization_endpoint: `${issuer}/login/oauth/authorize`,
        token_endpoint: `${issuer}/login/oauth/access_token`,
      }
    : {
        issuer,
        authorization_endpoint: `${issuer}/${facebookVersion}/dialog/oauth`,
        token_endpoint: `${api}/${facebookVersion}/oauth/access_token`,
      };

export const facebookApi = ({ api }: ProviderSettings): string => `${api}/${facebookVersion}`;
