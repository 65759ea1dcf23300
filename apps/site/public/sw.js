/**
 * What was read once is read again without a network, with the hour at which it was read. Pages come from the network whenever there
 * is one; files that are named by their content come from here. What is one person's alone is kept in a cache of its own, which is
 * emptied when anybody signs in or out.
 */
const pages = 'pages-1';
const files = 'files-1';
const mine = 'mine-1';
const kept = [pages, files, mine];
const patienceMs = 5000;
const mostFiles = 300;
const mostPages = 120;
/** Of a long festival, the days that are next. */
const mostDays = 10;
const keptAt = 'x-kept-at';

const words = {
  en: {
    age: 'Offline: as read on',
    title: 'No network here',
    text: 'This page was not read while there was one. These were:',
    alone: 'This page was not read while there was one.',
    again: 'Try again',
  },
  fr: {
    age: 'Hors ligne\u00a0: page lue le',
    title: 'Pas de réseau ici',
    text: 'Cette page n’a pas été lue quand il y en avait. Celles-ci, si\u00a0:',
    alone: 'Cette page n’a pas été lue quand il y en avait.',
    again: 'Réessayer',
  },
  de: {
    age: 'Offline: Stand vom',
    title: 'Kein Netz hier',
    text: 'Diese Seite wurde nicht gelesen, als es eines gab. Diese schon:',
    alone: 'Diese Seite wurde nicht gelesen, als es eines gab.',
    again: 'Noch einmal versuchen',
  },
  es: {
    age: 'Sin conexión: leído el',
    title: 'Aquí no hay red',
    text: 'Esta página no se leyó cuando la había. Estas sí:',
    alone: 'Esta página no se leyó cuando la había.',
    again: 'Intentar de nuevo',
  },
  it: {
    age: 'Offline: letto il',
    title: 'Qui non c’è rete',
    text: 'Questa pagina non è stata letta quando c’era. Queste sì:',
    alone: 'Questa pagina non è stata letta quando c’era.',
    again: 'Riprova',
  },
  pt: {
    age: 'Sem ligação: lido em',
    title: 'Aqui não há rede',
    text: 'Esta página não foi lida quando havia. Estas foram:',
    alone: 'Esta página não foi lida quando havia.',
    again: 'Tentar de novo',
  },
};
const wordsIn = (language) => words[language] ?? words.en;

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(begin()));
self.addEventListener('message', (event) => {
  if (Array.isArray(event.data?.keep)) event.waitUntil(keepPages(event.data.keep));
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (url.origin !== self.location.origin) return;
  if (request.method !== 'GET') {
    if (/^\/api\/auth\/(login|logout|register|password|link|providers)/.test(url.pathname))
      event.respondWith(comeOrGo(request));
    return;
  }
  if (request.mode === 'navigate') event.respondWith(page(event, url));
  else if (/^\/(_next\/static|artwork|api\/media)\//.test(url.pathname)) event.respondWith(file(event, request));
  else if (/^\/api\/(tickets\/me|auth\/me(\/data)?)$/.test(url.pathname)) event.respondWith(own(request));
  else if (/^\/api\/festivals\/[^/]+\/(offers|places|stands|programme|news|details)/.test(url.pathname))
    event.respondWith(data(event, request));
});

async function begin() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => !kept.includes(name)).map((name) => caches.delete(name)));
  await self.clients.claim();
}

/** From the network; from here when it does not answer, saying from when it is. */
async function page(event, url) {
  const isKept = /^\/[\w-]+(\/|$)/.test(url.pathname) && !/\/(preview|orders)\//.test(url.pathname);
  const asking = fetch(event.request);
  try {
    const answer = await inTime(asking);
    if (answer.ok && isKept && isHtml(answer) && isForAll(answer)) event.waitUntil(keep(pages, url.pathname, answer.clone(), mostPages));
    // What is gone is gone here too; a server in trouble has taken nothing away.
    if (answer.status === 404 || answer.status === 410) event.waitUntil(forget(pages, url.pathname));
    if (answer.status < 500) return answer;
    return (await known(url.pathname)) ?? answer;
  } catch {
    // Where nothing is kept there is nothing better than to wait on.
    return (await known(url.pathname)) ?? asking.catch(() => nothingKept(url.pathname));
  }
}

async function known(path) {
  const cache = await caches.open(pages);
  // A view that was not read is another view of what was.
  const found = (await cache.match(path)) ?? (await cache.match(path.replace(/\/(grid|list|search)$/, '')));
  if (!found) return undefined;
  const at = Number(found.headers.get(keptAt));
  // A room of the account is as old as what it shows.
  return withAge(found, /^\/[\w-]+\/account(\/|$)/.test(path) ? Math.min(at, await ageOfMine()) : at);
}

async function ageOfMine() {
  const cache = await caches.open(mine);
  const all = await Promise.all((await cache.keys()).map((request) => cache.match(request)));
  return Math.min(...all.map((answer) => Number(answer?.headers.get(keptAt) ?? Infinity)));
}

/** What is said where there is neither network nor page: what can be read instead, on the festival's own poster. */
async function nothingKept(path) {
  const [, language = 'en', festival = ''] = path.split('/');
  const { title, text, alone, again } = wordsIn(language);
  const cache = await caches.open(pages);
  const read = [];
  for (const { url } of await cache.keys()) {
    const address = new URL(url).pathname;
    if (!address.startsWith(`/${language}/`)) continue;
    const html = await (await cache.match(url)).text();
    read.push({ address, name: /<title>([^<]*)/.exec(html)?.[1] ?? address, art: /\/artwork\/[a-z]+-[a-z]+-\d+\.svg/.exec(html)?.[0] });
  }
  const here = read.filter(({ address }) => `${address}/`.startsWith(`/${language}/${festival}/`));
  const shown = (here.length > 0 ? here : read).slice(0, 12);
  const art = shown.find((one) => one.art)?.art;
  const links = shown.map(({ address, name }) => `<li><a href="${address}">${name}</a></li>`).join('');
  return new Response(
    `<!doctype html><html lang="${language in words ? language : 'en'}"><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title><style>
*{box-sizing:border-box;margin:0}body{min-height:100svh;background:#000${art ? ` url(${art}) center/cover` : ''};color:#fff;font:500 1.125rem/1.5 system-ui,sans-serif}
main{min-height:100svh;padding:18svh max(1.25rem,calc(50vw - 19rem)) 3rem;background:linear-gradient(#0006,#000d 40%)}h1{font-size:clamp(2.5rem,9vw,4.5rem);line-height:1;letter-spacing:-.02em}
p{margin:1.25rem 0}ul{padding:0;list-style:none}li{border-top:1px solid #fff4}li a{display:block;padding:.8rem 0;color:#fff;font-weight:650}
.again{display:inline-flex;align-items:center;min-height:3.25rem;margin-top:1.5rem;padding:0 1.75rem;border-radius:99rem;background:#fff;color:#000;font-weight:650;text-decoration:none}a:focus-visible{outline:3px solid #fff;outline-offset:3px}
</style><main><h1>${title}</h1><p>${shown.length > 0 ? text : alone}</p><ul>${links}</ul><a class="again" href="">${again}</a></main>`,
    { status: 503, headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' } },
  );
}

/** The page with its age at its head: an attribute that the style sheet shows, so that no script is needed for it. */
async function withAge(answer, at) {
  const html = await answer.text();
  const [, language = 'en'] = /<html lang="([^"]*)"/.exec(html) ?? [];
  const when = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' }).format(
    new Date(at),
  );
  const note = `${wordsIn(language).age} ${when}`.replaceAll('"', '');
  return new Response(html.replace('<html ', `<html data-offline="${note}" `), { headers: answer.headers });
}

async function file(event, request) {
  const found = await (await caches.open(files)).match(request);
  if (found) return found;
  const answer = await fetch(request);
  if (answer.ok) event.waitUntil(keep(files, request.url, answer.clone(), mostFiles));
  return answer;
}

async function data(event, request) {
  const asking = fetch(request);
  try {
    const answer = await inTime(asking);
    if (answer.ok) event.waitUntil(keep(files, request.url, answer.clone(), mostFiles));
    return answer;
  } catch {
    return (await (await caches.open(files)).match(request.url)) ?? asking;
  }
}

let comings = 0;

/** Whoever signs in or out: what was the last one's is nobody's any more, and neither is what is still on its way to them. */
async function comeOrGo(request) {
  const forgetMine = () => {
    comings += 1;
    return caches.delete(mine);
  };
  await forgetMine();
  return fetch(request).finally(forgetMine);
}

/** What is the reader's alone: kept for them, gone with their session. */
async function own(request) {
  const since = comings;
  const asking = fetch(request);
  try {
    const answer = await inTime(asking);
    if (answer.ok && since === comings) await keep(mine, request.url, answer.clone(), 20);
    if (answer.status === 401 || answer.status === 403) await caches.delete(mine);
    return answer;
  } catch {
    return (await (await caches.open(mine)).match(request.url)) ?? asking;
  }
}

/** Keeps pages that nobody opened yet, and what they are made of. */
async function keepPages(paths) {
  const wanted = new Set(paths.filter((one) => typeof one === 'string' && one.startsWith('/')).slice(0, 20));
  // A set is walked through to its end, and the days of a timetable come behind it.
  for (const path of wanted) {
    const html = await keptPage(path);
    for (const day of daysTold(html)) wanted.add(day);
  }
}

/** A page's text, as it is kept now or was a little while ago; nothing of one that cannot be had. */
async function keptPage(path) {
  const before = await (await caches.open(pages)).match(path);
  if (before && Date.now() - Number(before.headers.get(keptAt)) < 600_000) return before.text();
  const answer = await fetch(path, { headers: { accept: 'text/html' } }).catch(() => null);
  if (!answer?.ok || !isHtml(answer) || !isForAll(answer)) return '';
  const html = await answer.clone().text();
  await keep(pages, path, answer, mostPages);
  await keepFiles(html);
  return html;
}

/** The days that a timetable leads to, those that are over left out. */
function daysTold(html) {
  const yesterday = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);
  return [...html.matchAll(/href="((?:\/[\w-]+){1,2}\/timetable\/(\d{4}-\d\d-\d\d))"/g)]
    .filter(([, , day]) => day >= yesterday)
    .slice(0, mostDays)
    .map(([, address]) => address);
}

async function keepFiles(html) {
  const cache = await caches.open(files);
  const named = html.matchAll(/(?:src|href)="(\/(?:_next\/static|artwork)\/[^"]+)"/g);
  for (const address of new Set([...named].map((match) => match[1].replaceAll('&amp;', '&')))) {
    if (await cache.match(address)) continue;
    const answer = await fetch(address).catch(() => null);
    if (answer?.ok) await cache.put(address, answer).catch(() => undefined);
  }
}

async function keep(name, address, answer, most) {
  const headers = new Headers(answer.headers);
  headers.set(keptAt, String(Date.now()));
  const cache = await caches.open(name);
  // A device that is full keeps what it has; whoever reads is none the wiser.
  await cache.put(address, new Response(await answer.blob(), { status: 200, headers })).catch(() => undefined);
  const all = await cache.keys();
  for (const oldest of all.slice(0, Math.max(0, all.length - most))) await cache.delete(oldest);
}

const forget = async (name, address) => (await caches.open(name)).delete(address);
const isHtml = (answer) => (answer.headers.get('content-type') ?? '').startsWith('text/html') && !answer.redirected;
/** What is made for one reader, an invitation, says of itself that it is not to be kept. */
const isForAll = (answer) => !(answer.headers.get('cache-control') ?? '').includes('no-store');

function inTime(asking) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('The network does not answer')), patienceMs);
    asking.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
