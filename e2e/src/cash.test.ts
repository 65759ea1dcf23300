/** Cash without small coins: what the desk asks, what the customer gets back, what went back by hand, and what the books say of it. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, it } from 'vitest';
import { desk, oneAfterTheOther, oneBrowser, visitor } from './browser.ts';
import { house } from './house.ts';
import { expectAccessible } from './inspect.ts';
import { openFestival, signInBrowser, type Stage } from './stage.ts';
import { say } from './words.ts';

const browser = oneBrowser();
oneAfterTheOther();
let stage: Stage;
let page: Page;

beforeAll(async () => {
  stage = await openFestival('Copper Coins', [{ name: 'Evening', price: 12_32, capacity: 20 }]);
  page = await visitor(browser(), desk);
  await signInBrowser(page.context(), 'office', 'harbour');
});
afterAll(() => page.context().close());

const inOffice = (path: string) => `${house.office}/f/${stage.festival.slug}${path}`;
const button = (name: string) => page.getByRole('button', { name, exact: true });

it('is rounded once the festival says so', async () => {
  await page.goto(inOffice('/settings/payments'));
  const rounding = page.getByRole('switch', { name: say('office.payments.cashRounding') });
  await rounding.click();
  await page
    .locator('form')
    .filter({ has: rounding })
    .getByRole('button', { name: say('office.settings.save'), exact: true })
    .click();
  await page.getByText(say('office.settings.saved')).first().waitFor();
});

it('is asked and given back in coins at the desk, and to the cent by card', async () => {
  await page.goto(inOffice('/desk'));
  await page.getByRole('spinbutton', { name: say('office.desk.howMany', { name: 'Evening' }), exact: true }).fill('1');
  await button(say('office.desk.sell', { amount: '€12.30' })).waitFor();
  await page.getByText(say('office.desk.inCash', { total: '€12.32' })).waitFor();
  await page.getByRole('radio', { name: say('office.desk.by.CARD_TERMINAL') }).check();
  await button(say('office.desk.sell', { amount: '€12.32' })).waitFor();
  await page.getByRole('radio', { name: say('office.desk.by.CASH'), exact: true }).check();
  await page.getByRole('textbox', { name: say('office.desk.given') }).fill('20');
  await page.getByText('€7.70').waitFor();
  await expectAccessible(page);
  await button(say('office.desk.sell', { amount: '€12.30' })).click();
  await page.getByText(say('office.desk.sold', { count: 1 })).waitFor();
  await page.getByText('€7.70').waitFor();
  await page.getByText(say('office.desk.inCash', { total: '€12.32' })).waitFor();
  await expectAccessible(page);
});

it('has an account of its own for what coins made of it', async () => {
  await page.goto(inOffice('/ledger'));
  await page.getByText(say('office.ledger.accounts.CASH_ROUNDING'), { exact: true }).waitFor();
  await page.getByText('€0.02').first().waitFor();
});
