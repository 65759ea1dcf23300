/** What a buyer gets for their books, wherever they look for it; and what a ticket says that went back. */
import type { Order } from '@festivals/domain/ticketing/schemas';
import type { Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { desk, oneAfterTheOther, oneBrowser, phone, visitor } from './browser.ts';
import { house } from './house.ts';
import { expectAccessible, expectNoSidewaysScroll } from './inspect.ts';
import { thanks } from './shopping.ts';
import { buyTickets, demo, openFestival, signInBrowser, type Stage } from './stage.ts';
import { say } from './words.ts';

const browser = oneBrowser();
oneAfterTheOther();
let stage: Stage;
let order: Order & { secret: string };
const over = say('site.order.ticket_over');
const refunded = say('site.order.ticket_status', { status: 'REFUNDED' });
const receipt = say('site.order.receipt');

beforeAll(async () => {
  stage = await openFestival('Paper Trail', [{ name: 'Weekend', price: 4950, capacity: 20 }]);
  const { festival, types, organiser } = stage;
  const params = { festivalId: festival.id };
  await organiser.festival.updateFestival({
    params,
    body: { version: festival.version, changes: { theme: { seed: 3, palette: 'brass', artwork: 'brass' } } },
  });
  const [type] = types;
  if (!type) throw new Error('Nothing is sold.');
  order = await buyTickets(festival.id, type.id, 2, { name: 'Vera Visitor', email: demo('visitor').email });
});

const refund = (ticket: Order['tickets'][number] | undefined) =>
  stage.organiser.ticketing.refundOrder({
    params: { festivalId: stage.festival.id, orderId: order.id },
    body: { ticketIds: ticket ? [ticket.id] : [], reason: 'Broken leg' },
  });
const openOrder = (page: Page) =>
  page.goto(`${house.site}/en/${stage.festival.slug}/orders/${order.id}?secret=${order.secret}`);
const expectReceipt = async (page: Page) => {
  const address = await page.getByRole('link', { name: receipt, exact: true }).getAttribute('href');
  const answer = await page.request.get(new URL(address ?? '', house.site).href);
  expect(answer.headers()['content-type']).toBe('application/pdf');
  expect(answer.headers()['content-disposition']).toContain(`receipt-${order.reference}.pdf`);
};

it('stands on the order’s page; a ticket that went back says so, and shows no code', async () => {
  await refund(order.tickets[0]);
  const page = await visitor(browser(), phone);
  await openOrder(page);
  await thanks(page).waitFor();
  await expectReceipt(page);
  await page.getByText(over).waitFor();
  await page.getByText(refunded, { exact: true }).waitFor();
  await expect.poll(() => page.getByRole('img', { name: say('site.order.qr') }).count()).toBe(1);
  await expect.poll(() => page.getByRole('link', { name: say('site.ticket.open') }).count()).toBe(1);
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await page.context().close();
});

it('is in the account, where each ticket wears what its festival wears', async () => {
  const page = await visitor(browser(), phone);
  await signInBrowser(page.context(), 'site', 'visitor');
  await page.goto(`${house.site}/en/account`);
  const mine = page.getByRole('article').filter({ hasText: 'Paper Trail' });
  await mine.filter({ hasText: over }).first().waitFor();
  expect(await mine.first().locator('img').first().getAttribute('src')).toBe('/artwork/brass-brass-3.svg');
  await expectAccessible(page);
  await page.goto(`${house.site}/en/account/orders`);
  const row = page.getByRole('listitem').filter({ hasText: order.reference });
  const file = page.waitForEvent('download');
  await row.getByRole('button', { name: receipt, exact: true }).click();
  expect((await file).suggestedFilename()).toBe(`receipt-${order.reference}.pdf`);
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await page.context().close();
});

it('is in the office, and stays when all of the order went back', async () => {
  await refund(order.tickets[1]);
  const office = await visitor(browser(), desk);
  await signInBrowser(office.context(), 'office', 'harbour');
  await office.goto(`${house.office}/f/${stage.festival.slug}/orders/${order.id}`);
  const file = office.waitForEvent('download');
  await office.getByRole('button', { name: say('office.order.receipt'), exact: true }).click();
  expect((await file).suggestedFilename()).toBe(`receipt-${order.reference}.pdf`);
  await office.context().close();
  const page = await visitor(browser(), phone);
  await openOrder(page);
  await page.getByRole('heading', { name: say('site.order.ended', { status: 'REFUNDED' }) }).waitFor();
  await expectReceipt(page);
  await expectAccessible(page);
  await page.context().close();
});
