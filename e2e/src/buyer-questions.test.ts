/** What a festival asks: the office writes it, the shop asks it beside each ticket, the buyer changes it until the deadline. */
import type { Page } from 'playwright-core';
import { beforeAll, beforeEach, expect, it } from 'vitest';
import { desk, oneAfterTheOther, oneBrowser, phone, visitor } from './browser.ts';
import { house } from './house.ts';
import { expectAccessible, expectNoSidewaysScroll } from './inspect.ts';
import { cards, goOn, openShop, payWith, thanks } from './shopping.ts';
import { openFestival, signInBrowser, type Stage } from './stage.ts';
import { say } from './words.ts';

const browser = oneBrowser();
oneAfterTheOther();
let stage: Stage;
let slug: string;
let office: Page;
let shop: Page;

beforeAll(async () => {
  stage = await openFestival('Curious Hill', [
    { name: 'Weekend', price: 4950, capacity: 100 },
    { name: 'Child', price: 1000, capacity: 100 },
  ]);
  ({ slug } = stage.festival);
});
beforeEach(async () => {
  office = await visitor(browser(), desk);
  await signInBrowser(office.context(), 'office', 'harbour');
  return () => office.context().close();
});

/** Adds a question in the office and leaves it open. */
async function addQuestion(label: string, kind: string): Promise<void> {
  await office.getByRole('button', { name: say('office.asked.add'), exact: true }).click();
  await office.getByRole('textbox', { name: say('office.asked.label'), exact: true }).fill(label);
  await office.getByRole('combobox', { name: say('office.asked.kind'), exact: true }).selectOption(kind);
}

const saveAsked = async () => {
  await office.getByRole('button', { name: say('office.asked.save'), exact: true }).click();
  await office.getByText(say('office.asked.saved')).first().waitFor();
};

it('has its questions written in the office: names, a condition, one for later, and who is a minor', async () => {
  await office.goto(`${house.office}/f/${slug}/questions`);
  await office.getByRole('combobox', { name: say('office.asked.names'), exact: true }).selectOption('REQUIRED');
  await office.getByLabel(say('office.asked.changesUntil')).fill('2040-07-01T12:00');
  await addQuestion('Do you eat with us?', 'YES_NO');
  await office.getByRole('switch', { name: say('office.asked.required') }).click();
  await addQuestion('What must not be in it?', 'TEXT');
  await office.getByRole('switch', { name: say('office.asked.required') }).click();
  await office
    .getByRole('combobox', { name: say('office.asked.condition'), exact: true })
    .selectOption({ label: 'Do you eat with us?' });
  await addQuestion('When do you arrive?', 'DATE');
  await office.getByRole('combobox', { name: say('office.asked.at'), exact: true }).selectOption('LATER');
  await office.getByRole('button', { name: say('office.asked.addMinors') }).click();
  await office
    .getByRole('combobox', { name: say('office.asked.minorType'), exact: true })
    .selectOption({ label: 'Child' });
  await office.getByLabel(say('office.asked.upToAge')).fill('11');
  await office.getByRole('combobox', { name: say('office.asked.guardian'), exact: true }).selectOption('IN_ORDER');
  await expectAccessible(office);
  await saveAsked();
  await office.reload();
  await office.getByText('What must not be in it?').waitFor();
});

const ticketOf = (name: string, number: number) =>
  shop.getByRole('group', { name: say('site.asked.ticket', { name, number }), exact: true });

it('is asked at the checkout, and what is wrong is said beside its field', async () => {
  shop = await visitor(browser(), phone);
  await openShop(shop, slug);
  for (const name of ['Weekend', 'Child'])
    await shop.getByRole('button', { name: say('site.shop.more', { name }) }).click();
  await goOn(shop).click();
  await shop.getByLabel(say('site.shop.name')).fill('Ada Łovelace');
  await shop.getByLabel(say('site.shop.email')).fill('curious@example.org');
  const send = shop.getByRole('button', { name: say('site.shop.to_payment') });
  await send.click();
  const [ada, kim] = [ticketOf('Weekend', 1), ticketOf('Child', 2)];
  await ada.getByText(say('site.asked.faults.missing')).waitFor();
  const firstFault = ada.getByRole('radio', { name: say('site.asked.yes') });
  await expect.poll(() => firstFault.evaluate((field) => field === document.activeElement)).toBe(true);
  await kim.getByText(say('site.asked.faults.name_missing')).waitFor();
  await kim.getByText(say('site.asked.faults.birth_missing')).waitFor();
  await expectAccessible(shop);
  await expectNoSidewaysScroll(shop);

  await ada.getByRole('radio', { name: say('site.asked.yes') }).check();
  await ada.getByLabel('What must not be in it?').fill('nuts');
  await kim.getByRole('radio', { name: say('site.asked.no') }).check();
  expect(await kim.getByLabel('What must not be in it?').count()).toBe(0);
  await kim.getByLabel(say('site.asked.holder')).fill('Kim');
  await kim.getByLabel(say('site.asked.born_on')).fill('2020-07-13');
  await kim.getByText(say('site.asked.guardian'), { exact: true }).waitFor({ state: 'hidden' });
});

it('wants somebody of age for a minor, by the age on the first day', async () => {
  // The festival begins in 2040: whoever is eleven by then is not born yet.
  const { organiser, festival } = stage;
  const params = { festivalId: festival.id };
  const { asked, version } = await organiser.ticketing.getAsked({ params });
  const minors = asked.minors.map((rule) => ({ ...rule, upToAge: 25 }));
  await organiser.ticketing.saveAsked({ params, body: { asked: { ...asked, minors }, version } });
  const kim = ticketOf('Child', 2);
  const send = shop.getByRole('button', { name: say('site.shop.to_payment') });
  // What changed meanwhile is found out by the API, and asked at once.
  await send.click();
  await kim.getByLabel(say('site.asked.guardian_who')).waitFor();
  await kim.getByLabel(say('site.asked.guardian_who')).selectOption({ label: 'Ada Łovelace' });
  await kim.getByLabel(say('site.asked.guardian_phone')).fill('none');
  await send.click();
  await kim.getByText(say('site.asked.faults.not_a_phone')).waitFor();
  await kim.getByLabel(say('site.asked.guardian_phone')).fill('+32 470 12 34 56');
  await send.click();
  await payWith(shop, cards.accepted);
  await thanks(shop).waitFor();
});

it('shows the gate who answers for a minor, and lets the buyer change who comes', async () => {
  await shop
    .getByText(say('site.asked.minor_with', { name: 'Ada Łovelace', phone: '+32470123456' }))
    .first()
    .waitFor();
  await shop.getByRole('button', { name: say('site.asked.change') }).click();
  const ada = ticketOf('Weekend', 1);
  await ada.getByLabel(say('site.asked.holder')).fill('Grace Hopper');
  await ada.getByLabel('When do you arrive?').fill('2040-07-12');
  await expectAccessible(shop);
  await shop.getByRole('button', { name: say('site.asked.save') }).click();
  await shop.getByText(say('site.asked.saved')).waitFor();
  // Her own ticket, and that of the minor for whom she answers now.
  await expect.poll(() => shop.getByRole('article').filter({ hasText: 'Grace Hopper' }).count()).toBe(2);
  const minors = say('site.asked.minor_with', { name: 'Grace Hopper', phone: '+32470123456' });
  await expect.poll(() => shop.getByRole('article').filter({ hasText: minors }).count()).toBe(1);
  await expectNoSidewaysScroll(shop);
});

it('stands on the order’s page of the office, with its story', async () => {
  await office.goto(`${house.office}/f/${slug}/orders`);
  await office.getByRole('link', { name: 'Ada Łovelace' }).first().click();
  await office.getByRole('heading', { name: say('office.orderAsked.title') }).waitFor();
  await office.getByText('nuts', { exact: true }).waitFor();
  await office.getByText('Grace Hopper').first().waitFor();
  await office.getByText(say('office.orderAsked.minor'), { exact: true }).waitFor();
  await office.getByText(say('office.deed.ticketing_order_holder_changed')).waitFor();
  await expectAccessible(office);
});

it('is closed after the deadline: the page says so, and so does the API to a page that did not know', async () => {
  await shop.getByRole('button', { name: say('site.asked.change') }).click();
  await ticketOf('Weekend', 1).getByLabel(say('site.asked.holder')).fill('Too Late');
  const { organiser, festival } = stage;
  const params = { festivalId: festival.id };
  const { asked, version } = await organiser.ticketing.getAsked({ params });
  const changesUntil = new Date(Date.now() - 60_000).toISOString();
  await organiser.ticketing.saveAsked({ params, body: { asked: { ...asked, changesUntil }, version } });
  await shop.getByRole('button', { name: say('site.asked.save') }).click();
  await shop.getByText(say('errors.ticketing.changes_over')).waitFor();
  await shop.reload();
  await shop.getByText(say('site.asked.over', { when: '' }).split('.')[0]?.trim().slice(0, 30) ?? '').waitFor();
  expect(await shop.getByRole('button', { name: say('site.asked.change') }).count()).toBe(0);
  await shop.context().close();
});
