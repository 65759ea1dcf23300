/** Real money by a stand-in for Stripe: its page, its form in ours, the bank's question, a transfer. */
import type { Page } from 'playwright-core';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { desk, oneBrowser, phone, visitor } from './browser.ts';
import { house } from './house.ts';
import { expectAccessible } from './inspect.ts';
import { goToPayment, thanks } from './shopping.ts';
import { demo, openFestival, type Stage } from './stage.ts';
import { say } from './words.ts';

const browser = oneBrowser();
let stage: Stage;
let page: Page;

beforeAll(async () => {
  stage = await openFestival('Real Money', [{ name: 'Weekend', price: 4950, capacity: 100 }]);
});
beforeEach(async () => {
  page = await visitor(browser(), phone);
  return () => page.context().close();
});

const take = async (how: { embedded?: boolean; byHand?: boolean }) => {
  const params = { festivalId: stage.festival.id };
  const { version } = await stage.organiser.payments.getPaymentSettings({ params });
  const settings = {
    practice: false,
    online: how.byHand ? [] : (['stripe'] as const).slice(),
    embedded: how.embedded ?? false,
    stripeAccount: null,
    transfer: how.byHand ? { holder: 'Real Money asbl', iban: 'BE68539007547034', bic: '', days: 7 } : null,
    onSite: null,
  };
  await stage.organiser.payments.updatePaymentSettings({ params, body: { version, settings } });
};
const officeOf = async (): Promise<Page> => {
  const office = await visitor(browser(), desk);
  const { email, password } = demo('harbour');
  await office.goto(`${house.office}/sign-in`);
  await office.getByLabel(say('office.guest.email')).fill(email);
  await office.getByLabel(say('office.guest.password')).fill(password);
  await office.getByRole('button', { name: say('office.guest.signIn'), exact: true }).click();
  await office.getByRole('navigation').first().waitFor();
  return office;
};
const begin = () => page.getByRole('button', { name: /^Pay/ }).click();
const choose = (name: RegExp) => page.getByRole('button', { name }).click();

describe('on the provider’s page', () => {
  beforeAll(() => take({}));

  it('is declined, tries again, is asked by the bank, and comes back with a ticket', async () => {
    await goToPayment(page, stage.festival.slug, 'Weekend', 'page@example.org');
    await page.getByText(say('site.checkout.safe')).waitFor();
    await expectAccessible(page);
    await begin();
    await page.getByText('49.50 EUR').waitFor();
    await choose(/^Declined/);
    await page.getByText('Your card was declined. Try another one.').waitFor();
    await choose(/^3-D Secure/);
    await page.getByText('Is it you?').waitFor();
    await choose(/^Yes/);
    await thanks(page).waitFor();
    expect(new URL(page.url()).origin).toBe(house.site);
  });

  it('goes back, and finds the same page again', async () => {
    await goToPayment(page, stage.festival.slug, 'Weekend', 'back@example.org');
    await begin();
    await choose(/^Declined/);
    await page.getByText('Your card was declined. Try another one.').waitFor();
    await choose(/^Go back/);
    await page.getByText(say('site.checkout.refused')).waitFor();
    await expectAccessible(page);
    await page.getByRole('button', { name: say('site.checkout.go_on', { amount: '' }).trim() }).click();
    await choose(/^Pay/);
    await thanks(page).waitFor();
  });
});

it('in the provider’s form in our page: declined, tried again, asked by the bank', async () => {
  await take({ embedded: true });
  await goToPayment(page, stage.festival.slug, 'Weekend', 'form@example.org');
  await begin();
  await page.getByLabel('Test card').selectOption('declined');
  await begin();
  await page.getByText('Your card was declined.').waitFor();
  await page.getByLabel('Test card').selectOption('three_d_secure');
  await begin();
  await choose(/^Yes/);
  await thanks(page).waitFor();
});

it('by transfer: says where to, and the team marks it as received', async () => {
  await take({ byHand: true });
  await goToPayment(page, stage.festival.slug, 'Weekend', 'transfer@example.org');
  await page.getByRole('button', { name: say('site.checkout.choose.bank_transfer') }).click();
  await page.getByText('BE68 5390 0754 7034').waitFor();
  await expectAccessible(page);

  const { items } = await stage.organiser.ticketing.listOrders({
    params: { festivalId: stage.festival.id },
    query: { search: 'transfer@example.org' },
  });
  const office = await officeOf();
  await office.goto(`${house.office}/f/${stage.festival.slug}/orders/${items[0]?.id}`);
  await office.getByRole('button', { name: say('office.payments.received') }).click();
  await office.getByRole('dialog').getByLabel(say('office.payments.note')).fill('statement 12');
  await expectAccessible(office);
  await office
    .getByRole('dialog')
    .getByRole('button', { name: say('office.payments.received') })
    .click();
  await office.getByText(say('office.payments.receivedDone')).first().waitFor();
  await office.context().close();
});

it('the team chooses how it takes money, and sees how its providers stand', async () => {
  const office = await officeOf();
  await office.goto(`${house.office}/f/${stage.festival.slug}/settings/payments`);
  await office.getByText('Stripe').first().waitFor();
  await expectAccessible(office);
  const onSite = office.getByRole('switch', { name: say('office.payments.onSite') });
  await onSite.click();
  await office
    .locator('form')
    .filter({ has: onSite })
    .getByRole('button', { name: say('office.settings.save'), exact: true })
    .click();
  await office.getByText(say('office.settings.saved')).first().waitFor();
  const ways = await stage.organiser.payments.listPaymentWays({ params: { festivalId: stage.festival.id } });
  expect(ways.ways).toContain('on_site');
  await office.context().close();
});
