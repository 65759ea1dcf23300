import type { IncomingMessage, ServerResponse } from 'node:http';
import { env } from '../env.ts';
import { questionOf } from './answer-question.ts';
import { contentPolicy, isPaymentPage, plainHeaders } from './content-policy.ts';
import { movedTo, pathAt } from './moved-to.ts';
import { addressOf, answerCall, placeOf, type Handle, redirectTo, redirectToLanguage, tellWhoCalls } from './front.ts';

/** The door in development: every page is made anew, by Next itself, which brings scripts of its own. */
export function developmentFront(next: Handle, api: Handle) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { pathname, search } = addressOf(request);
    tellWhoCalls(request);
    if (placeOf(pathname).kind === 'api') return answerCall(api, request, response);
    // Nothing is kept in development: one would look at yesterday's work.
    if (pathname === '/sw.js') return void response.writeHead(404).end();
    for (const [name, value] of Object.entries(plainHeaders)) response.setHeader(name, value);
    const place = placeOf(pathname);
    if (place.kind === 'no language' && request.method === 'GET')
      return redirectToLanguage(request, response, pathname, search);
    const moved = place.kind === 'page' ? await movedTo(pathname) : null;
    if (moved !== null) return redirectTo(response, pathAt(moved, pathname) + search);
    // No page is kept to answer from: the browser's own script finds who is asked for.
    const question = questionOf({ path: pathname, search, own: null });
    if (question) request.url = question.of.path + search;
    if (place.kind === 'page' || place.kind === 'preview')
      response.setHeader('content-security-policy', policyOf(pathname));
    return next(request, response);
  };
}

const policyOf = (path: string): string =>
  contentPolicy({
    scripts: [],
    development: true,
    ...(isPaymentPage(path) && { paymentOrigins: env.paymentOrigins }),
    ...(env.officeUrl !== null &&
      path.split('/')[2] === 'preview' && { frameAncestors: new URL(env.officeUrl).origin }),
  });
