/** How a festival takes money is chosen in the office, by the keyboard alone; what cannot be is said where it was typed. */
import type { Page } from 'playwright-core';
import { beforeAll, beforeEach, expect, it } from 'vitest';
import { desk, oneBrowser, phone, visitor } from './browser.ts';
import { byKeyboard } from './by-keyboard.ts';
import { house } from './house.ts';
import { expectAccessible, expectNoSidewaysScroll } from './inspect.ts';
import { openFestival, signInBrowser, type Stage } from './stage.ts';
import { say } from './words.ts';

const browser = oneBrowser();
let stage: Stage;
let page: Page;
let keys: ReturnType<typeof byKeyboard>;

beforeAll(async () => {
  stage = await openFestival('Money Box', [{ name: 'Weekend', price: 4950, capacity: 10 }]);
});
const open = async (look = desk) => {
  page = await visitor(browser(), look);
  keys = byKeyboard(page);
  await signInBrowser(page.context(), 'office', 'harbour');
  await page.goto(`${house.office}/f/${stage.festival.slug}/settings/payments`);
  await page.getByText('Stripe', { exact: true }).waitFor();
};
beforeEach(() => () => page.context().close());

const settings = async () =>
  (await stage.organiser.payments.getPaymentSettings({ params: { festivalId: stage.festival.id } })).settings;
const toggle = (name: string) => page.getByRole('switch', { name });
const press = async (name: string) => {
  await keys.tabTo(toggle(name));
  await page.keyboard.press('Space');
};
/** The form of the ways to pay; the currencies beside have one of their own. */
const form = () => page.locator('form').filter({ has: toggle(say('office.payments.real')) });
const save = () => keys.press(form().getByRole('button', { name: say('office.settings.save'), exact: true }));
const saved = () => page.getByText(say('office.settings.saved')).first().waitFor();

it('links a provider and the festival’s own account, and keeps what is half typed', async () => {
  await open();
  await press(say('office.payments.real'));
  // Nothing is sold by no way at all, and that is said before it is saved.
  await page.getByText(say('office.payments.nothing')).waitFor();
  await keys.tabTo(page.getByRole('checkbox', { name: 'Stripe' }));
  await page.keyboard.press('Space');
  const account = page.getByLabel(say('office.payments.account'));
  await keys.type(account, 'my account');
  await save();
  await page.getByText(say('office.validation.invalid')).waitFor();
  await expect.poll(() => account.getAttribute('aria-invalid')).toBe('true');
  await expectAccessible(page);
  await page.reload();
  await page.getByRole('button', { name: say('office.record.continue') }).click();
  await expect.poll(() => account.inputValue()).toBe('my account');
  await account.fill('acct_1Ab2Cd3Ef4');
  await press(say('office.payments.embedded'));
  await save();
  await saved();
  expect(await settings()).toMatchObject({
    practice: false,
    online: ['stripe'],
    embedded: true,
    stripeAccount: 'acct_1Ab2Cd3Ef4',
  });
});

it('takes a bank account that can be one', async () => {
  await open();
  await press(say('office.payments.transfer'));
  await keys.type(page.getByLabel(say('office.payments.holder')), 'Money Box asbl');
  await keys.type(page.getByLabel('IBAN'), 'BE68 5390 0754 7035');
  await save();
  await page.getByText(say('office.validation.no_iban')).waitFor();
  await expectAccessible(page);
  await page.getByLabel('IBAN').fill('BE68 5390 0754 7034');
  await save();
  await saved();
  expect((await settings()).transfer).toMatchObject({ holder: 'Money Box asbl', iban: 'BE68539007547034' });
});

it('fits a phone', async () => {
  await open(phone);
  await expectNoSidewaysScroll(page);
  await expectAccessible(page);
});
