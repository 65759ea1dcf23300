import { createHash } from 'node:crypto';
import { request } from 'node:http';
import { defaultLanguage } from '@festivals/messages';
import { loadMessages } from '@festivals/messages/load-messages';
import { loadFestival } from '../festival/load-festival.ts';
import { isPageLanguage } from '../i18n/page-language.ts';
import { contentPolicy, isPaymentPage } from './content-policy.ts';
import { memory } from './memory.ts';
import { prepareScripts } from './inline-scripts.ts';
import { makeScriptsWait, waitOf } from './later-scripts.ts';
import { plainPage } from './failure-page.ts';
import type { MadePage, Wanted } from './made-page.ts';
import { movedTo } from './moved-to.ts';
import { tagsOfPage } from './tags.ts';

/** What of a page's own headers reaches the reader. */
const kept = ['content-type', 'link', 'location', 'content-disposition', 'content-language', 'x-robots-tag'];
const longestMakingMs = 20_000;

export interface Maker {
  make(wanted: Wanted, frameAncestors?: string): Promise<MadePage>;
}

/** Has pages made by Next, which listens at a port that nobody else is told. */
export function openMaker(port: number, mapOrigins: readonly string[], paymentOrigins: readonly string[]): Maker {
  // Next makes one page once for all who ask at the same time, and does not know of the domains on which it differs.
  const turns = new Map<string, Promise<unknown>>();
  return {
    async make(wanted, frameAncestors) {
      const before = turns.get(wanted.path) ?? Promise.resolve();
      const mine = before.then(() =>
        make(port, wanted, {
          mapOrigins,
          ...(isPaymentPage(wanted.path) && { paymentOrigins }),
          ...(frameAncestors && { frameAncestors }),
        }),
      );
      const settled = mine.catch(() => undefined);
      turns.set(wanted.path, settled);
      try {
        return await mine;
      } finally {
        if (turns.get(wanted.path) === settled) turns.delete(wanted.path);
      }
    },
  };
}

async function make(
  port: number,
  wanted: Wanted,
  allowed: { mapOrigins: readonly string[]; paymentOrigins?: readonly string[]; frameAncestors?: string },
): Promise<MadePage> {
  const moment = memory().expiry.now();
  const slug = await movedTo(wanted.path);
  if (slug !== null) return movedPage(slug, moment);
  const { status, headers, body: answered } = await ask(port, wanted);
  // An address that cannot be read, `%E0%A4` for one, is the address of nothing.
  if (status === 400 || (status === 404 && answered.includes('<html id="__next_error__"')))
    return absentPage(wanted, moment);
  const isHtml = (headers['content-type'] ?? '').startsWith('text/html');
  const { html, hashes } = isHtml ? prepareScripts(answered.toString('utf8')) : { html: null, hashes: [] };
  const wait = waitOf(wanted.path);
  const body = html === null ? answered : Buffer.from(wait === null ? html : makeScriptsWait(html, wait));
  return {
    status,
    headers: Object.fromEntries(kept.flatMap((name) => (headers[name] === undefined ? [] : [[name, headers[name]]]))),
    body,
    etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`,
    policy: contentPolicy({ scripts: hashes, ...allowed }),
    tags: tagsOfPage(wanted.path, status),
    moment,
    madeAtMs: Date.now(),
    packed: new Map(),
    isStatic: !(headers['cache-control'] ?? '').includes('no-store'),
  };
}

const movedPage = (slug: string, moment: number): MadePage => ({
  status: 308,
  movedTo: slug,
  headers: {},
  body: Buffer.alloc(0),
  etag: '""',
  policy: contentPolicy({ scripts: [] }),
  tags: [],
  moment,
  madeAtMs: Date.now(),
  packed: new Map(),
  isStatic: false,
});

/** Next leaves a page that is not there to its script; ours is there without. */
async function absentPage({ path, own }: Wanted, moment: number): Promise<MadePage> {
  const [, locale = '', slug = ''] = path.split('/');
  const language = isPageLanguage(locale) ? locale : defaultLanguage;
  const { site } = await loadMessages(language, ['site']);
  // Below a festival it wears the festival's poster, and leads back to it.
  const festival = slug === '' ? null : await loadFestival(slug).catch(() => null);
  const { title, text, home, back } = site.not_found;
  const to = festival === null || own !== null ? `/${language}` : `/${language}/${festival.slug}`;
  const words = {
    title,
    text,
    action: festival === null ? home : back,
    to,
    name: site.shell.name,
    sign: '404',
  };
  const page = plainPage(language, { status: 404, words, ...(festival && { theme: festival.theme }) });
  return { ...page, tags: tagsOfPage(path, 404), moment };
}

interface Answer {
  status: number;
  headers: Record<string, string | undefined>;
  body: Buffer;
}

/** Asks without anything of the visitor where what is made for one may be shown to all. */
function ask(port: number, { path, search, own, from }: Wanted): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const headers = {
      host: 'site.internal',
      ...(own !== null && { 'x-own-festival': own }),
      ...(from !== undefined && { 'x-forwarded-for': from }),
    };
    const asking = request(
      { host: '127.0.0.1', port, path: path + search, headers, timeout: longestMakingMs },
      (answer) => {
        const parts: Buffer[] = [];
        answer.on('data', (part: Buffer) => parts.push(part));
        answer.on('error', reject);
        answer.on('end', () =>
          resolve({ status: answer.statusCode ?? 500, headers: single(answer.headers), body: Buffer.concat(parts) }),
        );
      },
    );
    asking.on('timeout', () => asking.destroy(new Error(`${path} took too long to make`)));
    asking.on('error', reject);
    asking.end();
  });
}

const single = (headers: Record<string, string | string[] | undefined>): Record<string, string | undefined> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, [value].flat()[0]]));
