/** How a caller carries its session: browsers in cookies of their face, native apps and API clients in the body. */
import type { SignedIn } from '@festivals/domain/identity/contract';
import { accessSeconds, refreshSeconds } from '@festivals/domain/identity/rules';
import type { Ctx, Face, RequestFacts } from '../platform/context.ts';
import type { AccessToken } from './access-token.ts';

export type Carrier = 'cookies' | 'body';
type CookieKind = 'access' | 'refresh';

/** Faces share one cookie jar where they differ by port alone; `__Host-` keeps a subdomain from planting one. */
const cookieName = (face: Face, kind: CookieKind, secure: boolean) => `${secure ? '__Host-' : ''}${face}_${kind}`;

/** A face's cookie. Without `X-Face`, which no form and no link can send, a request has none. */
export const cookieOf = ({ face, cookies, secure }: RequestFacts, kind: CookieKind): string | undefined =>
  face === null ? undefined : cookies[cookieName(face, kind, secure)];

/** Who names no face has no cookies to name, and who asks for the body wants none. */
export const carrierOf = ({ face, headers }: RequestFacts): Carrier =>
  face === null || headers['x-tokens'] === 'body' ? 'body' : 'cookies';

/** Hands a session over, as cookies of this answer or as the tokens that are returned. */
export function deliver(ctx: Ctx, carrier: Carrier, access: AccessToken, refresh: string): SignedIn['tokens'] {
  if (carrier === 'body') return { access: access.token, refresh, accessExpiresAt: access.expiresAt.toISOString() };
  setCookie(ctx, 'access', access.token, accessSeconds);
  setCookie(ctx, 'refresh', refresh, refreshSeconds);
  return null;
}

/** Takes the session's cookies back. */
export function takeBack(ctx: Ctx): void {
  setCookie(ctx, 'access', '', 0);
  setCookie(ctx, 'refresh', '', 0);
}

function setCookie(ctx: Ctx, kind: CookieKind, value: string, maxAgeSeconds: number): void {
  const { face, secure } = ctx.request;
  if (face !== null) ctx.setCookie({ name: cookieName(face, kind, secure), value, maxAgeSeconds });
}
