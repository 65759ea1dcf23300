/** Three festivals that three studios could have made; how they are found, shared, and missed. */
import type { Page } from 'playwright-core';
import { beforeEach, describe, expect, it } from 'vitest';
import { desk, oneBrowser, patience, visitor } from './browser.ts';
import { house } from './house.ts';
import { expectAccessible } from './inspect.ts';
import { say, wordsIn } from './words.ts';

const browser = oneBrowser();
let page: Page;

describe('with script', () => {
  beforeEach(async () => {
    page = await visitor(browser(), { ...desk, reducedMotion: 'reduce' });
    return () => page.context().close();
  });

  it('dresses each festival in letters, colours and an artwork of its own', async () => {
    const looks = [];
    for (const slug of ['solbrume', 'zoutlicht', 'laiton']) {
      await page.goto(`${house.site}/en/${slug}`);
      const title = page.getByRole('heading', { level: 1 });
      await title.waitFor();
      looks.push(
        await title.evaluate((element) => {
          const style = getComputedStyle(element);
          const look = element.closest('[data-look]');
          return {
            face: style.fontFamily.split(',')[0],
            ground: look === null ? '' : getComputedStyle(look).getPropertyValue('--poster-ground'),
            drawing: document.querySelector('[data-artwork] svg')?.innerHTML.length,
          };
        }),
      );
    }
    for (const part of ['face', 'ground', 'drawing'] as const)
      expect(new Set(looks.map((look) => look[part])).size, part).toBe(3);
  });

  it('fetches no face that the festival is not set in', async () => {
    const fetched: string[] = [];
    page.on('request', (request) => {
      if (request.resourceType() === 'font') fetched.push(request.url());
    });
    await page.goto(`${house.site}/en/laiton`);
    await page.evaluate(() => document.fonts.ready.then(() => undefined));
    expect(fetched.some((url) => url.includes('big-shoulders'))).toBe(true);
    for (const face of ['unbounded', 'fraunces', 'playfair', 'bricolage'])
      expect(fetched.filter((url) => url.includes(face))).toEqual([]);
  });

  it('hands out a card to share, and icons', async () => {
    for (const path of ['/artwork/share/en/laiton.jpg', '/artwork/share/de/zoutlicht.jpg']) {
      const card = await page.request.get(house.site + path);
      expect([card.status(), card.headers()['content-type']]).toEqual([200, 'image/jpeg']);
      expect((await card.body()).length).toBeGreaterThan(20_000);
    }
    // A page that draws no card of its own shows its festival's, under its own title.
    await page.goto(`${house.site}/en/laiton/practical`);
    const told = (property: string) => page.locator(`meta[property="og:${property}"]`).getAttribute('content');
    expect(await told('image')).toContain('/artwork/share/en/laiton.jpg');
    expect(await told('title')).toBe(say('site.practical.meta_title', { name: 'Laiton' }));
    const icon = await page.request.get(`${house.site}/artwork/icon/solbrume-192.png`);
    expect([icon.status(), icon.headers()['content-type']]).toEqual([200, 'image/png']);
    // What is installed wears the sign that the page showed.
    const manifest = await page.request.get(`${house.site}/manifests/en-solbrume.webmanifest`);
    for (const { src, sizes } of (await manifest.json()).icons) {
      expect(src).toBe(`/artwork/icon/solbrume-${parseInt(sizes)}.png`);
      expect((await page.request.get(house.site + src)).status()).toBe(200);
    }
    for (const path of [
      '/artwork/share/en/nowhere.jpg',
      '/artwork/share/xx/laiton.jpg',
      '/artwork/icon/solbrume-7.png',
    ])
      expect((await page.request.get(house.site + path)).status(), path).toBe(404);
  });

  it('leads back to the festival from where it has no page', async () => {
    const answer = await page.goto(`${house.site}/de/laiton/nirgendwo`);
    expect(answer?.status()).toBe(404);
    await page.getByRole('heading', { name: wordsIn('de')('site.not_found.title') }).waitFor();
    await page.getByRole('link', { name: wordsIn('de')('site.not_found.back') }).click();
    await page.waitForURL('**/de/laiton');
  });

  it('opens the whole festival on one sheet, by keyboard, on a phone', async () => {
    await page.setViewportSize({ width: 360, height: 740 });
    await page.goto(`${house.site}/en/zoutlicht`);
    const menu = page.getByRole('button', { name: say('site.shell.menu'), exact: true });
    await menu.focus();
    await page.keyboard.press('Enter');
    const sheet = page.locator('#festival-menu');
    await sheet.getByRole('link', { name: say('site.shell.pages.practical') }).waitFor();
    await expectAccessible(page);
    await page.keyboard.press('Escape');
    await expect.poll(() => sheet.isVisible()).toBe(false);
  });
});

it('moves its artwork once somebody is there, while it is in sight', async () => {
  page = await visitor(browser(), { ...desk, reducedMotion: 'no-preference' });
  await page.goto(`${house.site}/en/laiton`);
  const alive = page.locator('[data-alive] [data-artwork]');
  // Nothing listens before the page's script has come.
  let y = 200;
  const wave = () => page.mouse.move(200, (y += 5)).then(() => alive.count());
  await expect.poll(wave, { timeout: patience }).toBe(1);
  await page.getByRole('contentinfo').scrollIntoViewIfNeeded();
  await alive.waitFor({ state: 'detached' });
  await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }));
  await alive.waitFor({ state: 'attached' });
  await page.context().close();
});

it('finds a festival by what it plays, without script', async () => {
  page = await visitor(browser(), { ...desk, javaScriptEnabled: false });
  await page.goto(`${house.site}/en`);
  await page.getByRole('combobox', { name: say('site.home.genre') }).selectOption('jazz');
  await page.getByRole('button', { name: say('site.home.find') }).click();
  await page.waitForURL('**/en/festivals?**');
  await page.getByRole('link', { name: /Laiton/ }).waitFor();
  expect(await page.getByRole('link', { name: /Zoutlicht/ }).count()).toBe(0);
  await page.context().close();
});
