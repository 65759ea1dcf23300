/** The site and the office for whoever uses no mouse. */
import type { Locator, Page } from 'playwright-core';
import { beforeAll, beforeEach, expect, it } from 'vitest';
import { desk, oneBrowser, visitor } from './browser.ts';
import { house } from './house.ts';
import { expectFocusShown } from './inspect.ts';
import { cards, goOn, openShop, payButton, thanks } from './shopping.ts';
import { openFestival, signInBrowser, type Stage } from './stage.ts';
import { say } from './words.ts';

const browser = oneBrowser();
let stage: Stage;
let page: Page;

beforeAll(async () => {
  stage = await openFestival('No Mouse', [{ name: 'Weekend', price: 4950, capacity: 10 }]);
});
beforeEach(async () => {
  page = await visitor(browser(), desk);
  return () => page.context().close();
});

it('buys a ticket', async () => {
  await openShop(page, stage.festival.slug);
  await skipToContent('#content', say('site.shell.skip'));
  await press(page.getByRole('button', { name: say('site.shop.more', { name: 'Weekend' }) }));
  await press(goOn(page));
  await type(page.getByLabel(say('site.shop.name')), 'Ada Łovelace');
  await type(page.getByLabel(say('site.shop.email')), 'keys@example.org');
  await press(page.getByRole('button', { name: say('site.shop.to_payment') }));
  await type(page.getByLabel(say('site.pay.number')), cards.accepted);
  await press(payButton(page));
  await thanks(page).waitFor();
});

it('finds an artist, who becomes a favourite, looks at the map and the menus, and comes to the tickets', async () => {
  const onTop = (name: string) => page.getByRole('banner').getByRole('link', { name, exact: true });
  const arrived = (name: string) => page.getByRole('heading', { level: 1, name, exact: true }).waitFor();
  await page.goto(`${house.site}/en/solbrume`);
  await press(onTop(say('site.shell.pages.lineUp')));
  await arrived(say('site.lineUp.title'));
  await page.locator('[data-line-up]').waitFor();
  await page.locator('html[data-hearts="on"]').waitFor();
  await type(page.getByRole('searchbox'), 'odesa fontane');
  const artist = page.locator('[data-line-up] a:visible').filter({ hasText: 'Odessa Fontaine' }).first();
  await press(artist);
  const heart = page.locator('.heart-wide');
  // First the next page, then its script: the one before had a beating heart, too.
  await heart.waitFor();
  await page.locator('html[data-hearts="on"]').waitFor();
  await press(heart);
  await expect.poll(() => heart.getAttribute('aria-pressed')).toBe('true');

  await press(onTop(say('site.shell.pages.map')), 'Shift+Tab');
  await arrived(say('site.map.title'));
  const place = page.locator('.place a').first();
  await press(place);
  await page.waitForURL('**/map?*place=*');

  await press(onTop(say('site.shell.pages.eat')), 'Shift+Tab');
  await arrived(say('site.eat.title'));
  const dishes = page.locator('.dish:visible');
  const all = await dishes.count();
  await tabTo(page.getByRole('checkbox', { name: say('site.eat.diet.VEGAN') }));
  await page.keyboard.press('Space');
  await expect.poll(() => dishes.count()).toBeLessThan(all);
  await dishes
    .filter({ hasText: say('site.eat.contains', { allergens: '' }).trim() })
    .first()
    .waitFor();

  await press(onTop(say('site.shell.pages.tickets')), 'Shift+Tab');
  await page
    .getByRole('button', { name: new RegExp(say('site.shop.more', { name: '' })) })
    .first()
    .waitFor();
});

it('goes anywhere in the office with Ctrl-K, and makes a ticket type', async () => {
  await signInBrowser(page.context(), 'office', 'harbour');
  await page.goto(`${house.office}/f/${stage.festival.slug}`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await skipToContent('#main', say('office.shell.skip'));

  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').getByRole('combobox').waitFor();
  await page.keyboard.type(say('office.nav.tickets'));
  await page.keyboard.press('Enter');
  await page.waitForURL('**/tickets');
  await page.getByRole('heading', { level: 1, name: say('office.tickets.title') }).waitFor();

  await press(page.getByRole('button', { name: say('office.tickets.create') }).first());
  const sheet = page.getByRole('dialog');
  await type(sheet.getByLabel(say('office.tickets.name')).first(), 'Early bird');
  await type(sheet.getByLabel(say('office.tickets.price'), { exact: true }), '39.50');
  await type(sheet.getByLabel(say('office.tickets.capacity')), '25');
  await press(sheet.getByRole('button', { name: say('office.tickets.save') }));
  await page.getByRole('cell', { name: /€39\.50/ }).waitFor();
});

it('leaves a dialog with Escape, back where it was opened', async () => {
  await signInBrowser(page.context(), 'office', 'harbour');
  await page.goto(`${house.office}/f/${stage.festival.slug}/devices`);
  const enrol = page.getByRole('button', { name: say('office.devices.enrol') }).first();
  await press(enrol);
  await page.getByRole('dialog').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  await expect.poll(() => hasFocus(enrol)).toBe(true);
});

const hasFocus = (place: Locator): Promise<boolean> => place.evaluate((element) => element === document.activeElement);

/** Goes on with the Tab key, or back, until the place has the focus, and sees that it shows. */
async function tabTo(place: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  await place.waitFor();
  for (let step = 0; step < 60 && !(await hasFocus(place)); step += 1) await page.keyboard.press(key);
  expect(await hasFocus(place), `the Tab key never comes to ${place}`).toBe(true);
  await expectFocusShown(page);
}

async function press(button: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  await tabTo(button, key);
  await page.keyboard.press('Enter');
}

async function type(field: Locator, text: string): Promise<void> {
  await tabTo(field);
  await page.keyboard.type(text);
}

/** The first stop of the Tab key leads past the navigation. */
async function skipToContent(target: string, name: string): Promise<void> {
  await page.keyboard.press('Tab');
  const link = page.getByRole('link', { name });
  await expect.poll(() => hasFocus(link)).toBe(true);
  await expectFocusShown(page);
  await page.keyboard.press('Enter');
  await expect.poll(() => page.evaluate(() => location.hash)).toBe(target);
}
