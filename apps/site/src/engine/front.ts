/** The site's door: says which page is wanted and sends it; what is no page goes on to Next. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { acceptedLanguage, type Language } from '@festivals/messages';
import { isPageLanguage } from '../i18n/page-language.ts';
import { languageCookie } from '../i18n/language-cookie.ts';
import { questionOf } from './answer-question.ts';
import { always, plainHeaders } from './content-policy.ts';
import { failurePage } from './failure-page.ts';
import { behind, type Face } from './hosts.ts';
import { strangerPage } from './stranger-page.ts';
import type { MadePage, Wanted } from './made-page.ts';
import { pathAt } from './moved-to.ts';
import type { PageKeeper } from './page-keeper.ts';
import { sendPage } from './send-page.ts';

export type Handle = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

export interface FrontParts {
  /** Whose face is shown at a host. */
  faceAt: (host: string | undefined) => Promise<Face>;
  /** Where a festival is found below the installation's own domain; null where there is none. */
  originOf: (slug: string) => string | null;
  /** Answers what is no page, at a festival's own domain as what is that festival's. */
  next: (request: IncomingMessage, response: ServerResponse, own: string | null) => Promise<void>;
  /** Answers a call below `/api`. */
  api: Handle;
  pages: PageKeeper;
  /** Makes a page that is one reader's alone: the draft in the office's frame, an invitation. */
  preview: (wanted: Wanted) => Promise<MadePage>;
}

export function openFront({ faceAt, originOf, next, api, pages, preview }: FrontParts): Handle {
  return async (request, response) => {
    const { pathname, search } = addressOf(request);
    tellWhoCalls(request);
    const held = always(request.headers['x-forwarded-proto']);
    for (const [name, value] of Object.entries(held)) response.setHeader(name, value);
    const face = await faceAt(request.headers.host);
    const place = placeOf(pathname);
    // A host that is nobody's is told so before anything else is looked at.
    if (face.kind === 'nobody') return sendPage(request, response, await strangerPage(languageOf(request)), 'no-store');
    if (place.kind === 'api') return answerCall(api, request, response);
    const isReading = request.method === 'GET' || request.method === 'HEAD';
    const own = face.kind === 'festival' ? face.slug : null;
    if (!isReading || place.kind === 'file') {
      for (const [name, value] of Object.entries(plainHeaders)) response.setHeader(name, value);
      return next(request, response, own);
    }
    if (place.kind === 'no language') return redirectToLanguage(request, response, pathname, search);
    const trimmed = pathname.replace(/\/+$/, '');
    const inner = own === null ? { path: trimmed } : behind(trimmed, own);
    if ('to' in inner) return redirectTo(response, inner.to + search);
    const wanted: Wanted = { path: inner.path, search, own };
    try {
      if (place.kind === 'preview' && own === null) {
        const made = await preview({ ...wanted, from: callerOf(request) });
        const page = made.status < 500 ? made : await failurePage(place.language, 503);
        return await sendPage(request, response, page, 'private, no-store');
      }
      const question = questionOf(wanted);
      const kept = await pages.page(question?.of ?? wanted);
      if (kept.movedTo !== undefined) {
        const origin = own === null ? null : originOf(kept.movedTo);
        const to = origin === null ? pathAt(kept.movedTo, pathname) : origin + pathname;
        return redirectTo(response, to + search);
      }
      const page = question && kept.status === 200 ? question.answer(kept) : kept;
      await sendPage(request, response, page.status < 500 ? page : await failurePage(place.language, 503));
    } catch {
      await sendPage(request, response, await failurePage(place.language, 503));
    }
  };
}

/** What is asked for. A caller may write anything, also what is no address; two slashes would begin a host. */
export function addressOf({ url = '/' }: IncomingMessage): Pick<URL, 'pathname' | 'search'> {
  return URL.parse(url.replace(/^\/{2,}/, '/'), 'http://site.internal') ?? { pathname: '/', search: '' };
}

type Place =
  | { kind: 'file' }
  | { kind: 'api' }
  | { kind: 'no language' }
  | { kind: 'page' | 'preview'; language: Language };

/** What an address is of: what is below a language is a page, whatever it looks like. */
export function placeOf(path: string): Place {
  const [, locale = '', room] = path.split('/');
  if (isPageLanguage(locale))
    return { kind: room === 'preview' || room === 'invitation' ? 'preview' : 'page', language: locale };
  if (locale === 'api') return { kind: 'api' };
  const isFile = /^\/(?:_next|artwork)\/|\.[a-z0-9]{2,12}$/i.test(path);
  return { kind: isFile ? 'file' : 'no language' };
}

/** An answer of the API says itself what it may do; what holds for the whole site it does not know. */
export function answerCall(api: Handle, request: IncomingMessage, response: ServerResponse): Promise<void> {
  for (const [name, value] of Object.entries(plainHeaders)) response.setHeader(name, value);
  return api(request, response);
}

/** Next keeps a `x-forwarded-for` that the caller wrote: each call gets the address it came from, behind what it claims. */
export function tellWhoCalls(request: IncomingMessage): void {
  request.headers['x-forwarded-for'] = [callerOf(request), request.socket.remoteAddress].filter(Boolean).join(', ');
}

const callerOf = (request: IncomingMessage): string => [request.headers['x-forwarded-for']].flat().join(', ');

/** An address without a language leads to the reader's own: the one chosen before, else the browser's. */
export function redirectToLanguage(
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
  search: string,
): void {
  const language = languageOf(request);
  // Without a host: what a caller says of it leads nobody anywhere.
  const location = `/${language}${path.replace(/\/+$/, '').replace(/^\/+/, '/')}${search}`;
  response.writeHead(307, { ...plainHeaders, location, vary: 'Accept-Language, Cookie', 'cache-control': 'no-store' });
  response.end();
}

/** For good; a browser asks again all the same, since what was given up may become somebody else's. */
export function redirectTo(response: ServerResponse, location: string): void {
  response.writeHead(308, { ...plainHeaders, location: location.replace(/^\/+/, '/'), 'cache-control': 'no-cache' });
  response.end();
}

function languageOf(request: IncomingMessage): Language {
  const chosen = new RegExp(`(?:^|;\\s*)${languageCookie}=([\\w-]+)`).exec(request.headers.cookie ?? '')?.[1] ?? '';
  return isPageLanguage(chosen) ? chosen : acceptedLanguage(request.headers['accept-language']);
}
