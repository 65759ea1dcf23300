/** What an organiser takes away and brings back, beside its list and from the history; and gates that come in by file. */
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { desk, oneBrowser, visitor } from './browser.ts';
import { house } from './house.ts';
import { expectAccessible, expectNoSidewaysScroll } from './inspect.ts';
import { buyTickets, openFestival, signInBrowser, type Stage } from './stage.ts';
import { say } from './words.ts';

const browser = oneBrowser();
let stage: Stage;
let office: Page;
beforeAll(async () => {
  stage = await openFestival(`Taken Back ${Date.now().toString(36)}`, [
    { name: 'Day', price: 4_000, capacity: 50 },
    { name: 'Mistake', price: 9_000, capacity: 20 },
  ]);
  office = await visitor(browser(), desk);
  await signInBrowser(office.context(), 'office', 'harbour');
});

const params = () => ({ festivalId: stage.festival.id });
const open = (path: string) => office.goto(`${house.office}/f/${stage.festival.slug}${path}`);
const button = (name: string) => office.getByRole('button', { name, exact: true });
const dialog = () => office.getByRole('dialog');
const typeNames = async () =>
  (await stage.organiser.ticketing.listTicketTypes({ params: params() })).map(({ name }) => name.en);

/** Opens a record by its name, and presses twice to take it away. */
async function remove(name: string): Promise<void> {
  await office.locator('main').getByRole('button', { name, exact: true }).first().click();
  await dialog().waitFor();
  const press = (label: string) => dialog().getByRole('button', { name: label, exact: true }).click();
  await press(say('office.record.remove'));
  await press(say('office.record.removeSure'));
}

/** Presses “Undo” where it was just said that something is removed. */
async function undo(): Promise<void> {
  await dialog().waitFor({ state: 'detached' });
  await button(say('office.record.undo')).last().click();
  await office.getByText(say('office.record.isBack')).last().waitFor();
}

describe('a ticket type', () => {
  it('is removed, brought back at once, and from the history as well', async () => {
    await open('/tickets');
    await remove('Mistake');
    await dialog().waitFor({ state: 'detached' });
    await office.locator('main').getByText('Mistake', { exact: true }).waitFor({ state: 'detached' });
    expect(await typeNames()).toEqual(['Day']);
    await undo();
    await office.locator('main').getByText('Mistake', { exact: true }).first().waitFor();
    await remove('Mistake');
    await dialog().waitFor({ state: 'detached' });

    await open('/history?name=ticketing.type_removed');
    await button(say('office.record.restoreRemoved')).first().click();
    await office.getByText(say('office.record.isBack')).first().waitFor();
    expect((await typeNames()).toSorted()).toEqual(['Day', 'Mistake']);
  });

  it('stays once somebody bought it, and says so', async () => {
    const day = stage.types[0];
    if (day === undefined) throw new Error('a type');
    await buyTickets(stage.festival.id, day.id, 1);
    await open('/tickets');
    await remove('Day');
    await dialog().getByText(say('errors.ticketing.type_sold')).waitFor();
    await expectAccessible(office);
    expect(await typeNames()).toContain('Day');
  });
});

it('a shared quota, an option and a piece of news come back at a press', async () => {
  const { ticketing, festival } = stage.organiser;
  const day = stage.types[0];
  if (day === undefined) throw new Error('a type');
  await ticketing.createSharedQuota({
    params: params(),
    body: { name: 'Whole site', capacity: 60, ticketTypeIds: [day.id] },
  });
  await ticketing.createTicketOption({
    params: params(),
    body: { kind: 'PARKING', name: { en: 'Parking' }, price: 1_000, vat: 600 },
  });
  await festival.createNews({
    params: params(),
    body: { title: { en: 'Doors at four' }, body: { en: 'Soon.' }, pinned: false, publishedAt: null },
  });
  await open('/tickets');
  for (const name of ['Whole site', 'Parking']) {
    await remove(name);
    await undo();
    await office.locator('main').getByRole('button', { name, exact: true }).waitFor();
  }
  expect(await ticketing.listSharedQuotas({ params: params() })).toMatchObject([{ name: 'Whole site', sold: 1 }]);
  await open('/settings/news');
  await remove('Doors at four');
  await undo();
  expect(await festival.listNewsDrafts({ params: params() })).toHaveLength(1);
});

it('gates come in by file: shown first, refused line by line, then taken over', async () => {
  const { access, places } = stage.organiser;
  await places.createPlace({
    params: params(),
    body: { kind: 'ENTRANCE', name: { en: 'Forest arch' }, geometry: { type: 'Point', coordinates: [4.7, 50.6] } },
  });
  await open('/gates');
  await button(say('office.menu.csv.import')).first().click();
  await button(say('office.gates.template')).waitFor();
  await expectAccessible(office);
  const choose = (text: string) =>
    dialog()
      .getByLabel(say('office.menu.csv.file'))
      .setInputFiles({ name: 'gates.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
  await choose('name;entrance\nNorth;Forest arch\nSouth;Moon door\n');
  await dialog()
    .getByText(say('office.menu.csv.counts', { new: 1, changed: 0, same: 0, refused: 1 }))
    .waitFor();
  await dialog()
    .getByText(`entrance: ${say('office.menu.csv.reason.unknown')}`)
    .waitFor();
  const apply = (count: number) => button(say('office.menu.csv.apply', { count }));
  expect(await apply(1).isDisabled()).toBe(true);
  await choose('name;entrance\nNorth;Forest arch\nSouth;\n');
  await apply(2).click();
  await office
    .getByText(say('office.gates.imported', { created: 2, changed: 0 }))
    .first()
    .waitFor();
  await office.locator('main').getByRole('button', { name: 'North', exact: true }).waitFor();
  expect((await access.listGates({ params: params() })).map(({ name }) => name)).toEqual(['North', 'South']);
  await expectNoSidewaysScroll(office);
});
