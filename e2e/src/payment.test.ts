/** What may go wrong between a basket and a ticket, and what the buyer then sees. */
import type { Page, Request } from 'playwright-core';
import { beforeAll, beforeEach, expect, it } from 'vitest';
import { oneBrowser, phone, visitor } from './browser.ts';
import { expectAccessible } from './inspect.ts';
import { cards, chooseTickets, giveDetails, goOn, goToPayment, payButton, payWith, thanks } from './shopping.ts';
import { buyTickets, openFestival, type Stage } from './stage.ts';
import { say } from './words.ts';

const browser = oneBrowser();
let stage: Stage;
let slug: string;
let page: Page;

beforeAll(async () => {
  stage = await openFestival('Slow Bank', [
    { name: 'Weekend', price: 4950, capacity: 100 },
    { name: 'Twice asked', price: 2000, capacity: 10 },
    { name: 'Last place', price: 1000, capacity: 1 },
  ]);
  ({ slug } = stage.festival);
});
beforeEach(async () => {
  page = await visitor(browser(), phone);
  return () => page.context().close();
});

it('asks the bank, and sells to whoever it knows', async () => {
  await goToPayment(page, slug, 'Weekend', 'approved@example.org');
  await payWith(page, cards.asksTheBank);
  await page.getByRole('heading', { name: say('site.pay.bank_title') }).waitFor();
  await expectAccessible(page);
  await page.reload();
  await page.getByRole('button', { name: say('site.pay.approve') }).click();
  await thanks(page).waitFor();
});

it('charges nothing when the bank is told no, and takes another card for the same order', async () => {
  await goToPayment(page, slug, 'Weekend', 'refused@example.org');
  await payWith(page, cards.asksTheBank);
  await page.getByRole('button', { name: say('site.pay.refuse') }).click();
  await page.getByText(say('errors.payments.declined')).waitFor();
  await payWith(page, cards.accepted);
  await thanks(page).waitFor();
  expect(await ordersOf('refused@example.org')).toEqual(['PAID']);
});

it('waits for a slow bank without anybody pressing anything', async () => {
  await goToPayment(page, slug, 'Weekend', 'slow@example.org');
  // However long it takes to look at the page, it stays: until then its question of what became of the order has no answer.
  const looked = Promise.withResolvers<void>();
  await page.route(/\/api\/festivals\/[^/]+\/orders\/[^/?]+(\?|$)/, async (route) => {
    await looked.promise;
    await route.continue();
  });
  await payWith(page, cards.slow);
  await page.getByText(say('site.pay.waiting'), { exact: true }).waitFor();
  await expectAccessible(page);
  looked.resolve();
  await thanks(page).waitFor();
});

it('loses the answer of every request once, and still makes one order and one payment', async () => {
  const sent = await loseEveryFirstAnswer(page);
  const press = async (button: ReturnType<typeof goOn>) => {
    await button.click();
    await page.getByText(say('site.problem.network')).waitFor();
    await button.click();
  };
  await chooseTickets(page, slug, 'Twice asked', 1);
  await press(goOn(page));
  await page.getByLabel(say('site.shop.name')).fill('Ada Łovelace');
  await page.getByLabel(say('site.shop.email')).fill('lost@example.org');
  await press(page.getByRole('button', { name: say('site.shop.to_payment') }));
  await page.getByLabel(say('site.pay.number')).fill(cards.accepted);
  await press(payButton(page));
  await thanks(page).waitFor();

  const keys = sent.map((request) => request.headers()['idempotency-key']);
  expect(keys).toHaveLength(6);
  expect(new Set(keys).size).toBe(3);
  expect(await ordersOf('lost@example.org')).toEqual(['PAID']);
  const types = await stage.organiser.ticketing.listTicketTypes({ params: { festivalId: stage.festival.id } });
  expect(types.find(({ name }) => name.en === 'Twice asked')?.quota).toMatchObject({ sold: 1, held: 0 });
});

it('says that the time ran out, and lets the buyer choose again', async () => {
  await page.clock.install();
  await chooseTickets(page, slug, 'Weekend', 1);
  await goOn(page).click();
  await page
    .getByRole('timer')
    .getByText(/^1[45]:\d\d$/)
    .waitFor();
  await page.clock.fastForward('15:01');
  await page.getByText(say('site.problem.expired')).waitFor();
  await expectAccessible(page);
  await goOn(page).click();
  await giveDetails(page, { name: 'Ada Łovelace', email: 'late@example.org' });
  await payWith(page, cards.accepted);
  await thanks(page).waitFor();
});

it('says plainly that the last place went to somebody else', async () => {
  await chooseTickets(page, slug, 'Last place', 1);
  const last = stage.types.find(({ name }) => name.en === 'Last place');
  if (!last) throw new Error('The last place is not on sale.');
  await buyTickets(stage.festival.id, last.id, 1);
  await goOn(page).click();
  await page.getByText(say('errors.ticketing.sold_out')).waitFor();
  await expectAccessible(page);
  // The list knows it as well, by itself.
  await page.getByText(say('site.tickets.sold_out')).waitFor();
  expect(await page.getByRole('button', { name: say('site.shop.more', { name: 'Last place' }) }).count()).toBe(0);
});

/** The states of the orders of one buyer, as the organiser sees them. */
async function ordersOf(email: string): Promise<string[]> {
  const { items } = await stage.organiser.ticketing.listOrders({
    params: { festivalId: stage.festival.id },
    query: { search: email },
  });
  return items.map(({ status }) => status);
}

/**
 * A network that carries every deed to the server and loses its first answer, and every question after it until the deed is repeated.
 * @returns the deeds as they were sent
 */
async function loseEveryFirstAnswer(page: Page): Promise<Request[]> {
  const sent: Request[] = [];
  let gone = false;
  await page.route('**/api/festivals/**', async (route, request) => {
    if (request.method() !== 'POST') return gone ? route.abort() : route.continue();
    const again = sent.some((earlier) => earlier.url() === request.url());
    sent.push(request);
    gone = !again;
    if (again) return route.continue();
    await route.fetch();
    return route.abort();
  });
  return sent;
}
