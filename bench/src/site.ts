// How the public site bears a flood, how soon it shows a change, and what its pages weigh, with 120 artists and with 3 000.
// Measures in the house at SITE_URL, API_URL and DATABASE_URL, or in one that it opens.
import { createClient, type Client } from '@festivals/contract';
import { api } from '@festivals/domain';
import { FestivalId } from '@festivals/domain/primitives';
import { setTimeout as wait } from 'node:timers/promises';
import { openCrowdedFestival } from './crowded-festival.ts';
import { flood } from './flood.ts';
import { openSiteHouse } from './open-house.ts';
import { pageWeight } from './page-weight.ts';
import { percentile, rounded } from './percentile.ts';
import { addressOf, kindNames } from './site-pages.ts';

/** How many calls the API's slowest answers are taken from. */
const probes = 600;

const organiser = { email: 'harbour@demo.example', password: 'festivals-demo' };

/** How long the API takes to answer a visitor, in milliseconds, 99 of 100. */
async function apiP99(url: string, calls: number): Promise<number> {
  const times: number[] = [];
  for (let at = 0; at < calls; at += 1) {
    const began = performance.now();
    await (await fetch(`${url}/api/festivals?limit=20`)).arrayBuffer();
    if (at >= 20) times.push(performance.now() - began);
    await wait(5);
  }
  return rounded(percentile(times, 0.99));
}

/** How many calls the API has answered by now, whoever made them. */
async function apiCalls(url: string): Promise<number> {
  const text = await (await fetch(`${url}/metrics`)).text();
  const counts = text.matchAll(/^http_request_duration_seconds_count\{[^}]*route="\/api[^}]*\} (?<count>\d+)/gm);
  return [...counts].reduce((sum, { groups }) => sum + Number(groups?.['count']), 0);
}

/** From the answer of a change in the office until a visitor reads it, in milliseconds: the slowest of some. */
async function changeToVisible(client: Client<typeof api>, festivalId: string, page: string): Promise<number> {
  const times: number[] = [];
  for (let at = 0; at < 5; at += 1) {
    await fetch(page);
    const title = `News ${crypto.randomUUID()}`;
    await client.festival.createNews({
      params: { festivalId: FestivalId.parse(festivalId) },
      body: { title: { en: title }, publishedAt: new Date(Date.now() - 1000).toISOString() },
    });
    const began = performance.now();
    while (!(await (await fetch(page)).text()).includes(title)) await wait(10);
    times.push(performance.now() - began);
    // The next one is a first change again, not one of a series that is gathered.
    await wait(700);
  }
  return Math.round(Math.max(...times));
}

const house = await openSiteHouse();
try {
  const guest = createClient(api, { baseUrl: `${house.api}/api`, face: 'app' });
  const { tokens } = await guest.identity.login({ body: organiser }, { headers: { 'x-tokens': 'body' } });
  const client = createClient(api, { baseUrl: `${house.api}/api`, face: 'app', token: () => tokens?.access });
  const figures: Record<string, unknown> = {};
  for (const artists of [120, 3000]) {
    const crowded = await openCrowdedFestival(house.database, organiser.email, artists);
    const { festivalId, slug } = crowded;
    const paths = kindNames.map((kind) => new URL(addressOf(house.site, crowded, kind)).pathname);
    const weights: Record<string, { html: number; js: number }> = {};
    for (const kind of kindNames) weights[kind] = await pageWeight(addressOf(house.site, crowded, kind));
    const change_to_visible_ms = await changeToVisible(client, festivalId, addressOf(house.site, crowded, 'news'));
    // Everything is made and packed before the crowd comes, and who opens the tickets asks what is left.
    const asked = [...paths, `/api/festivals/${festivalId}/offers`];
    await flood(house.site, asked, { seconds: 2, connections: 8 });
    const idle = await apiP99(house.api, probes);
    const before = await apiCalls(house.api);
    const flooding = flood(house.site, asked, { seconds: 8, connections: 32 });
    const flooded = await apiP99(house.api, probes);
    const cached = await flooding;
    const api_calls_per_s = rounded(((await apiCalls(house.api)) - before - probes) / 8);
    const offers = await flood(house.site, asked.slice(-1), { seconds: 3, connections: 32 });
    const questions = Array.from({ length: 400 }, (_, at) => `/en/${slug}/line-up/search?q=artist+${at}`);
    const dynamic = await flood(house.site, questions, { seconds: 5, connections: 8 });
    figures[`artists_${artists}`] = {
      cached_req_per_s: cached.perSecond,
      offers_req_per_s: offers.perSecond,
      dynamic_req_per_s: dynamic.perSecond,
      p99_ms: cached.p99Ms,
      change_to_visible_ms,
      // What the flood itself asks of the API, beside what is measured there.
      api_calls_per_s,
      api_p99_ms: { idle, flooded },
      js_kb: Object.fromEntries(kindNames.map((kind) => [kind, weights[kind]?.js])),
      html_kb: Object.fromEntries(kindNames.map((kind) => [kind, weights[kind]?.html])),
    };
  }
  const [first] = Object.values(figures);
  const all = { ...(first as object), ...figures };
  if (process.argv.includes('--json')) console.log(JSON.stringify(all));
  else for (const [name, value] of Object.entries(all)) console.log(`${name.padEnd(22)} ${JSON.stringify(value)}`);
} finally {
  await house.close();
}
