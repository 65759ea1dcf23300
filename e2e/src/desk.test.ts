/** The box office: a family with a code and a tent, for cash and by keys alone, then the next customer, the tickets once more, and what is in the till. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { desk, oneAfterTheOther, oneBrowser, phone, visitor } from './browser.ts';
import { house } from './house.ts';
import { expectAccessible, expectNoSidewaysScroll } from './inspect.ts';
import { openFestival, signInBrowser, type Stage } from './stage.ts';
import { say } from './words.ts';

const browser = oneBrowser();
oneAfterTheOther();
let stage: Stage;
let page: Page;

beforeAll(async () => {
  stage = await openFestival('Box Office', [
    { name: 'Weekend', price: 12_000, capacity: 20 },
    { name: 'Child', price: 3_000, capacity: 20 },
  ]);
  const { organiser, festival, types } = stage;
  const params = { festivalId: festival.id };
  const [weekend, child] = types;
  if (!weekend || !child) throw new Error('Both are on sale.');
  const part = (ticketTypeId: typeof weekend.id) => ({ ticketTypeId, variationId: null, quantity: 2 });
  const family = {
    id: crypto.randomUUID(),
    name: { en: 'Family' },
    description: {},
    price: 27_000,
    parts: [part(weekend.id), part(child.id)],
    maxPerOrder: 2,
  };
  const { version, rules } = await organiser.ticketing.getPriceRules({ params });
  await organiser.ticketing.savePriceRules({ params, body: { version, rules: { ...rules, bundles: [family] } } });
  await organiser.ticketing.createTicketOption({
    params,
    body: { kind: 'CAMPING', name: { en: 'Tent' }, price: 2_000, vat: 600, capacity: 1 },
  });
  await organiser.ticketing.createPromoCode({
    params,
    body: { code: 'GRANNY', effect: 'PERCENT', value: 1_500, uses: 1 },
  });
  const asked = await organiser.ticketing.getAsked({ params });
  const minors = [{ ticketTypeId: child.id, upToAge: 15, minorsOnly: true, guardian: 'NAMED' as const }];
  await organiser.ticketing.saveAsked({ params, body: { ...asked, asked: { ...asked.asked, minors } } });
  page = await visitor(browser(), desk);
  await signInBrowser(page.context(), 'office', 'harbour');
});
afterAll(() => page.context().close());

const inOffice = (path: string) => `${house.office}/f/${stage.festival.slug}${path}`;
const many = (name: string, on = page) =>
  on.getByRole('spinbutton', { name: say('office.desk.howMany', { name }), exact: true });
const button = (name: string, on = page) => on.getByRole('button', { name, exact: true });

it('is bought by keys alone, at the price that was read out, and the change is said', async () => {
  await page.goto(inOffice('/desk'));
  for (const name of ['Weekend', 'Family', 'Tent']) await many(name).waitFor();
  await many('Weekend').focus();
  await page.keyboard.type('1');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.type('1');
  await expect.poll(() => many('Family').inputValue()).toBe('1');
  await page.keyboard.press('Tab');
  await page.keyboard.type('1');
  await expect.poll(() => many('Tent').inputValue()).toBe('1');
  const code = page.getByRole('textbox', { name: say('office.desk.code') });
  await code.focus();
  await page.keyboard.type('granny');
  await page.keyboard.press('Enter');
  await page.getByText(say('office.desk.takesOff', { amount: '€18.00' })).waitFor();
  // 270.00 for the family, 102.00 of 120.00 for the grandmother, 20.00 to camp.
  await button(say('office.desk.sell', { amount: '€392.00' })).waitFor();
  await page.getByText(say('office.desk.who'), { exact: true }).click();
  await page
    .getByRole('group', { name: say('office.desk.ticketOf', { name: 'Child', number: 4 }) })
    .getByRole('textbox', { name: say('office.desk.holder') })
    .fill('Kim');
  await expectAccessible(page);
  await code.focus();
  await page.keyboard.press('Enter');
  // Nothing is sold yet: the keys stand where the money is.
  await page.keyboard.type('300');
  await page.getByText(say('office.desk.tooLittle', { amount: '€92.00' })).waitFor();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type('400');
  await page.keyboard.press('Enter');
  await page.getByText(say('office.desk.sold', { count: 5 })).waitFor();
  await page.getByText('€8.00').waitFor();
  await expectAccessible(page);

  await page.keyboard.press('Enter');
  await expect.poll(() => many('Weekend').evaluate((input) => input === document.activeElement)).toBe(true);
  await page.getByText(say('office.desk.last')).waitFor();
});

it('says that the code is used up, and sells the next one without it, on a telephone too', async () => {
  const small = await visitor(browser(), { ...phone, viewport: { width: 390, height: 844 } });
  await signInBrowser(small.context(), 'office', 'harbour');
  await small.goto(inOffice('/desk'));
  await button(say('office.desk.more', { name: 'Weekend' }), small).click();
  await small.getByRole('textbox', { name: say('office.desk.code') }).fill('GRANNY');
  await button(say('office.desk.apply'), small).click();
  await small.getByText(say('errors.ticketing.code_spent')).waitFor();
  await expectAccessible(small);
  await expectNoSidewaysScroll(small);
  await button(say('office.desk.takeAway', { code: 'GRANNY' }), small).click();
  await small.getByRole('radio', { name: say('office.desk.by.CARD_TERMINAL') }).check();
  await button(say('office.desk.sell', { amount: '€120.00' }), small).click();
  await small.getByText(say('office.desk.sold', { count: 1 })).waitFor();
  await small.context().close();
});

it('tells what is to be counted, and prints an order’s tickets once more', async () => {
  await page.goto(inOffice('/desk/takings'));
  await page.getByText('€392.00').first().waitFor();
  await page.getByText('€120.00').first().waitFor();
  await expectAccessible(page);
  await page.goto(inOffice('/orders?kind=DESK'));
  await page
    .getByRole('link', { name: say('office.desk.nameless') })
    .first()
    .click();
  await page.getByText(say('office.order.noEmail')).waitFor();
  const [file] = await Promise.all([page.waitForEvent('download'), button(say('office.order.print')).click()]);
  expect(file.suggestedFilename()).toMatch(/^tickets-\w+\.pdf$/);
});
