/** Every kind of page of the public site, narrow and wide: by day in English, by night in German, and from right to left. */
import { localised, type Language } from '@festivals/messages';
import { asLanguage, directionOf } from '@festivals/messages/pseudo-language';
import { writeChoice } from '@festivals/domain/programme/visit/choice';
import type { Offer } from '@festivals/domain/ticketing/schemas';
import type { BrowserContext, Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { oneBrowser, visitor } from './browser.ts';
import { house } from './house.ts';
import { expectAccessible, expectNoSidewaysScroll, listenTo, type Hearing } from './inspect.ts';
import { leftInEnglish } from './left-in-english.ts';
import { accountRooms, festivalPages, platformPages } from './screens.ts';
import { buyTickets, demo, signedIn, signInBrowser } from './stage.ts';
import { wordsIn } from './words.ts';

const browser = oneBrowser();
const widths = [360, 1440] as const;
const looks = [
  { language: 'en', colorScheme: 'light' },
  { language: 'de', colorScheme: 'dark' },
  { language: asLanguage('ar-XB'), colorScheme: 'light' },
] as const;

/** Who reads the site in one language, as a guest or with an account. */
interface Reader {
  language: Language;
  say: ReturnType<typeof wordsIn>;
  context: BrowserContext;
  page: Page;
  heard: Hearing;
}

async function reader({ language, colorScheme }: (typeof looks)[number]): Promise<Reader> {
  // Each page as it comes from the site, and nothing that a worker fetches beside.
  const options = { colorScheme, reducedMotion: 'reduce', locale: 'en-GB', serviceWorkers: 'block' } as const;
  const page = await visitor(browser(), options);
  return { language, say: wordsIn(language), context: page.context(), page, heard: listenTo(page, house.site) };
}

let guests: Reader[] = [];
let members: Reader[] = [];
let order: Awaited<ReturnType<typeof buyTickets>>;
let offer: Offer;
let artist: { id: string; slug: string };
let shared: string;

beforeAll(async () => {
  const organiser = await signedIn('organiser');
  const { id: festivalId } = await organiser.festival.getFestivalBySlug({ params: { slug: 'solbrume' } });
  const params = { festivalId };
  const offers = await organiser.ticketing.listOffers({ params });
  const buyable = offers.find(({ availability }) => availability === 'AVAILABLE');
  const { artists, slots } = await organiser.programme.getLineUp({ params });
  const known = artists.find(({ billing }) => billing === 1);
  if (!buyable || !known) throw new Error('The demo festival sells nothing, or nobody plays there.');
  [offer, artist] = [buyable, known];
  shared = writeChoice(slots.slice(0, 6).map(({ id }) => id));
  order = await buyTickets(festivalId, offer.id, 2, { name: 'Camille Rousselle', email: demo('visitor').email });
  guests = await Promise.all(looks.map(reader));
  members = await Promise.all(looks.map(reader));
  for (const { context } of members) await signInBrowser(context, 'site', 'visitor');
  return () => Promise.all([...guests, ...members].map(({ context }) => context.close()));
});

interface Kind {
  /** What the page asks as soon as its script has come: until then its buttons do nothing. */
  asks?: string;
  /** What is done on the page before it is looked at. */
  before?: (one: Reader) => Promise<void>;
  status?: 200 | 404;
  /** Whether its links lead to itself in other languages: a page that is not there has no other. */
  switches?: boolean;
}

/** Opens a page in the three languages at once, and looks at each in every width. */
async function walk(readers: readonly Reader[], path: string, kind: Kind = {}): Promise<void> {
  await Promise.all(readers.map((one) => look(one, path, kind)));
}

async function look(one: Reader, path: string, { asks, before, status = 200, switches = true }: Kind): Promise<void> {
  const { page, heard, language } = one;
  await page.setViewportSize({ width: widths[0], height: 800 });
  const asked = asks === undefined ? null : page.waitForResponse((response) => response.url().endsWith(asks));
  const answer = await page.goto(`${house.site}/${language}${path}`);
  await asked;
  expect(answer?.status() ?? 200).toBe(status);
  // The browser complains of the answer itself, as it should.
  if (status === 404) heard.complaints.length = 0;
  await before?.(one);
  await page.getByRole('heading').first().waitFor();
  await heard.settled();
  for (const width of widths) {
    await page.setViewportSize({ width, height: 800 });
    await expectNoSidewaysScroll(page);
    // From right to left nothing else is shown than in English, only elsewhere: once is enough.
    if (width === widths[0] || directionOf(language) === 'ltr') await expectAccessible(page);
  }
  const html = page.locator('html');
  expect([await html.getAttribute('lang'), await html.getAttribute('dir')]).toEqual([language, directionOf(language)]);
  expect([await page.locator('main').count(), await page.locator('h1').count()], 'one main, one h1').toEqual([1, 1]);
  if (language === 'de') expect(await leftInEnglish(page, 'de')).toEqual([]);
  // The same place in another language, with what is asked there or without: script takes it along in any case.
  const there = `/fr${placeOf(page)}`;
  if (switches)
    expect([there, there + new URL(page.url()).search]).toContain(
      await page.locator('footer a[hreflang=fr]').getAttribute('href'),
    );
  expect(heard.complaints.splice(0)).toEqual([]);
}

/** Where a reader is, whatever the language and whatever was asked there. */
const placeOf = (page: Page) => new URL(page.url()).pathname.replace(/^\/[^/]+/, '');

describe('the platform', () => {
  it.each(platformPages)('%s', (path) => walk(guests, path));
  it('no such festival', () => walk(guests, '/no-such-festival', { status: 404, switches: false }));
});

describe('a festival', () => {
  it.each(festivalPages)('%s', (path) => walk(guests, `/solbrume${path}`));
  it.each(['/zoutlicht', '/laiton', '/zoutlicht/practical', '/laiton/timetable'])('%s', (path) => walk(guests, path));

  it('an artist, who becomes a favourite', async () => {
    const choose = async ({ page }: Reader) => {
      await page.locator('html[data-hearts="on"]').waitFor();
      await page.locator(`[data-heart="artist:${artist.id}"]`).click();
    };
    await walk(guests, `/solbrume/artists/${artist.slug}`, { before: choose });
  });

  it('one’s own programme, and one that somebody shared', async () => {
    const shown = ({ page }: Reader) => page.locator('[data-set]:visible').first().waitFor();
    await walk(guests, '/solbrume/my-programme', { before: shown });
    await walk(guests, `/solbrume/programme/${shared}`, { before: shown });
  });

  it('a basket, and its payment', async () => {
    const hold = async ({ page, say, language }: Reader) => {
      const name = localised(offer.name, language, ['fr']);
      await page.getByRole('button', { name: say('site.shop.more', { name }) }).click();
      await page.getByRole('button', { name: say('site.shop.continue'), exact: true }).click();
      await page.getByLabel(say('site.shop.name')).waitFor();
    };
    await walk(guests, '/solbrume/tickets', { asks: '/shop', before: hold });
    const pay = async ({ page, say }: Reader) => {
      await page.getByLabel(say('site.shop.name')).fill('Ada Łovelace');
      await page.getByLabel(say('site.shop.email')).fill('ada@example.org');
      await page.getByRole('button', { name: say('site.shop.to_payment') }).click();
      await page.getByLabel(say('site.pay.number')).waitFor();
    };
    // The API takes an order in a language that a mail can be written in.
    const buyers = guests.filter(({ language }) => directionOf(language) === 'ltr');
    await walk(buyers, '/solbrume/tickets', { before: pay });
  });

  it('an order, and one that this browser may not open', async () => {
    const title = ({ page, say }: Reader, key: 'title' | 'closed_title') =>
      page.getByRole('heading', { name: say(`site.order.${key}`) }).waitFor();
    const address = `/solbrume/orders/${order.id}#${order.secret}`;
    await walk(guests, address, { before: (one) => title(one, 'title'), switches: false });
    const closed = `/solbrume/orders/${crypto.randomUUID()}`;
    await walk(guests, closed, { before: (one) => title(one, 'closed_title'), switches: false });

    // All orders are one page: in another language it is this one again, by its secret.
    const [{ page } = await reader(looks[0])] = guests;
    await page.goto(`${house.site}/en${address}`);
    await page.locator('footer a[hreflang=fr]').click();
    await page.getByRole('heading', { name: wordsIn('fr')('site.order.title') }).waitFor();
    // What opens it has gone from the address, into the browser.
    expect(new URL(page.url()).pathname).toBe(`/fr/solbrume/orders/${order.id}`);
  });

  it('no such page', () => walk(guests, '/laiton/nowhere', { status: 404, switches: false }));
});

describe('an account', () => {
  it.each(accountRooms)('%s', (path) => {
    const entered = ({ page }: Reader) => page.getByText(demo('visitor').email).first().waitFor();
    return walk(members, path, { before: entered });
  });
});
