import { acceptedLanguage, isLanguage } from '@festivals/messages';
import { NextResponse, type NextRequest } from 'next/server';
import { env } from './env.ts';
import { languageCookie } from './i18n/language-cookie.ts';
import { securityHeaders } from './security-headers.ts';

/** A preview is shown in the office's frame and in no other; where the office is, is known when the request comes. */
function preview(): NextResponse {
  const response = NextResponse.next();
  const ancestors = env.officeUrl === null ? "'none'" : new URL(env.officeUrl).origin;
  for (const { key, value } of securityHeaders(env.development, ancestors)) response.headers.set(key, value);
  response.headers.set('cache-control', 'private, no-store');
  return response;
}

/** Sends an address without a language to the reader's own: the one chosen before, else the browser's. */
export function proxy(request: NextRequest): NextResponse {
  if (/^\/[a-z]{2}\/preview\//.test(request.nextUrl.pathname)) return preview();
  const chosen = request.cookies.get(languageCookie)?.value ?? '';
  const language = isLanguage(chosen) ? chosen : acceptedLanguage(request.headers.get('accept-language'));
  const { pathname, search } = request.nextUrl;
  // Behind another proxy the request's own host is not the one that the reader sees.
  const host = request.headers.get('x-forwarded-host') ?? request.headers.get('host') ?? request.nextUrl.host;
  const protocol = request.headers.get('x-forwarded-proto') ?? request.nextUrl.protocol.slice(0, -1);
  const location = new URL(`/${language}${pathname === '/' ? '' : pathname}${search}`, `${protocol}://${host}`);
  return NextResponse.redirect(location, { status: 307, headers: { vary: 'Accept-Language, Cookie' } });
}

export const config = {
  matcher: ['/(fr|en|de|es|it|pt)/preview/:path*', '/((?!(?:api|_next|fr|en|de|es|it|pt)(?:/|$)|.*\\.).*)'],
};
