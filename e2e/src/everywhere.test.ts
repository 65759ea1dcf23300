/** What is the same on every screen of the office: finding, drafts, two who save at once, and the past. */
import type { Page } from 'playwright-core';
import { beforeAll, beforeEach, expect, it } from 'vitest';
import { desk, oneBrowser, visitor } from './browser.ts';
import { house } from './house.ts';
import { expectAccessible, expectFocusShown } from './inspect.ts';
import { openFestival, signInBrowser, type Stage } from './stage.ts';
import { say } from './words.ts';

const browser = oneBrowser();
let stage: Stage;
let standId: string;
let page: Page;

beforeAll(async () => {
  stage = await openFestival('Anderswo', [{ name: 'Weekend', price: 4950, capacity: 10 }]);
  const params = { festivalId: stage.festival.id };
  await stage.organiser.programme.createArtist({ params, body: { name: 'Amélie Fjord', billing: 1 } });
  standId = (await stage.organiser.stands.createStand({ params, body: { name: 'Lake bar', kind: 'BAR' } })).id;
});
beforeEach(async () => {
  page = await visitor(browser(), desk);
  await signInBrowser(page.context(), 'office', 'harbour');
  return () => page.context().close();
});

const address = (path: string) => `${house.office}/f/${stage.festival.slug}${path}`;
const sheetOf = (one: Page) => one.getByRole('dialog');
const nameIn = (one: Page) => sheetOf(one).getByLabel(say('office.menu.name')).first();
const saveIn = (one: Page) => sheetOf(one).getByRole('button', { name: say('office.menu.save'), exact: true });

it('finds an artist by the keyboard, though it is misspelled, and opens it', async () => {
  await page.goto(address(''));
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').waitFor();
  await page.keyboard.type('amellie fjord');
  await page.getByRole('option', { name: 'Amélie Fjord' }).first().waitFor();
  await expectAccessible(page);
  await page.keyboard.press('Enter');
  await page.waitForURL('**/programme?*edit=*');
  await sheetOf(page).getByLabel(say('office.programmeEdit.name')).first().waitFor();
  await expect
    .poll(() => sheetOf(page).getByLabel(say('office.programmeEdit.name')).first().inputValue())
    .toBe('Amélie Fjord');
  await expectFocusShown(page);
});

it('begins a new stand from anywhere', async () => {
  await page.goto(address('/orders'));
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').waitFor();
  await page.keyboard.type(say('office.search.command.newStand'));
  await page.keyboard.press('Enter');
  await nameIn(page).waitFor();
});

it('keeps a half filled form over a reload, and forgets it when told to', async () => {
  await page.goto(address('/stands?edit=new'));
  await nameIn(page).fill('Half a bar');
  // A draft is written when the typing pauses, and when the page goes.
  await page.reload();
  await sheetOf(page)
    .getByRole('button', { name: say('office.record.continue') })
    .click();
  await expect.poll(() => nameIn(page).inputValue()).toBe('Half a bar');
  await expectAccessible(page);
  await sheetOf(page)
    .getByRole('button', { name: say('office.menu.cancel'), exact: true })
    .click();
  await sheetOf(page).waitFor({ state: 'detached' });
  await page.goto(address('/stands?edit=new'));
  await nameIn(page).waitFor();
  expect(
    await sheetOf(page)
      .getByRole('button', { name: say('office.record.continue') })
      .count(),
  ).toBe(0);
});

it('shows both values to the second of two who change one field', async () => {
  const other = await page.context().newPage();
  for (const one of [page, other]) {
    await one.goto(address(`/stands?edit=${standId}`));
    await nameIn(one).waitFor();
  }
  await nameIn(page).fill('My bar');
  await nameIn(other).fill('Their bar');
  await saveIn(other).click();
  await sheetOf(other).waitFor({ state: 'detached' });

  await saveIn(page).click();
  const clash = page.getByRole('alert', { name: say('office.record.clash') });
  await clash.waitFor();
  await expectAccessible(page);
  await clash.getByLabel(say('office.record.theirs')).check();
  await clash.getByRole('button', { name: say('office.record.settle') }).click();
  await expect.poll(() => nameIn(page).inputValue()).toBe('Their bar');
  await nameIn(page).fill('Our bar');
  await saveIn(page).click();
  await sheetOf(page).waitFor({ state: 'detached' });
});

it('gives a former state back', async () => {
  await page.goto(address(`/stands?edit=${standId}`));
  await nameIn(page).waitFor();
  await sheetOf(page).getByText(say('office.record.history'), { exact: true }).click();
  const former = sheetOf(page).getByRole('button', { name: say('office.record.restore') });
  await former.last().click();
  await expect.poll(() => nameIn(page).inputValue()).toBe('Lake bar');
  await expectAccessible(page);
  await saveIn(page).click();
  await sheetOf(page).waitFor({ state: 'detached' });
  const [stand] = await stage.organiser.stands.listStands({ params: { festivalId: stage.festival.id } });
  expect(stand?.name).toBe('Lake bar');
});

it('brings back what was taken away', async () => {
  const params = { festivalId: stage.festival.id };
  const gone = await stage.organiser.stands.createStand({ params, body: { name: 'Gone bar', kind: 'BAR' } });
  await stage.organiser.stands.deleteStand({ params: { ...params, standId: gone.id }, query: { version: 1 } });
  await page.goto(address('/history?name=stands.stand_removed'));
  await page
    .getByRole('button', { name: say('office.record.restoreRemoved') })
    .first()
    .click();
  await expect
    .poll(async () => (await stage.organiser.stands.listStands({ params })).some(({ id }) => id === gone.id))
    .toBe(true);
});
