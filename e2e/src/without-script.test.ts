/** The site for whoever has no JavaScript: everything can be read, in every language. */
import { beforeAll, beforeEach, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { desk, oneBrowser, visitor } from './browser.ts';
import { house } from './house.ts';
import { signedIn } from './stage.ts';
import { say, wordsIn } from './words.ts';

const browser = oneBrowser();
let artist: string;
let page: Page;

beforeAll(async () => {
  const organiser = await signedIn('organiser');
  const { id: festivalId } = await organiser.festival.getFestivalBySlug({ params: { slug: 'solbrume' } });
  const { artists } = await organiser.programme.getProgramme({ params: { festivalId } });
  artist = artists.toSorted((a, b) => a.billing - b.billing)[0]?.name ?? '';
});
beforeEach(async () => {
  page = await visitor(browser(), { ...desk, javaScriptEnabled: false });
  return () => page.context().close();
});

it('finds a festival from the first page, and reads who plays and what it costs', async () => {
  await page.goto(`${house.site}/en`);
  await page
    .getByRole('link', { name: /Solbrume/ })
    .first()
    .click();
  await page.getByRole('heading', { level: 1, name: 'Solbrume' }).waitFor();
  expect(artist).not.toBe('');
  await page.locator('#line-up').getByText(artist).first().waitFor();
  await page.locator('#tickets').getByText('€189').first().waitFor();
  await page.getByRole('link', { name: say('site.tickets.choose') }).click();
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.getByText('€189.00').first().waitFor();
  // Playwright's texts leave this element out.
  expect(await page.locator('noscript').innerText()).toContain(say('site.tickets.no_script'));
});

it('reads the same page in another language', async () => {
  const german = wordsIn('de');
  await page.goto(`${house.site}/en/solbrume`);
  await page.getByRole('contentinfo').getByRole('link', { name: 'Deutsch' }).click();
  await page.waitForURL('**/de/solbrume');
  await page.getByRole('link', { name: german('site.tickets.choose') }).waitFor();
  expect(await page.locator('html').getAttribute('lang')).toBe('de');
});
