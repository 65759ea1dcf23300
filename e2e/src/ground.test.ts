/** The festival's ground on the public site: map, menus, what to know before one comes, and tickets that open by themselves. */
import type { BrowserContext, Page } from 'playwright-core';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { desk, oneBrowser, patience, visitor } from './browser.ts';
import { house } from './house.ts';
import { expectAccessible, expectFocusShown, expectNoSidewaysScroll, listenTo } from './inspect.ts';
import { openFestival, signInBrowser, type Stage } from './stage.ts';
import { say, wordsIn } from './words.ts';

const browser = oneBrowser();
let stage: Stage;
let ids: { water: string; tap: string; stand: string };
let page: Page;
let context: BrowserContext;

const at = (path: string, language = 'en') => `${house.site}/${language}/${stage.festival.slug}${path}`;

beforeAll(async () => {
  stage = await openFestival('Ground', [{ name: 'Weekend', price: 4950, capacity: 7 }]);
  const params = { festivalId: stage.festival.id };
  const { places, stands, festival } = stage.organiser;
  const point = (east: number, north: number) => ({
    type: 'Point' as const,
    coordinates: [4.7 + east / 70_000, 50.6 + north / 111_000] as [number, number],
  });
  const water = await places.createPlace({
    params,
    body: { kind: 'WATER', name: { en: 'Old well' }, geometry: point(0, 100) },
  });
  const tap = await places.createPlace({
    params,
    body: { kind: 'WATER', name: { en: 'Far tap' }, geometry: point(900, 0) },
  });
  const kitchen = await places.createPlace({
    params,
    body: { kind: 'FOOD', name: { en: 'Kitchen row' }, geometry: point(60, 40) },
  });
  const stand = await stands.createStand({ params, body: { name: 'Verte Folie', kind: 'FOOD', placeId: kitchen.id } });
  const dish = { vat: 600, category: 'DISH' as const };
  const onStand = { ...params, standId: stand.id };
  await stands.createProduct({
    params: onStand,
    body: { ...dish, name: { en: 'Bean stew' }, price: 900, diets: ['VEGAN'] },
  });
  await stands.createProduct({
    params: onStand,
    body: { ...dish, name: { en: 'Cheese toast' }, price: 700, allergens: ['MILK', 'GLUTEN'] },
  });
  await festival.saveDetails({
    params,
    body: { section: 'travel', version: 0, content: { TRAIN: { en: 'To **Valbrume**, then along the river.' } } },
  });
  await festival.saveDetails({
    params,
    body: { section: 'guide', version: 0, content: { CAMPING: { en: '## From Thursday\n\nQuiet after midnight.' } } },
  });
  await festival.saveDetails({
    params,
    body: { section: 'tokens', version: 0, content: { count: 4, price: 1000 } },
  });
  ids = { water: water.id, tap: tap.id, stand: stand.id };
});
beforeEach(async () => {
  page = await visitor(browser(), desk);
  context = page.context();
  return () => context.close();
});

const canvas = () => page.getByRole('region', { name: say('site.map.canvas') });
const ready = () => canvas().and(page.locator('[aria-busy=false]')).waitFor({ timeout: patience });

describe('the map', () => {
  it.each([360, 1440])('shows, filters and links every place at %i px', async (width) => {
    const hearing = listenTo(page, house.site);
    await page.setViewportSize({ width, height: 800 });
    await page.goto(at('/map'));
    await ready();
    await page.getByRole('heading', { name: say('site.map.kinds', { kind: 'WATER' }) }).waitFor();
    await page.getByRole('group').getByText(say('site.map.show.food'), { exact: true }).click();
    await page.getByRole('link', { name: 'Kitchen row' }).waitFor();
    await expect.poll(() => page.getByRole('link', { name: 'Old well' }).count()).toBe(0);
    expect(new URL(page.url()).searchParams.get('show')).toBe('food');
    await page.getByRole('link', { name: 'Kitchen row' }).click();
    const card = page.getByRole('region', { name: 'Kitchen row' });
    await card.waitFor();
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);
    await card.getByRole('link', { name: say('site.map.menu', { name: 'Verte Folie' }) }).click();
    await page.waitForURL(`**/eat-and-drink#stand-${ids.stand}`);
    await page.getByRole('heading', { name: 'Verte Folie' }).waitFor();
    await hearing.settled();
    expect(hearing.complaints).toEqual([]);
  });

  it('opens at the place that a link names, and says so when it is gone', async () => {
    await page.goto(at(`/map?place=${ids.tap}`));
    await page.getByRole('region', { name: 'Far tap' }).waitFor();
    await page.goto(at('/map?place=00000000-0000-4000-8000-000000000000'));
    await page.getByText(say('site.map.gone')).waitFor();
  });

  it('is found and chosen by keyboard alone', async () => {
    await page.goto(at('/map'));
    await ready();
    await page.getByRole('radio', { name: say('site.map.all') }).focus();
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => new URL(page.url()).searchParams.get('show')).toBe('water');
    await expect.poll(() => page.getByRole('link', { name: 'Kitchen row' }).count()).toBe(0);
    const link = page.getByRole('link', { name: 'Old well' });
    await link.focus();
    await expectFocusShown(page);
    await page.keyboard.press('Enter');
    await page.getByRole('region', { name: 'Old well' }).waitFor();
    await page.getByRole('button', { name: say('site.map.close'), exact: true }).press('Enter');
    await page.getByRole('region', { name: 'Old well' }).waitFor({ state: 'detached' });
    await canvas().locator('canvas').focus();
    await expectFocusShown(page);
  });

  it('says how far the water is, to whoever says where they are', async () => {
    await context.grantPermissions(['geolocation']);
    await context.setGeolocation({ latitude: 50.6, longitude: 4.7, accuracy: 8 });
    await page.goto(at('/map?show=water'));
    await ready();
    await page.getByRole('button', { name: say('site.map.locate') }).click();
    await page.getByRole('heading', { name: say('site.map.nearest') }).waitFor();
    const near = page.getByRole('listitem').filter({ hasText: 'Old well' });
    await expect.poll(() => near.innerText()).toContain(say('site.map.distance', { distance: '100 m', wind: 'N' }));
    const names = await page.locator('.place').allInnerTexts();
    expect(names.findIndex((name) => name.includes('Old well'))).toBeLessThan(
      names.findIndex((name) => name.includes('Far tap')),
    );
  });

  it('says plainly when the browser keeps it to itself', async () => {
    await page.goto(at('/map'));
    await ready();
    await page.evaluate(() => {
      navigator.geolocation.watchPosition = (_, refused) => {
        refused?.({ code: 1, PERMISSION_DENIED: 1, POSITION_UNAVAILABLE: 2, TIMEOUT: 3, message: '' });
        return 0;
      };
    });
    await page.getByRole('button', { name: say('site.map.locate') }).click();
    await page.getByText(say('site.map.denied')).waitFor();
  });
});

describe('the menus', () => {
  it.each([360, 1440])('leave out what somebody does not eat, at %i px', async (width) => {
    await page.setViewportSize({ width, height: 800 });
    await page.goto(at('/eat-and-drink'));
    await page.getByText('Cheese toast').waitFor();
    await page.getByText(say('site.tokens.rate', { count: 4, price: '€10.00' })).waitFor();
    await page.getByText(say('site.tokens.count', { count: 3.6 }), { exact: true }).waitFor();
    await page.getByText(say('site.eat.diet.VEGAN'), { exact: true }).first().click();
    await page.getByText(say('site.eat_found.count', { count: 1 })).waitFor();
    expect(await page.getByText('Cheese toast').isVisible()).toBe(false);
    await expect.poll(() => new URL(page.url()).searchParams.getAll('diet')).toEqual(['VEGAN']);
    await page.reload();
    await page.getByText(say('site.eat_found.count', { count: 1 })).waitFor();
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);
  });
});

describe('what to know', () => {
  it('is one page to jump about in', async () => {
    await page.goto(at('/practical'));
    await page.getByRole('link', { name: say('site.practical.guide.CAMPING') }).click();
    await page.waitForURL('**/practical#camping');
    await page.getByRole('heading', { name: 'From Thursday', level: 3 }).waitFor();
    await page.getByRole('heading', { name: say('site.way.mode.TRAIN') }).waitFor();
    expect(await page.getByRole('heading', { name: say('site.practical.guide.SAFETY') }).count()).toBe(0);
  });

  it('has legal texts from the start, and says in which language they are', async () => {
    const german = wordsIn('de');
    await page.goto(at('/legal/cookies', 'de'));
    await page.getByText(german('site.legal.in_language', { language: 'Englisch' })).waitFor();
    expect(await page.locator('div[lang=en]').innerText()).toContain('Nothing on this site follows you');
    await expectAccessible(page);
    await page.goto(at('/legal/terms', 'fr'));
    await page.getByRole('heading', { name: 'Qui vend' }).waitFor();
    expect((await page.goto(at('/legal/refunds')))?.status()).toBe(404);
  });

  it('is written in the office', async () => {
    await signInBrowser(context, 'office', 'harbour');
    await page.goto(`${house.office}/f/${stage.festival.slug}/settings/guide`);
    await page.getByRole('textbox', { name: say('office.settings.guide.SAFETY') }).fill('Say **Luna** at any bar.');
    await page.getByRole('button', { name: say('office.settings.save'), exact: true }).click();
    await page.getByText(say('office.settings.saved')).first().waitFor();
    await expectAccessible(page);
    await expect
      .poll(async () => (await page.request.get(at('/practical'))).text(), { timeout: patience })
      .toContain('Luna');
  });
});

describe('without script', () => {
  it('reads places, menus, ways and prices', async () => {
    const reader = await visitor(browser(), { ...desk, javaScriptEnabled: false });
    await reader.goto(at('/map'));
    await reader.getByRole('link', { name: 'Old well' }).waitFor();
    await reader.getByRole('group').getByText(say('site.map.show.food'), { exact: true }).click();
    expect(await reader.getByRole('link', { name: 'Old well' }).isVisible()).toBe(false);
    expect(await reader.getByRole('link', { name: 'Kitchen row' }).isVisible()).toBe(true);
    await reader.goto(at('/eat-and-drink'));
    await reader.getByText(say('site.eat.diet.VEGAN'), { exact: true }).first().click();
    expect(await reader.getByText('Cheese toast').isVisible()).toBe(false);
    expect(await reader.getByText('Bean stew').isVisible()).toBe(true);
    await reader.goto(at('/practical'));
    await reader.getByText('then along the river').waitFor();
    await reader.goto(at('/tickets'));
    await reader.getByText('€49.50').first().waitFor();
    await reader.context().close();
  });
});

/** Long enough for the page to be made and looked at before its sale opens. */
const aheadMs = 40_000;

describe('tickets', () => {
  it('open by themselves when the time comes, though the device’s clock is a year behind', async () => {
    const params = { festivalId: stage.festival.id };
    const onSaleFrom = new Date(Date.now() + aheadMs).toISOString();
    const body = { name: { en: 'Early bird' }, price: 3000, vat: 600, capacity: 5, onSaleFrom };
    await stage.organiser.ticketing.createTicketType({ params, body });
    await page.clock.install({ time: new Date(Date.now() - 365 * 86_400_000) });
    await expect
      .poll(async () => (await page.request.get(at('/tickets'))).text(), { timeout: patience })
      .toContain('Early bird');
    await page.goto(at('/tickets'));
    await page.getByRole('timer').waitFor();
    expect(await page.getByRole('button', { name: say('site.shop.more', { name: 'Early bird' }) }).count()).toBe(0);
    await page
      .getByRole('button', { name: say('site.shop.more', { name: 'Early bird' }) })
      .waitFor({ timeout: aheadMs + patience });
    expect(await page.getByRole('timer').count()).toBe(0);
  });

  it('are counted no more precisely than the organiser wants, in the page and for machines', async () => {
    await page.goto(at('/tickets'));
    await page.getByText(say('site.tickets.few_left')).first().waitFor();
    const html = await (await page.request.get(at('/tickets'))).text();
    expect(html).not.toMatch(/"left\\?":\s*[1-9]/);
    const data = JSON.parse((await page.locator('script[type="application/ld+json"]').first().textContent()) ?? '');
    expect(data.offers[0]).toMatchObject({
      '@type': 'Offer',
      price: '49.50',
      priceCurrency: 'EUR',
      availability: 'https://schema.org/LimitedAvailability',
    });
    await expectAccessible(page);
  });
});
