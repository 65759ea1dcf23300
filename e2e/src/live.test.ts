/** The overview moves while people buy, survives a lost connection, and shows each reader what is theirs. */
import type { Page, WebSocketRoute } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { desk, oneBrowser, patience, phone, visitor } from './browser.ts';
import { house } from './house.ts';
import { expectAccessible, expectNoSidewaysScroll } from './inspect.ts';
import { buyTickets, openFestival, signInBrowser, type Stage } from './stage.ts';
import { seenWithin } from './within.ts';
import { say } from './words.ts';

const browser = oneBrowser();
let stage: Stage;
beforeAll(async () => {
  stage = await openFestival('Moving Fields', [{ name: 'Day', price: 4500, capacity: 60 }]);
});

const figure = (page: Page, name: string) => page.locator(`[data-figure="${name}"]`).innerText();
const isLive = (page: Page) => page.getByText(say('office.live.live'), { exact: true }).waitFor();
const overview = () => `${house.office}/f/${stage.festival.slug}`;
const buy = (quantity: number) => {
  const [type] = stage.types;
  if (!type) throw new Error('The festival sells nothing.');
  return buyTickets(stage.festival.id, type.id, quantity);
};

async function office(who: Parameters<typeof signInBrowser>[2], look = desk): Promise<Page> {
  const page = await visitor(browser(), look);
  await signInBrowser(page.context(), 'office', who);
  return page;
}

describe('the overview', () => {
  it('moves within two seconds of a purchase, and nobody reloads it', async () => {
    const page = await office('harbour');
    await page.goto(overview());
    await isLive(page);
    await expect.poll(() => figure(page, 'tickets-today')).toBe('0');
    await page.evaluate(() => document.body.setAttribute('data-same-page', ''));
    let sold = 0;
    const sell = async (quantity: number) => {
      await buy(quantity);
      sold += quantity;
      const began = performance.now();
      await expect.poll(() => figure(page, 'tickets-today'), { interval: 50 }).toBe(String(sold));
      const took = performance.now() - began;
      await expect.poll(() => figure(page, 'revenue-total')).toBe(`€${sold * 45}`);
      return took;
    };
    for (const quantity of [2, 3]) await seenWithin(2, () => sell(quantity));
    expect(await page.locator('body[data-same-page]').count()).toBe(1);
    await expectAccessible(page);
    await page.getByRole('button', { name: say('office.board.asTable') }).click();
    await page.getByRole('table', { name: say('office.board.trend') }).waitFor();
    await expectAccessible(page);
    await page.context().close();
  });

  it('says calmly that the connection is lost, and misses nothing of the gap', async () => {
    const page = await office('harbour');
    const open: WebSocketRoute[] = [];
    let isCut = false;
    await page.routeWebSocket(/\/api\/socket\.io\//, (socket) => {
      if (isCut) return void socket.close();
      open.push(socket);
      socket.connectToServer();
    });
    await page.goto(overview());
    await isLive(page);
    await expect.poll(() => figure(page, 'tickets-today')).toMatch(/^[1-9]/);
    const before = Number(await figure(page, 'tickets-today'));
    isCut = true;
    for (const socket of open) await socket.close();
    await page.getByText(say('office.live.reconnecting'), { exact: true }).waitFor();
    await expectAccessible(page);
    await buy(1);
    isCut = false;
    await isLive(page);
    await expect.poll(() => figure(page, 'tickets-today'), { timeout: patience }).toBe(String(before + 1));
    await page.context().close();
  });

  it('fits a phone, and is worked with the keyboard', async () => {
    const page = await office('harbour', phone);
    await page.goto(overview());
    await page.locator('[data-figure="revenue-total"]').waitFor();
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);
    await page.getByRole('radio', { name: say('office.board.days') }).focus();
    await page.keyboard.press('ArrowLeft');
    await page.locator(':focus', { hasText: say('office.board.hours') }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByText(say('office.board.trendHours'), { exact: true }).waitFor();
    await page.context().close();
  });

  it('shows no money to whoever has no business with it', async () => {
    const page = await office('staff');
    await page.goto(`${house.office}/f/solbrume`);
    await page.locator('[data-figure="entries-admitted"]').waitFor();
    await isLive(page);
    expect(await page.locator('main').innerText()).not.toMatch(/€|\d EUR/);
    await expectAccessible(page);
    await page.context().close();
  });
});

it('two people on one screen see each other come and go', async () => {
  const [first, second] = [await office('organiser'), await office('programmer')];
  await first.goto(`${house.office}/f/solbrume/programme`);
  await second.goto(`${house.office}/f/solbrume/programme`);
  const others = (page: Page) => page.locator('header').getByRole('list').getByRole('button');
  for (const page of [first, second]) await expect.poll(() => others(page).count(), { timeout: patience }).toBe(1);
  await expectAccessible(first);
  await second.goto(`${house.office}/f/solbrume/map`);
  await expect.poll(() => others(first).count(), { timeout: patience }).toBe(0);
  await first.context().close();
  await second.context().close();
});
