/** A parking place for whoever has a ticket already: bought alone, so many a person, confirmed without a ticket; and a code that a link brings. */
import type { Page } from 'playwright-core';
import { beforeAll, beforeEach, expect, it } from 'vitest';
import { desk, oneAfterTheOther, oneBrowser, phone, visitor } from './browser.ts';
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
const more = (name: string) => page.getByRole('button', { name: say('site.shop.more', { name }), exact: true });

beforeAll(async () => {
  stage = await openFestival('Parking Meadow', [{ name: 'Weekend', price: 4950, capacity: 100 }]);
  const { organiser, festival } = stage;
  const params = { festivalId: festival.id };
  const plain = { price: 1_500, vat: 2_100, most: 3 };
  const { ticketing } = organiser;
  await ticketing.createTicketOption({
    params,
    body: { ...plain, kind: 'PARKING', name: { en: 'Parking' }, needsTicket: false },
  });
  await ticketing.createTicketOption({ params, body: { ...plain, kind: 'CAMPING', name: { en: 'Camping' } } });
  await ticketing.createPromoCode({ params, body: { code: 'EARLY', effect: 'PERCENT', value: 1_000 } });
});
beforeEach(async () => {
  page = await visitor(browser(), phone);
  return () => page.context().close();
});

it('is limited in the office', async () => {
  const office = await visitor(browser(), desk);
  await signInBrowser(office.context(), 'office', 'harbour');
  await office.goto(`${house.office}/f/${stage.festival.slug}/tickets`);
  await office.getByRole('button', { name: 'Parking', exact: true }).click();
  const sheet = office.getByRole('dialog');
  await sheet.getByLabel(say('office.tickets.maxPerPerson')).fill('2');
  await expectAccessible(office);
  await sheet.getByRole('button', { name: say('office.record.save'), exact: true }).click();
  await sheet.waitFor({ state: 'detached' });
  await office.getByText(say('office.option.perPerson', { count: 2 })).waitFor();
  await office.context().close();
});

it('is bought without a ticket, and what needs one waits for it', async () => {
  await openShop(page, stage.festival.slug);
  await page.getByText(say('site.shop.with_ticket'), { exact: true }).waitFor();
  await page.getByText(say('site.shop.per_person', { count: 2 })).waitFor();
  await more('Parking').click();
  await more('Parking').click();
  await expect.poll(() => more('Parking').isDisabled()).toBe(true);
  await page.getByText(say('site.shop.chosen_extras', { count: 2 })).waitFor();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  await goOn(page).click();
  await page.getByText(say('site.shop.email_hint_order')).waitFor();
  await giveDetails(page, { name: 'Dri Ver', email: 'parking@example.org' });
  await payWith(page, cards.accepted);
  await thanks(page).waitFor();
  await page.getByText(say('site.order.confirmed', { email: 'parking@example.org' })).waitFor();
  await page.getByRole('link', { name: say('site.order.receipt') }).waitFor();
  expect(await page.getByRole('link', { name: say('site.order.pdf') }).count()).toBe(0);
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  const mail = await mailTo('parking@example.org');
  expect(mail.text).toContain('2 × Parking');
  expect(mail.attachments.map(({ name }) => name)).toEqual([expect.stringMatching(/^receipt-/)]);
});

it('says calmly that there is no more of it for this person', async () => {
  await openShop(page, stage.festival.slug);
  await more('Parking').click();
  await goOn(page).click();
  await giveDetails(page, { name: 'Dri Ver', email: 'Parking@Example.org' });
  await page.getByText(say('site.problem.person_limit', { name: 'Parking', most: 2, left: 0 })).waitFor();
});

it('takes a code from the address, and one that was typed before the page was awake', async () => {
  const offers = page.waitForResponse((response) => response.url().includes('/shop?code=EARLY'));
  await page.goto(`${house.site}/en/${stage.festival.slug}/tickets?code=early`);
  await offers;
  await page.getByRole('button', { name: say('site.shop.code_remove', { code: 'EARLY' }) }).waitFor();

  // Its scripts come late: the field can be typed into long before.
  let arrive: () => void = () => undefined;
  const late = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  await page.route('**/_next/static/**/*.js', async (route) => {
    await late;
    await route.continue();
  });
  await page.goto(`${house.site}/en/${stage.festival.slug}/tickets`, { waitUntil: 'commit' });
  const field = page.getByLabel(say('site.shop.code'));
  await field.fill('early');
  const asked = page.waitForResponse((response) => response.url().endsWith('/shop'));
  arrive();
  await asked;
  await more('Weekend').click();
  await page.getByRole('button', { name: say('site.shop.code_apply'), exact: true }).click();
  await page.getByText(say('site.shop.code_off', { amount: '€4.95' })).waitFor();
});
