/** What is chosen is what is bought: beside another tab, where something was bought up meanwhile, and where the price changes within an order. */
import type { Page } from 'playwright-core';
import { beforeAll, beforeEach, expect, it } from 'vitest';
import { oneBrowser, phone, visitor } from './browser.ts';
import { house } from './house.ts';
import { expectAccessible, expectNoSidewaysScroll } from './inspect.ts';
import { cards, chooseTickets, giveDetails, goOn, openShop, payWith, thanks } from './shopping.ts';
import { buyTickets, openFestival, type Stage } from './stage.ts';
import { say } from './words.ts';

const browser = oneBrowser();
let stage: Stage;
let slug: string;
let page: Page;

beforeAll(async () => {
  stage = await openFestival('Two Tabs', [
    { name: 'Weekend', price: 4000, capacity: 100 },
    { name: 'Day', price: 2000, capacity: 100 },
  ]);
  ({ slug } = stage.festival);
});
beforeEach(async () => {
  page = await visitor(browser(), phone);
  return () => page.context().close();
});

const more = (name: string) => page.getByRole('button', { name: say('site.shop.more', { name }), exact: true });
const name = (tab: Page) => tab.getByLabel(say('site.shop.name'));
const cardNumber = (tab: Page) => tab.getByLabel(say('site.pay.number'));
const params = () => ({ festivalId: stage.festival.id });
const held = async () => {
  const types = await stage.organiser.ticketing.listTicketTypes({ params: params() });
  return types.map(({ quota }) => quota.held);
};

it('two tabs of one browser are one purchase', async () => {
  const other = await page.context().newPage();
  await openShop(other, slug);
  await chooseTickets(page, slug, 'Weekend', 1);
  await goOn(page).click();
  await name(page).waitFor();
  expect(await held()).toEqual([1, 0]);
  // The other tab chooses something else: it is what this browser holds from now on, and the first goes back on sale.
  const dayMore = other.getByRole('button', { name: say('site.shop.more', { name: 'Day' }), exact: true });
  await dayMore.click();
  await dayMore.click();
  await goOn(other).click();
  await name(other).waitFor();
  await page.getByText('2 × Day').waitFor();
  await expect.poll(held).toEqual([0, 2]);
  await giveDetails(page, { name: 'Ada Łovelace', email: 'tabs@example.org' });
  await cardNumber(page).waitFor();
  await cardNumber(other).waitFor();
  await payWith(other, cards.accepted);
  await thanks(other).waitFor();
  await thanks(page).waitFor();
});

it('a reload, or another language, loses nothing of a choice', async () => {
  await chooseTickets(page, slug, 'Day', 2);
  const chosen = () => page.locator('output').allInnerTexts();
  await expect.poll(chosen).toEqual(['0', '2']);
  await page.reload();
  await expect.poll(chosen).toEqual(['0', '2']);
  await page.goto(`${house.site}/de/${slug}/tickets`);
  await expect.poll(chosen).toEqual(['0', '2']);
});

it('what was bought up meanwhile leaves the choice, and the rest is sold', async () => {
  const body = { kind: 'CAMPING' as const, name: { en: 'Last pitch' }, price: 1500, vat: 600, capacity: 1 };
  const option = await stage.organiser.ticketing.createTicketOption({ params: params(), body });
  await chooseTickets(page, slug, 'Weekend', 1);
  await more('Last pitch').click();
  await page.getByText('€55.00').first().waitFor();
  await stage.organiser.ticketing.updateTicketOption({
    params: { ...params(), optionId: option.id },
    body: { version: option.version, changes: { capacity: 0 } },
  });
  await goOn(page).click();
  await page.getByText(say('site.tickets.sold_out'), { exact: true }).waitFor();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await goOn(page).click();
  await giveDetails(page, { name: 'Ada Łovelace', email: 'pitch@example.org' });
  await payWith(page, cards.accepted);
  await thanks(page).waitFor();
  await page.getByText('€40.00').first().waitFor();
});

it('a code that is taken away takes what it had opened along', async () => {
  const ticketing = stage.organiser.ticketing;
  const type = { name: { en: 'Backstage' }, price: 9900, vat: 600, capacity: 5, hidden: true };
  const { id } = await ticketing.createTicketType({ params: params(), body: type });
  const code = { effect: 'NONE' as const, value: 0, stacks: true };
  await ticketing.createPromoCode({ params: params(), body: { ...code, code: 'BACKSTAGE', unlocks: [id] } });
  await ticketing.createPromoCode({
    params: params(),
    body: { code: 'HALF', effect: 'PERCENT', value: 5000, stacks: true },
  });
  await openShop(page, slug);
  for (const typed of ['backstage', 'half']) {
    await page.getByLabel(say('site.shop.code')).fill(typed);
    await page.getByRole('button', { name: say('site.shop.code_apply'), exact: true }).click();
  }
  await more('Backstage').click();
  await more('Day').click();
  await page.getByText('€59.50').first().waitFor();
  await page.getByRole('button', { name: say('site.shop.code_remove', { code: 'BACKSTAGE' }) }).click();
  await page.getByText('€10.00').first().waitFor();
  await goOn(page).click();
  await giveDetails(page, { name: 'Ada Łovelace', email: 'code@example.org' });
  await page.getByText('1 × Day').waitFor();
  await payWith(page, cards.accepted);
  await thanks(page).waitFor();
});

it('a shop in which everything is hidden opens to whoever has a code', async () => {
  const { festival, types, organiser } = await openFestival('Friends First', [
    { name: 'Presale', price: 3000, capacity: 10 },
  ]);
  const [type] = types;
  if (!type) throw new Error('Nothing is on sale.');
  const there = { festivalId: festival.id };
  await organiser.ticketing.updateTicketType({
    params: { ...there, ticketTypeId: type.id },
    body: { version: type.version, changes: { hidden: true } },
  });
  const code = { code: 'FRIENDS', effect: 'NONE' as const, value: 0, unlocks: [type.id] };
  await organiser.ticketing.createPromoCode({ params: there, body: code });
  await openShop(page, festival.slug);
  await page.getByText(say('site.tickets.none'), { exact: true }).waitFor();
  await expectAccessible(page);
  await page.getByLabel(say('site.shop.code')).fill('friends');
  await page.getByRole('button', { name: say('site.shop.code_apply'), exact: true }).click();
  await more('Presale').click();
  await page.getByText('€30.00').first().waitFor();
  await goOn(page).click();
  await giveDetails(page, { name: 'Ada Łovelace', email: 'friends@example.org' });
  await payWith(page, cards.accepted);
  await thanks(page).waitFor();
});

it('where only so many are left at a price the total says what comes after', async () => {
  const { festival, types, organiser } = await openFestival('Early Steps', [
    { name: 'Weekend', price: 4000, capacity: 100 },
  ]);
  const [type] = types;
  if (!type) throw new Error('Nothing is on sale.');
  await organiser.ticketing.updateTicketType({
    params: { festivalId: festival.id, ticketTypeId: type.id },
    body: {
      version: type.version,
      changes: { tiers: [{ id: crypto.randomUUID(), name: { en: 'Early' }, price: 3000, until: null, capacity: 2 }] },
    },
  });
  await buyTickets(festival.id, type.id, 1);
  await chooseTickets(page, festival.slug, 'Weekend', 2);
  await page.getByText('€70.00').first().waitFor();
  await goOn(page).click();
  await giveDetails(page, { name: 'Ada Łovelace', email: 'steps@example.org' });
  await payWith(page, cards.accepted);
  await thanks(page).waitFor();
});
