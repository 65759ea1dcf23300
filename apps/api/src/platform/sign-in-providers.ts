import { z } from 'zod';

/** Who else may say who somebody is, as the operator configured them. Without a secret a client is a public one. */
export interface ProviderSettings {
  id: string;
  /** How it speaks: OpenID Connect, or one of the two that have ways of their own. */
  kind: 'oidc' | 'github' | 'facebook';
  issuer: string;
  /** Where its own data is asked for; of those alone that are no OpenID Connect. */
  api: string;
  clientId: string;
  clientSecret?: string | undefined;
  name: string;
  icon: 'google' | 'github' | 'facebook' | 'auth0' | 'key';
}

type Preset = Pick<ProviderSettings, 'kind' | 'api' | 'name' | 'icon'> & { issuer?: string };

const presets: Readonly<Record<string, Preset>> = {
  google: { kind: 'oidc', issuer: 'https://accounts.google.com', api: '', name: 'Google', icon: 'google' },
  github: {
    kind: 'github',
    issuer: 'https://github.com',
    api: 'https://api.github.com',
    name: 'GitHub',
    icon: 'github',
  },
  facebook: {
    kind: 'facebook',
    issuer: 'https://www.facebook.com',
    api: 'https://graph.facebook.com',
    name: 'Facebook',
    icon: 'facebook',
  },
  auth0: { kind: 'oidc', api: '', name: 'Auth0', icon: 'auth0' },
};
const anyOther: Preset = { kind: 'oidc', api: '', name: '', icon: 'key' };

/** Tokens travel between us and a provider: in the clear on this machine alone. */
const isSafe = (url: string) =>
  url.startsWith('https:') || /^http:\/\/(?:localhost|127\.0\.0\.1|\[::1\])[:/]/.test(`${url}/`);
const Address = z.url().refine(isSafe, 'must be https');
const Id = z.string().regex(/^[a-z][a-z0-9-]{0,30}$/, 'small letters, digits and hyphens');

/** Reads `SIGN_IN_WITH=google,acme` and each one's `SIGN_IN_<ID>_…`. @throws when one of them is not complete */
export function readProviders(source: Record<string, string | undefined>): ProviderSettings[] {
  const ids = (source['SIGN_IN_WITH'] ?? '')
    .split(',')
    .map((id) => id.trim())
    .filter(Boolean);
  return [...new Set(ids)].map((id) => {
    const prefix = `SIGN_IN_${id.toUpperCase().replaceAll('-', '_')}_`;
    const given = (name: string) => source[prefix + name] || undefined;
    const preset = presets[given('KIND') ?? id] ?? anyOther;
    const read = Provider.safeParse({
      ...preset,
      id,
      issuer: given('ISSUER') ?? preset.issuer,
      api: given('API') ?? preset.api,
      clientId: given('CLIENT_ID'),
      clientSecret: given('CLIENT_SECRET'),
      name: given('NAME') ?? (preset.name || id),
      icon: given('ICON') ?? preset.icon,
    });
    if (read.success) return read.data;
    throw new Error(`${prefix}… is not complete:\n${z.prettifyError(read.error)}`);
  });
}

const Provider = z.object({
  id: Id,
  kind: z.enum(['oidc', 'github', 'facebook']),
  issuer: Address,
  api: z.union([z.literal(''), Address]),
  clientId: z.string().min(1),
  clientSecret: z.string().min(1).optional(),
  name: z.string().min(1).max(60),
  icon: z.enum(['google', 'github', 'facebook', 'auth0', 'key']),
});
