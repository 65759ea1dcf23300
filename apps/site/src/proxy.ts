import { acceptedLanguage, isLanguage } from '@festivals/messages';
import { NextResponse, type NextRequest } from 'next/server';
import { languageCookie } from './i18n/language-cookie.ts';

/** Sends an address without a language to the reader's own: the one chosen before, else the browser's. */
export function proxy(request: NextRequest): NextResponse {
  const chosen = request.cookies.get(languageCookie)?.value ?? '';
  const language = isLanguage(chosen) ? chosen : acceptedLanguage(request.headers.get('accept-language'));
  const { pathname, search } = request.nextUrl;
  // Behind another proxy the request's own host is not the one that the reader sees.
  const host = request.headers.get('x-forwarded-host') ?? request.headers.get('host') ?? request.nextUrl.host;
  const protocol = request.headers.get('x-forwarded-proto') ?? request.nextUrl.protocol.slice(0, -1);
  const location = new URL(`/${language}${pathname === '/' ? '' : pathname}${search}`, `${protocol}://${host}`);
  return NextResponse.redirect(location, { status: 307, headers: { vary: 'Accept-Language, Cookie' } });
}

export const config = { matcher: ['/((?!(?:api|_next|fr|en|de|es|it|pt)(?:/|$)|.*\\.).*)'] };
