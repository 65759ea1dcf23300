/** What the shop sells now is asked of the API once a second, however many look. */
import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { MadePage } from './made-page.ts';
import { memory } from './memory.ts';
import { unreachable } from './pass-to-api.ts';
import { sendPage } from './send-page.ts';
import { atSlug, partAt } from './tags.ts';

/** From when it was asked on: what is gone is promised for so long at the most, and the hold itself decides. */
const sharedForMs = 1000;
const longestAskingMs = 5000;
const mostKept = 500;

const nothingRuns = "default-src 'none'; frame-ancestors 'none'";

interface Asked {
  atMs: number;
  moment: number;
  answer: Promise<MadePage>;
}

/** What is asked of a festival where everyone is answered the same: its offers, or its shop without a code. */
export interface OffersAsked {
  festivalId: string;
  path: string;
}

/** What is asked for of what everyone is answered the same; null for any other call. */
export function offersAsked({ method, url = '', headers }: IncomingMessage): OffersAsked | null {
  if ((method !== 'GET' && method !== 'HEAD') || headers.authorization !== undefined) return null;
  const festivalId = /^\/api\/festivals\/(?<id>[0-9a-f-]{36})\/(?:offers|shop)$/.exec(url)?.groups?.['id'];
  return festivalId === undefined ? null : { festivalId, path: url };
}

/** Answers from what was asked within the last second. @returns false for a festival that no page was made of: the API is asked as always */
export function shareOffers(apiUrl: string) {
  const known = new Map<string, Asked>();

  return async (
    { festivalId, path }: OffersAsked,
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<boolean> => {
    // Names that somebody invents would be asked in our name, and fill the memory.
    const slugs = memory().slugs.get(festivalId);
    if (!slugs) return false;
    const tags = [...slugs].flatMap((slug) => [atSlug(slug), partAt(slug, 'ticketing')]);
    const last = known.get(path);
    const isShared =
      last !== undefined && Date.now() - last.atMs < sharedForMs && memory().expiry.holds(tags, last.moment);
    const asked = isShared ? last : ask(path);
    try {
      await sendPage(request, response, await asked.answer, 'no-store');
    } catch {
      unreachable(response);
    }
    return true;
  };

  function ask(path: string): Asked {
    const asked = {
      atMs: Date.now(),
      moment: memory().expiry.now(),
      answer: load(`${apiUrl}${path}`),
    };
    // A failure is shared as well: whoever is down is not asked a thousand times a second.
    asked.answer.catch(() => undefined);
    known.delete(path);
    known.set(path, asked);
    const [oldest] = known.keys();
    if (known.size > mostKept && oldest !== undefined) known.delete(oldest);
    return asked;
  }
}

/** Asks as nobody, so that the answer is anybody's. */
async function load(address: string): Promise<MadePage> {
  const answer = await fetch(address, {
    headers: { 'x-face': 'site' },
    signal: AbortSignal.timeout(longestAskingMs),
    cache: 'no-store',
  });
  if (answer.status >= 500) throw new Error(`The offers answered ${answer.status}`);
  const body = Buffer.from(await answer.arrayBuffer());
  return {
    status: answer.status,
    headers: { 'content-type': 'application/json; charset=utf-8' },
    body,
    etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`,
    policy: nothingRuns,
    tags: [],
    moment: 0,
    madeAtMs: Date.now(),
    packed: new Map(),
    isStatic: true,
  };
}
