/** Pages whose scripts wait until somebody uses them: what is done before they came counts. */
import type { Page } from 'playwright-core';
import { beforeEach, expect, it } from 'vitest';
import { oneBrowser, patience, phone, visitor } from './browser.ts';
import { house } from './house.ts';
import { say } from './words.ts';

const browser = oneBrowser();
let page: Page;
let letScriptsCome: () => void;

beforeEach(async () => {
  page = await visitor(browser(), { ...phone, serviceWorkers: 'block' });
  const { promise: come, resolve } = Promise.withResolvers<void>();
  letScriptsCome = resolve;
  await page.route('**/_next/static/**/*.js', async (route) => {
    await come;
    await route.continue().catch(() => undefined);
  });
  return () => {
    resolve();
    return page.context().close();
  };
});

/** Opens a page of the festival, without waiting for what was begun after it was read. */
const open = (path: string) => page.goto(`${house.site}/en/solbrume${path}`, { waitUntil: 'domcontentloaded' });

it('a heart that is pressed twice by somebody who doubts is chosen once', async () => {
  await open('/artists/ada-lumen');
  const heart = page.locator('[data-heart^="artist:"]').first();
  await heart.click();
  await heart.click();
  expect(await heart.getAttribute('aria-pressed')).toBe('false');
  letScriptsCome();
  await expect.poll(() => heart.getAttribute('aria-pressed'), { timeout: patience }).toBe('true');
});

it('whom one looks for in the line-up is found', async () => {
  await open('/line-up');
  await page.getByRole('searchbox').fill('zzzzqqqq');
  letScriptsCome();
  await page.getByText(say('site.lineUp.nobody')).waitFor();
});

it('what one looks for on the map is shown: the last of it', async () => {
  await open('/map');
  for (const wish of ['food', 'water'] as const)
    await page
      .getByRole('group')
      .getByText(say(`site.map.show.${wish}`), { exact: true })
      .click();
  letScriptsCome();
  await page.waitForURL('**/map?show=water');
  expect(await page.getByRole('radio', { name: say('site.map.show.water') }).isChecked()).toBe(true);
});

it('tickets are counted as often as their button was pressed', async () => {
  await open('/tickets');
  const more = page.getByRole('button', { name: new RegExp(say('site.shop.more', { name: '' }).trim()) }).first();
  await more.click();
  await more.click();
  letScriptsCome();
  await page.getByRole('status').filter({ hasText: /^2$/ }).first().waitFor();
});

it('light, language and menu want no script but the page’s own', async () => {
  await open('/eat-and-drink?diet=VEGAN');
  await page.getByRole('button', { name: say('site.shell.menu'), exact: true }).click();
  const sheet = page.locator('#festival-menu');
  await sheet.getByRole('button', { name: say('site.shell.theme') }).click();
  expect(await page.locator('html').getAttribute('data-theme')).toBe('dark');
  await sheet.getByRole('link', { name: 'Français' }).click();
  await page.waitForURL('**/fr/solbrume/eat-and-drink?diet=VEGAN', { waitUntil: 'domcontentloaded' });
  const chosen = (await page.context().cookies()).find(({ name }) => name === 'language');
  expect(chosen?.value).toBe('fr');
});
