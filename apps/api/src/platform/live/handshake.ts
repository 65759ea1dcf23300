import type { IncomingHttpHeaders } from 'node:http';
import { v7 } from 'uuid';
import { z } from 'zod';
import type { RequestFacts } from '../context.ts';
import type { Env } from '../env.ts';

/** What a client says of itself when it connects: its face, whose cookie is then read, or a token. */
const Introduction = z.object({
  face: z.enum(['site', 'office', 'app']).optional(),
  token: z.string().max(4096).optional(),
});

/**
 * Whether a page of this origin may open a socket. A browser names the page's origin, and no page can set it: only our faces and
 * the host that was called may. Without this any site could listen with the cookies of whoever visits it.
 */
export function isOurOrigin(env: Env, headers: IncomingHttpHeaders): boolean {
  const { origin } = headers;
  if (origin === undefined) return true;
  if ([env.SITE_URL, env.OFFICE_URL, env.APP_URL, ...env.CORS_ORIGINS].includes(origin)) return true;
  if (!URL.canParse(origin)) return false;
  return new URL(origin).host === calledHost(headers);
}

/** The host as the caller knows it. */
const calledHost = (headers: IncomingHttpHeaders): string | undefined =>
  first(headers['x-forwarded-host']) ?? headers.host;

/** What authentication wants to know, from the request that became the socket. Without an origin no cookie counts. */
export function factsOf(headers: IncomingHttpHeaders, auth: unknown, isTls: boolean): RequestFacts {
  const { face, token } = Introduction.safeParse(auth).data ?? {};
  const authorization = token === undefined ? headers.authorization : `Bearer ${token}`;
  const isPage = headers.origin !== undefined;
  return {
    id: v7(),
    language: 'en',
    address: '',
    userAgent: headers['user-agent']?.slice(0, 300) ?? null,
    face: isPage ? (face ?? null) : null,
    // Decides the cookie's name alone; whoever could pretend here holds no browser that would send one.
    secure: isTls || first(headers['x-forwarded-proto']) === 'https',
    cookies: isPage ? cookiesOf(headers.cookie ?? '') : {},
    headers: authorization === undefined ? {} : { authorization },
  };
}

/** The first of a name counts. A value of ours needs no decoding: it is a token. */
const cookiesOf = (header: string): Record<string, string> =>
  Object.fromEntries(
    header
      .split(';')
      .map((pair) => pair.trim().split('=', 2))
      .filter((pair): pair is [string, string] => pair.length === 2)
      .toReversed(),
  );

const first = (value: string | string[] | undefined): string | undefined =>
  (typeof value === 'string' ? value : value?.[0])?.split(',')[0]?.trim();
