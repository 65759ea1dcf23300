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
const keptAt = 'x-kept-at';

const words = {
  en: 'Offline: as read on',
  fr: 'Hors ligne\u00a0: page lue le',
  de: 'Offline: Stand vom',
  es: 'Sin conexión: leído el',
  it: 'Offline: letto il',
  pt: 'Sem ligação: lido em',
};

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
  else if (/^\/(_next\/static|artwork|icons|api\/media)\//.test(url.pathname)) event.respondWith(file(event, request));
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
    return (await known(url.pathname)) ?? asking;
  }
}

async function known(path) {
  const found = await (await caches.open(pages)).match(path);
  return found && withAge(found);
}

/** The page with its age at its head: an attribute that the style sheet shows, so that no script is needed for it. */
async function withAge(answer) {
  const html = await answer.text();
  const [, language = 'en'] = /<html lang="([^"]*)"/.exec(html) ?? [];
  const when = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' }).format(
    new Date(Number(answer.headers.get(keptAt))),
  );
  const note = `${words[language] ?? words.en} ${when}`.replaceAll('"', '');
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
  const cache = await caches.open(pages);
  for (const path of paths.filter((one) => typeof one === 'string' && one.startsWith('/')).slice(0, 20)) {
    const before = await cache.match(path);
    if (before && Date.now() - Number(before.headers.get(keptAt)) < 600_000) continue;
    const answer = await fetch(path, { headers: { accept: 'text/html' } }).catch(() => null);
    if (!answer?.ok || !isHtml(answer) || !isForAll(answer)) continue;
    const html = await answer.clone().text();
    await keep(pages, path, answer, mostPages);
    await keepFiles(html);
  }
}

async function keepFiles(html) {
  const cache = await caches.open(files);
  const named = html.matchAll(/(?:src|href)="(\/(?:_next\/static|artwork|icons)\/[^"]+)"/g);
  for (const address of new Set([...named].map((match) => match[1].replaceAll('&amp;', '&')))) {
    if (await cache.match(address)) continue;
    const answer = await fetch(address).catch(() => null);
    if (answer?.ok) await cache.put(address, answer);
  }
}

async function keep(name, address, answer, most) {
  const headers = new Headers(answer.headers);
  headers.set(keptAt, String(Date.now()));
  const cache = await caches.open(name);
  await cache.put(address, new Response(await answer.blob(), { status: 200, headers }));
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
