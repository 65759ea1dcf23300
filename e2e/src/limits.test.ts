/** What keeps a sale fair: how many one person may have, and a short sum before each hold, both set in the office and met in the shop. */
import type { Page } from 'playwright-core';
import { beforeAll, beforeEach, expect, it } from 'vitest';
import { desk, oneAfterTheOther, oneBrowser, phone, visitor } from './browser.ts';
import { house } from './house.ts';
import { expectAccessible, expectNoSidewaysScroll } from './inspect.ts';
import { cards, chooseTickets, giveDetails, goOn, openShop, payWith, thanks } from './shopping.ts';
import { openFestival, signInBrowser, type Stage } from './stage.ts';
import { say } from './words.ts';

const browser = oneBrowser();
oneAfterTheOther();
let stage: Stage;
let slug: string;
let page: Page;
/** What the shop was answered to its holds on the page. */
let holds: number[];

beforeAll(async () => {
  stage = await openFestival('Fair Meadow', [{ name: 'Weekend', price: 4950, capacity: 100 }]);
  ({ slug } = stage.festival);
});
beforeEach(async () => {
  page = await visitor(browser(), phone);
  holds = [];
  page.on('response', (response) => {
    if (response.url().endsWith('/baskets')) holds.push(response.status());
  });
  return () => page.context().close();
});

it('is set in the office', async () => {
  const office = await visitor(browser(), desk);
  await signInBrowser(office.context(), 'office', 'harbour');
  await office.goto(`${house.office}/f/${slug}/tickets?edit=${stage.types[0]?.id}`);
  const sheet = office.getByRole('dialog');
  await sheet.getByLabel(say('office.tickets.maxPerPerson')).fill('2');
  await expectAccessible(office);
  await sheet.getByRole('button', { name: say('office.record.save'), exact: true }).click();
  await sheet.waitFor({ state: 'detached' });
  await office.goto(`${house.office}/f/${slug}/prices`);
  const work = office.getByLabel(say('office.prices.proofOfWork'));
  await work.selectOption('ALWAYS');
  await office.getByRole('button', { name: say('office.record.save'), exact: true }).click();
  await office.getByText(say('office.record.saved')).first().waitFor();
  await expectAccessible(office);
  await office.reload();
  await expect.poll(() => work.inputValue()).toBe('ALWAYS');
  await office.context().close();
});

it('is told in the shop, which does the sum by itself and sells', async () => {
  await openShop(page, slug);
  await page.getByText(say('site.shop.per_person', { count: 2 })).waitFor();
  await chooseTickets(page, slug, 'Weekend', 2);
  const more = page.getByRole('button', { name: say('site.shop.more', { name: 'Weekend' }) });
  await expect.poll(() => more.isDisabled()).toBe(true);
  await goOn(page).click();
  await giveDetails(page, { name: 'Ada Łovelace', email: 'fair@example.org' });
  expect(holds).toEqual([428, 201]);
  await payWith(page, cards.accepted);
  await thanks(page).waitFor();
});

it('says calmly that there is no more for this person, and sells to the next', async () => {
  await chooseTickets(page, slug, 'Weekend', 1);
  await goOn(page).click();
  await giveDetails(page, { name: 'Ada Łovelace', email: 'Fair@Example.org' });
  await page.getByText(say('site.problem.person_limit', { name: 'Weekend', most: 2, left: 0 })).waitFor();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await giveDetails(page, { name: 'Grace Hopper', email: 'next@example.org' });
  await payWith(page, cards.accepted);
  await thanks(page).waitFor();
});

it('goes on after a lost network with the work that was done', async () => {
  await chooseTickets(page, slug, 'Weekend', 1);
  let lost = 0;
  // The answer to the hold that was worked for never comes.
  await page.route('**/baskets', async (route) => {
    if (lost > 0 || !route.request().postData()?.includes('nonce')) return route.continue();
    lost += 1;
    await route.fetch();
    return route.abort();
  });
  await goOn(page).click();
  await page.getByText(say('site.problem.network')).waitFor();
  await goOn(page).click();
  await page.getByLabel(say('site.shop.name')).waitFor();
  expect(lost).toBe(1);
  const { organiser, festival } = stage;
  const [type] = await organiser.ticketing.listTicketTypes({ params: { festivalId: festival.id } });
  expect(type?.quota).toMatchObject({ held: 1 });
});
