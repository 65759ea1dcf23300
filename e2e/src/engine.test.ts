/** What stands under every page of the site: how fresh it is, what it may run, whom it asks, where it answers, and without network. */
import { request } from 'node:http';
import type { BrowserContext, Page } from 'playwright-core';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { desk, oneBrowser, patience, visitor } from './browser.ts';
import { house } from './house.ts';
import { expectAccessible } from './inspect.ts';
import { flawsOf } from './structured-data.ts';
import { buyTickets, demo, openFestival, signedIn, type Stage } from './stage.ts';
import { seenWithin, until } from './within.ts';
import { say } from './words.ts';

/** Every kind of page, of the demo's festival: it has pictures, menus, hours and a map. */
const kinds = [
  '',
  '/line-up',
  '/line-up/grid',
  '/timetable',
  '/artists/ada-lumen',
  '/map',
  '/eat-and-drink',
  '/tickets',
  '/practical',
  '/news',
  '/my-programme',
  '/legal/privacy',
];

/** On which somebody plays. */
const days = ['2040-07-13', '2040-07-14'] as const;

const browser = oneBrowser();
let stage: Stage;
let page: Page;
let context: BrowserContext;

beforeAll(async () => {
  stage = await openFestival('Engine', [{ name: 'Weekend', price: 4950, capacity: 10 }]);
  const { programme } = stage.organiser;
  const params = { festivalId: stage.festival.id };
  const { id: stageId } = await programme.createStage({ params, body: { name: 'Meadow' } });
  const { id: artistId } = await programme.createArtist({ params, body: { name: 'Alba Brume' } });
  for (const day of days) {
    const body = { stageId, artistId, startsAt: `${day}T18:00:00.000Z`, endsAt: `${day}T19:00:00.000Z` };
    await programme.createSlot({ params, body: { ...body, status: 'CONFIRMED' } });
  }
});
beforeEach(async () => {
  page = await visitor(browser(), desk);
  context = page.context();
  return () => context.close();
});

const at = (kind: string, language = 'en') => `${house.site}/${language}/${stage.festival.slug}${kind}`;
const shown = (kind: string, language = 'en') => `${house.site}/${language}/solbrume${kind}`;

/** What a page may run. Where tickets are paid the provider's own script may be run too, from its address alone. */
function scriptsOf(policy: string, kind: string): string {
  const [scripts = ''] = /script-src [^;]+/.exec(policy) ?? [];
  const provider = kind === '/tickets' ? /frame-src (?<address>[^ ;]+)/.exec(policy)?.groups?.['address'] : undefined;
  return provider === undefined ? scripts : scripts.replace(` ${provider}`, '');
}

const read = async (address: string) => (await fetch(address)).text();

describe('a change', () => {
  it('is read as soon as it is told, on a page that was just made', async () => {
    await seenWithin(2, async () => {
      const title = `Gates at noon ${Date.now()}`;
      await read(at('/news'));
      await stage.organiser.festival.createNews({
        params: { festivalId: stage.festival.id },
        body: { title: { en: title }, publishedAt: new Date(Date.now() - 1000).toISOString() },
      });
      return until(async () => (await read(at('/news'))).includes(title));
    });
  });

  it('that publishes a festival ends a 404 that was already kept', async () => {
    const organiser = await signedIn('harbour');
    await seenWithin(2, async () => {
      const slug = `hidden-${Date.now().toString(36)}`;
      const { id: festivalId } = await organiser.festival.createFestival({ body: hidden(slug) });
      const params = { festivalId };
      const body = { name: { en: 'Day' }, price: 1000, vat: 600, capacity: 10 };
      await organiser.ticketing.createTicketType({ params, body });
      const address = `${house.site}/en/${slug}`;
      expect((await fetch(address)).status).toBe(404);
      await organiser.festival.moveFestival({ params, body: { to: 'PUBLISHED' } });
      return until(async () => (await fetch(address)).status === 200);
    });
  });

  it('that publishes a festival is found by whoever had looked for it in vain', async () => {
    const organiser = await signedIn('harbour');
    await seenWithin(2, async () => {
      const slug = `sought-${Date.now().toString(36)}`;
      const { id: festivalId } = await organiser.festival.createFestival({ body: { ...hidden(slug), name: slug } });
      const params = { festivalId };
      const body = { name: { en: 'Day' }, price: 1000, vat: 600, capacity: 10 };
      await organiser.ticketing.createTicketType({ params, body });
      const isFound = async () => (await read(`${house.site}/en/festivals?q=${slug}`)).includes(`href="/en/${slug}"`);
      expect(await isFound()).toBe(false);
      await organiser.festival.moveFestival({ params, body: { to: 'PUBLISHED' } });
      return until(isFound);
    });
  });

  it('that calls a festival off is told on each of its pages and on the wall of all, and nothing leads to its till', async () => {
    let home = '';
    await seenWithin(2, async () => {
      const name = `Rained ${Date.now().toString(36)}`;
      const { festival, organiser } = await openFestival(name, [{ name: 'Day', price: 1000, capacity: 10 }]);
      home = `${house.site}/en/${festival.slug}`;
      expect(await read(home)).toContain(say('site.tickets.choose'));
      await organiser.festival.moveFestival({ params: { festivalId: festival.id }, body: { to: 'CANCELLED' } });
      const isTold = (address: string) => async () => (await read(address)).includes(say('site.festival.cancelled'));
      const took: number[] = [];
      for (const kind of ['', '/line-up', '/timetable', '/map', '/practical', '/tickets', '/news'])
        took.push(await until(isTold(home + kind)));
      took.push(await until(isTold(`${house.site}/en/festivals?${new URLSearchParams({ q: name })}`)));
      return Math.max(...took);
    });
    const html = await read(home);
    for (const words of ['site.tickets.choose', 'site.festival.get_tickets'] as const)
      expect(html).not.toContain(say(words));
    expect(html).toContain('EventCancelled');
  });

  it('leaves a page alone that shows another festival, which is not even sent again', async () => {
    const address = `${house.site}/en/solbrume/practical`;
    const again = async () => {
      const etag = (await fetch(address)).headers.get('etag') ?? '';
      return (await fetch(address, { headers: { 'if-none-match': etag } })).status;
    };
    // What is only old is shown once more, and made anew beside.
    await expect.poll(again).toBe(304);
  });
});

const hidden = (slug: string) => ({
  name: 'Hidden',
  slug,
  tagline: { en: 'Not yet' },
  description: { en: 'Soon to be seen.' },
  startsOn: '2040-07-13',
  endsOn: '2040-07-15',
  zone: 'Europe/Brussels',
  place: { name: 'Meadow', address: 'Lane 1', city: 'Valbrume', country: 'BE', latitude: 50.6, longitude: 4.7 },
  currency: 'EUR' as const,
  languages: ['en' as const],
});

describe('a page', () => {
  it.each(kinds)('%s runs what it was made with, nothing else, and asks nobody but us', async (kind) => {
    const refused: string[] = [];
    const issues: string[] = [];
    const origins = new Set<string>();
    page.on('console', (message) => message.text().includes('Content Security Policy') && refused.push(message.text()));
    page.on('request', (asked) => /^https?:/.test(asked.url()) && origins.add(new URL(asked.url()).origin));
    // Not everything that is refused is said in the console.
    const browserSays = await context.newCDPSession(page);
    browserSays.on('Audits.issueAdded', ({ issue }) => issues.push(issue.code));
    await browserSays.send('Audits.enable');
    await page.addInitScript(() => addEventListener('awake', () => (document.documentElement.dataset['awake'] = '')));
    const answer = await page.goto(shown(kind), { waitUntil: 'networkidle' });
    // What waits for a reader may no more than what does not.
    await page.mouse.move(300, 300);
    await page.locator('html[data-awake]').waitFor({ state: 'attached' });
    const script = scriptsOf(answer?.headers()['content-security-policy'] ?? '', kind);
    expect(script).toMatch(/^script-src 'self' 'sha256-/);
    expect(script).not.toMatch(/unsafe|\*|https?:|data:|nonce/);
    expect(refused).toEqual([]);
    expect(issues.filter((code) => code === 'ContentSecurityPolicyIssue')).toEqual([]);
    expect([...origins]).toEqual([house.site]);

    await page.evaluate(() => {
      const injected = document.createElement('script');
      injected.textContent = 'document.documentElement.dataset.injected = "yes"';
      document.body.append(injected);
    });
    expect(await page.evaluate(() => document.documentElement.dataset['injected'])).toBeUndefined();
    await expect.poll(() => refused).toHaveLength(1);
  });

  it.each(kinds)('%s is told to machines in words that they know, with all that they ask for', async (kind) => {
    expect(flawsOf(await read(shown(kind)))).toEqual([]);
  });

  it.each(kinds)('%s says with every answer what may be done with it', async (kind) => {
    const { headers } = await fetch(shown(kind), { headers: { 'x-forwarded-proto': 'https' } });
    expect(Object.fromEntries(headers)).toMatchObject({
      'strict-transport-security': 'max-age=31536000',
      'referrer-policy': 'same-origin',
      'x-content-type-options': 'nosniff',
      'cross-origin-opener-policy': 'same-origin',
      'permissions-policy': expect.stringContaining('geolocation=(self)'),
      'content-security-policy': expect.stringContaining("frame-ancestors 'none'"),
    });
    expect((await fetch(shown(kind))).headers.get('strict-transport-security')).toBeNull();
  });

  it('that is not there says so in the reader’s language, without script', async () => {
    const html = await read(`${house.site}/en/${stage.festival.slug}/nowhere`);
    expect(html).toContain(say('site.not_found.title'));
    expect(html).toContain('<html lang="en"');
  });
});

describe('a host', () => {
  const statusAt = (host: string): Promise<number | undefined> =>
    new Promise((resolve, reject) => {
      const { hostname, port } = new URL(house.site);
      request({ host: hostname, port, path: `/en/${stage.festival.slug}`, headers: { host } }, (answer) => {
        answer.resume();
        resolve(answer.statusCode);
      })
        .on('error', reject)
        .end();
    });

  it.each(['evil.example', 'localhost.evil.example', 'evil.example:80', 'xn--80ak6aa92e.com'])(
    'that is nobody’s shows no festival: %s',
    async (host) => {
      expect(await statusAt(host)).toBe(421);
    },
  );

  it('is never believed where an answer leads', async () => {
    const answer = await fetch(`${house.site}/`, {
      headers: { 'x-forwarded-host': 'evil.example' },
      redirect: 'manual',
    });
    expect(answer.headers.get('location')).toMatch(/^\/[a-z]{2}$/);
  });
});

describe('without network', () => {
  it('what one wants in a field is read after one visit, with its age', async () => {
    await page.goto(at(''));
    const isKept = () =>
      page.evaluate(async () => {
        const pages = await caches.open('pages-1');
        return (await pages.match('/en/account')) !== undefined;
      });
    await expect.poll(isKept).toBe(true);
    await context.setOffline(true);
    for (const kind of ['/line-up', '/timetable', '/map', '/practical']) {
      await page.goto(at(kind));
      await page.getByRole('heading', { level: 1 }).waitFor();
      expect(await page.locator('html').getAttribute('data-offline')).toMatch(/^Offline: as read on /);
    }
  });

  it('so is each day of the timetable in any view, and one’s own programme; of the rest it is said what can be read', async () => {
    await page.goto(at(''));
    const isKept = () =>
      page.evaluate(
        async (path) => (await (await caches.open('pages-1')).match(path)) !== undefined,
        new URL(at(`/timetable/${days[1]}`)).pathname,
      );
    await expect.poll(isKept, { timeout: 60_000 }).toBe(true);
    await context.setOffline(true);
    for (const kind of [...days.flatMap((day) => [`/timetable/${day}`, `/timetable/${day}/list`]), '/line-up/list']) {
      await page.goto(at(kind));
      await page.getByRole('link', { name: 'Alba Brume' }).first().waitFor();
    }
    await page.goto(at('/my-programme'));
    await page.getByRole('heading', { level: 1, name: say('site.myProgramme.title') }).waitFor();

    await page.goto(at('/artists/alba-brume'));
    await page.getByRole('heading', { level: 1, name: 'No network here' }).waitFor();
    await expectAccessible(page);
    await page.getByRole('link', { name: say('site.practical.meta_title', { name: 'Engine' }) }).click();
    await page.getByRole('heading', { level: 1, name: say('site.practical.title') }).waitFor();
  });

  it('my tickets are read after one visit, and by nobody after I logged out', async () => {
    const [type] = stage.types;
    await buyTickets(stage.festival.id, type?.id ?? never(), 1, { name: 'Vera', email: demo('visitor').email });
    await page.goto(at(''));
    const isAtWork = () => page.evaluate(() => navigator.serviceWorker.controller !== null);
    await expect.poll(isAtWork).toBe(true);
    await page.goto(`${house.site}/en/account/login`);
    await page.getByLabel(say('site.account.email')).fill(demo('visitor').email);
    await page.getByLabel(say('site.account.password')).fill(demo('visitor').password);
    await page.getByRole('button', { name: say('site.account.login') }).click();
    await page.waitForURL('**/en/account');
    const ticket = page.getByText(stage.festival.name).first();
    await ticket.waitFor();
    await expect.poll(() => keptOfMine(page), { timeout: patience }).toBeGreaterThanOrEqual(3);
    await context.setOffline(true);
    await page.reload();
    await ticket.waitFor();
    expect(await page.locator('html').getAttribute('data-offline')).toMatch(/^Offline: as read on /);

    await context.setOffline(false);
    await page.reload();
    const beside = await context.newPage();
    await beside.goto(`${house.site}/en/account`);
    await beside.getByText(stage.festival.name).first().waitFor();
    await page.getByRole('button', { name: say('site.account.logout'), exact: true }).click();
    await page.getByText(say('site.account.guest_text')).waitFor();
    // Nor in another tab, where nobody pressed anything.
    await beside.getByText(say('site.account.guest_text')).waitFor();
    await beside.close();
    await expect.poll(() => keptOfMine(page)).toBe(0);
    await context.setOffline(true);
    // Whoever remembers the session here, and has it not.
    await page.evaluate(() => localStorage.setItem('signed-in', 'yes'));
    await page.reload();
    await page.getByText(say('site.problem.network')).waitFor();
    expect(await ticket.count()).toBe(0);
  });

  it('nothing of an account is kept by a visit', async () => {
    await page.goto(at(''));
    await page.waitForTimeout(3000);
    expect(await keptOfMine(page)).toBe(0);
  });
});

/** How many answers the browser keeps that are its reader's alone. */
const keptOfMine = (one: Page) =>
  one.evaluate(async () => {
    const names = (await caches.keys()).filter((name) => name.startsWith('mine'));
    const counts = await Promise.all(names.map(async (name) => (await (await caches.open(name)).keys()).length));
    return counts.reduce((sum, each) => sum + each, 0);
  });

function never(): never {
  throw new Error('Nothing is on sale.');
}

it('every page of a festival stands in its sitemap, in every language', async () => {
  const index = await read(`${house.site}/sitemap.xml`);
  expect(index).toContain(`/sitemaps/${stage.festival.slug}.xml`);
  const xml = await read(`${house.site}/sitemaps/${stage.festival.slug}.xml`);
  for (const language of ['fr', 'en', 'de', 'es', 'it', 'pt'])
    expect(xml).toContain(`/${language}/${stage.festival.slug}/practical`);
  const robots = await read(`${house.site}/robots.txt`);
  expect(robots).toContain('/sitemap.xml');
});
