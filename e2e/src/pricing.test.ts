/** The whole purchase at prices with rules: a family, a code, a place to camp; refused, tried again, given back in part, seen live. */
import type { Page } from 'playwright-core';
import { beforeAll, beforeEach, expect, it } from 'vitest';
import { desk, oneAfterTheOther, oneBrowser, patience, phone, visitor } from './browser.ts';
import { house } from './house.ts';
import { expectAccessible, expectNoSidewaysScroll } from './inspect.ts';
import { mailTo } from './mailbox.ts';
import { cards, giveDetails, goOn, openShop, payWith, thanks } from './shopping.ts';
import { openFestival, signInBrowser, type Stage } from './stage.ts';
import { say } from './words.ts';

const browser = oneBrowser();
oneAfterTheOther();
let stage: Stage;
let page: Page;
let overview: Page;

beforeAll(async () => {
  stage = await openFestival('Family Fields', [
    { name: 'Weekend', price: 12_000, capacity: 100 },
    { name: 'Child', price: 3_000, capacity: 100 },
  ]);
  await setPrices(stage);
  overview = await visitor(browser(), desk);
  await signInBrowser(overview.context(), 'office', 'harbour');
  await overview.goto(inOffice(''));
  await overview.getByText(say('office.live.live'), { exact: true }).waitFor();
  await overview.evaluate(() => document.body.setAttribute('data-same-page', ''));
});
beforeEach(async () => {
  page = await visitor(browser(), phone);
  return () => page.context().close();
});

const inOffice = (path: string) => `${house.office}/f/${stage.festival.slug}${path}`;
const figure = (name: string) => overview.locator(`[data-figure="${name}"]`).innerText();
async function becomes(name: string, value: string): Promise<void> {
  await expect.poll(() => figure(name), { timeout: patience }).toBe(value);
}

/** A family at one price, a fee within it, camping for whoever has a ticket, and a code that may be used twice. */
async function setPrices({ organiser, festival, types }: Stage): Promise<void> {
  const params = { festivalId: festival.id };
  const partOf = (name: string) => {
    const type = types.find((one) => one.name.en === name);
    if (!type) throw new Error(`${name} is not on sale.`);
    return { ticketTypeId: type.id, variationId: null, quantity: 2 };
  };
  const { version, rules } = await organiser.ticketing.getPriceRules({ params });
  const family = {
    id: crypto.randomUUID(),
    name: { en: 'Family' },
    description: {},
    price: 27_000,
    parts: [partOf('Weekend'), partOf('Child')],
    maxPerOrder: 2,
  };
  const fee = {
    id: crypto.randomUUID(),
    name: { en: 'For the meadow' },
    kind: 'PER_TICKET' as const,
    amount: 100,
    vat: 600,
    ticketTypeIds: [partOf('Weekend').ticketTypeId],
    onFree: false,
  };
  await organiser.ticketing.savePriceRules({
    params,
    body: { version, rules: { ...rules, bundles: [family], fees: [fee] } },
  });
  await organiser.ticketing.createTicketOption({
    params,
    body: { kind: 'CAMPING', name: { en: 'Camping' }, price: 2_000, vat: 600, capacity: 10 },
  });
  await organiser.ticketing.createPromoCode({
    params,
    body: { code: 'GRANNY', effect: 'PERCENT', value: 1_500, uses: 2 },
  });
}

/** A family and a grandmother, two tents, and a code that helps the grandmother alone: bundles are cheap already. */
async function choose(): Promise<void> {
  await openShop(page, stage.festival.slug);
  const more = (name: string) => page.getByRole('button', { name: say('site.shop.more', { name }), exact: true });
  await more('Family').click();
  await more('Weekend').click();
  await more('Camping').click();
  await more('Camping').click();
  await page.getByLabel(say('site.shop.code')).fill('granny');
  await page.getByRole('button', { name: say('site.shop.code_apply'), exact: true }).click();
}
/** 270.00 for the family, 102.00 of 120.00 for the grandmother, 1.00 for each of three grown-ups' tickets, 40.00 to camp. */
const total = '€415.00';

it('is bought by a guest, at the price that was in sight from the first page on', async () => {
  await openShop(page, stage.festival.slug);
  // The fee is within what is shown, of a bundle too.
  await page.getByText('€121.00').first().waitFor();
  await page.getByText('€272.00').first().waitFor();
  await page.getByText(say('site.shop.instead_of', { price: '€302.00' })).waitFor();
  await choose();
  await page.getByText(total).first().waitFor();
  await page.getByText(say('site.shop.code_off', { amount: '€18.00' })).waitFor();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await goOn(page).click();
  await giveDetails(page, { name: 'Ada Łovelace', email: 'family@example.org' });
  await page.getByText(total).first().waitFor();
  await payWith(page, cards.declined);
  await page.getByText(say('errors.payments.declined')).waitFor();
  expect(await figure('tickets-today')).toBe('0');
  await payWith(page, cards.asksTheBank);
  await page.getByRole('heading', { name: say('site.pay.bank_title') }).waitFor();
  await page.getByRole('button', { name: say('site.pay.approve') }).click();
  await thanks(page).waitFor();
  await expect.poll(() => page.getByRole('img', { name: say('site.order.qr') }).count()).toBe(5);
  await page.getByText(total).first().waitFor();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);

  await becomes('tickets-today', '5');
  await becomes('revenue-total', '€415');
  await mailTo('family@example.org', ({ attachments }) => attachments.some(({ type }) => type === 'application/pdf'));
});

it('goes back in part, to the cent that was paid for it, and the dashboard moves', async () => {
  const { items } = await stage.organiser.ticketing.listOrders({
    params: { festivalId: stage.festival.id },
    query: { search: 'family@example.org' },
  });
  const office = await visitor(browser(), desk);
  await signInBrowser(office.context(), 'office', 'harbour');
  await office.goto(inOffice(`/orders/${items[0]?.id}`));
  await office.getByRole('button', { name: say('office.order.refund'), exact: true }).click();
  const dialog = office.getByRole('dialog');
  await dialog.getByLabel(say('office.order.refundReason')).fill('Grandmother is ill');
  await dialog.getByRole('checkbox', { name: say('office.order.refundAll') }).click();
  await dialog.getByRole('checkbox', { name: /€102\.00/ }).click();
  await expectAccessible(office);
  await dialog.getByRole('button', { name: say('office.order.refundDo', { amount: '€102.00' }) }).click();
  await office
    .getByText(say('office.order.refundDone', { amount: '€102.00' }))
    .first()
    .waitFor();
  await becomes('revenue-total', '€313');
  await mailTo('family@example.org', ({ text }) => text.includes('Grandmother is ill'));
  // All of it was seen on one page that nobody loaded again.
  expect(await overview.locator('body[data-same-page]').count()).toBe(1);
  await office.context().close();
});

it('is bought on a provider’s page too, whose bank asks, and the code is used up', async () => {
  const params = { festivalId: stage.festival.id };
  const { version } = await stage.organiser.payments.getPaymentSettings({ params });
  const settings = {
    practice: false,
    online: (['stripe'] as const).slice(),
    embedded: false,
    stripeAccount: null,
    transfer: null,
    onSite: null,
  };
  await stage.organiser.payments.updatePaymentSettings({ params, body: { version, settings } });
  await choose();
  await page.getByText(total).first().waitFor();
  await goOn(page).click();
  await giveDetails(page, { name: 'Ada Łovelace', email: 'provider@example.org' });
  await page.getByRole('button', { name: /^Pay/ }).click();
  await page.getByText('415.00 EUR').waitFor();
  await page.getByRole('button', { name: /^Declined/ }).click();
  await page.getByText('Your card was declined. Try another one.').waitFor();
  await page.getByRole('button', { name: /^3-D Secure/ }).click();
  await page.getByRole('button', { name: /^Yes/ }).click();
  await thanks(page).waitFor();
  expect(new URL(page.url()).origin).toBe(house.site);
  await becomes('revenue-total', '€728');

  // A second tab, as somebody who comes late would have it.
  await choose();
  await page.getByText(say('errors.ticketing.code_spent')).waitFor();
  await expectAccessible(page);
});
