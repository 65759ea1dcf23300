import { createHash } from 'node:crypto';
import { directionOf, type Language } from '@festivals/messages';
import { loadMessages } from '@festivals/messages/load-messages';
import { artworkAddress } from '../festival/artwork-address.ts';
import { contentPolicy } from './content-policy.ts';
import type { MadePage } from './made-page.ts';

/** What is shown when a page can be neither made nor remembered: no script, nothing to wait for, still a nice view. */
export async function failurePage(language: Language, status: 500 | 503): Promise<MadePage> {
  const { site } = await loadMessages(language, ['site']);
  const { title, text } = status === 503 ? site.maintenance : site.failure;
  const words = { title, text, action: site.failure.retry, to: '', name: site.shell.name };
  return plainPage(language, { status, words, headers: { 'retry-after': '15' } });
}

interface Plain {
  status: number;
  /** `to` is where the action leads: nowhere is the page itself. */
  words: { title: string; text: string; action: string; to: string; name: string; sign?: string };
  headers?: Record<string, string>;
  /** Whose poster lies behind it; our own where it is nobody's. */
  theme?: Parameters<typeof artworkAddress>[0];
}

/** A page that needs neither Next nor the API. */
export function plainPage(language: Language, { status, words, headers, theme = ours }: Plain): MadePage {
  const body = Buffer.from(document(language, words, artworkAddress(theme)));
  return {
    status,
    headers: { 'content-type': 'text/html; charset=utf-8', 'x-robots-tag': 'noindex', ...headers },
    body,
    etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`,
    policy: contentPolicy({ scripts: [] }),
    tags: [],
    moment: 0,
    madeAtMs: Date.now(),
    packed: new Map(),
    isStatic: true,
  };
}

const ours = { palette: 'forest', seed: 11 } as const;

const document = (language: Language, words: Plain['words'], artwork: string) => `<!doctype html>
<html lang="${language}" dir="${directionOf(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="theme-color" content="#000">
<link rel="icon" href="/icon.svg" type="image/svg+xml">
<title>${words.title} · ${words.name}</title>
<style>
*{box-sizing:border-box;margin:0}
body{min-height:100svh;display:grid;place-items:end center;background:#000 url(${artwork}) center/cover;
color:#fff;font:500 1.125rem/1.5 'Inter Variable',system-ui,sans-serif;text-align:center}
main{width:100%;padding:40svh 1.25rem 3.5rem;background:linear-gradient(#0000,#000c 45%,#000)}
h1{font:800 clamp(2.5rem,8vw,6rem)/1 'Bricolage Grotesque Variable',system-ui,sans-serif;letter-spacing:-.03em;text-wrap:balance}
p.sign{font:800 min(30vw,22rem)/1 'Bricolage Grotesque Variable',system-ui,sans-serif;margin:-30svh auto 0}
p{max-width:36rem;margin:1rem auto 1.75rem;text-wrap:balance}
a{display:inline-flex;align-items:center;height:3.5rem;padding:0 2rem;border-radius:99rem;background:#fff;color:#000;font-weight:600;text-decoration:none}
a:focus-visible{outline:3px solid #fff;outline-offset:3px}
</style>
</head>
<body>
<main>
${words.sign === undefined ? '' : `<p class="sign" aria-hidden="true">${words.sign}</p>`}<h1>${words.title}</h1>
<p>${words.text}</p>
<a href="${words.to}">${words.action}</a>
</main>
</body>
</html>`;
