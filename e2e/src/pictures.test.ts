/** Pictures: from a file on somebody's desk, through the library, onto the festival's page. */
import type { Page } from 'playwright-core';
import { beforeAll, beforeEach, expect, it } from 'vitest';
import { desk, oneAfterTheOther, oneBrowser, patience, phone, visitor } from './browser.ts';
import { house } from './house.ts';
import { expectAccessible, expectNoSidewaysScroll } from './inspect.ts';
import { openFestival, signInBrowser, type Stage } from './stage.ts';
import { say, wordsIn } from './words.ts';

const browser = oneBrowser();
oneAfterTheOther();
let stage: Stage;
let page: Page;

beforeAll(async () => {
  stage = await openFestival('Picture Book', [{ name: 'Weekend', price: 4950, capacity: 10 }]);
});
beforeEach(async () => {
  page = await visitor(browser(), desk);
  await signInBrowser(page.context(), 'office', 'harbour');
  return () => page.context().close();
});

const library = () => page.goto(`${house.office}/f/${stage.festival.slug}/pictures`);
const choose = () => page.locator('input[type=file]').first();

/** A picture of one colour, painted by the browser itself. */
async function painted(name: string, colour: string) {
  const base64 = await page.evaluate((fill) => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 1400, height: 900 });
    const brush = canvas.getContext('2d');
    if (brush) {
      brush.fillStyle = fill;
      brush.fillRect(0, 0, 1400, 900);
    }
    return canvas.toDataURL('image/jpeg').split(',')[1] ?? '';
  }, colour);
  return { name, mimeType: 'image/jpeg', buffer: Buffer.from(base64, 'base64') };
}

it('come in several at once; what is none is refused by its name, in words', async () => {
  await library();
  await page.getByText(say('office.media.empty')).waitFor();
  await expectAccessible(page);
  await choose().setInputFiles([
    await painted('meadow.jpg', '#2f7d4f'),
    await painted('stage.jpg', '#7d2f5f'),
    { name: 'evil.png', mimeType: 'image/png', buffer: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>') },
  ]);
  for (const name of ['meadow.jpg', 'stage.jpg'])
    await page.getByRole('button', { name: say('office.media.openOf', { name }) }).waitFor();
  const uploads = page.getByRole('region', { name: say('office.media.uploads') });
  await uploads.getByText(say('errors.media.not_a_picture')).waitFor();
  await uploads.getByRole('button', { name: say('office.media.dismiss', { name: 'evil.png' }) }).click();
  await uploads.waitFor({ state: 'detached' });
  await expectAccessible(page);
});

it('are described and aimed by keyboard alone, and found by their words', async () => {
  await library();
  await page.getByRole('button', { name: say('office.media.openOf', { name: 'meadow.jpg' }) }).press('Enter');
  const dialog = page.getByRole('dialog');
  const aim = dialog.getByRole('button', { name: say('office.media.focus') });
  await aim.press('ArrowRight');
  await aim.press('ArrowRight');
  await dialog.getByText(say('office.media.focusAt', { x: 0.6, y: 0.5 })).waitFor();
  await dialog.getByLabel(say('office.media.alt')).fill('A meadow in the morning');
  await dialog.getByLabel(say('office.media.credit')).fill('Ada Lumen');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: say('office.media.save') }).press('Enter');
  await dialog.waitFor({ state: 'detached' });
  await page.getByRole('searchbox').fill('morning');
  await page
    .getByRole('button', { name: say('office.media.openOf', { name: 'stage.jpg' }) })
    .waitFor({ state: 'detached' });
  await page.getByRole('img', { name: 'A meadow in the morning' }).waitFor();
});

it('head the festival’s page, in the browser’s best format, and go out with its address', async () => {
  await page.goto(`${house.office}/f/${stage.festival.slug}/settings/pictures`);
  const cover = page.getByRole('group', { name: say('office.media.field.cover') });
  await cover.getByRole('button', { name: say('office.media.choose') }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: say('office.media.chooseOf', { name: 'meadow.jpg' }) }).click();
  await cover.getByRole('img', { name: 'A meadow in the morning' }).waitFor();
  await expectAccessible(page);

  await expect
    .poll(
      async () => {
        await page.goto(`${house.site}/en/${stage.festival.slug}`);
        return page.getByRole('img', { name: 'A meadow in the morning' }).count();
      },
      { timeout: patience * 2, interval: 2000 },
    )
    .toBe(1);
  const shown = page.getByRole('img', { name: 'A meadow in the morning' });
  await expect
    .poll(() => shown.evaluate((img: HTMLImageElement) => [img.complete, img.naturalWidth > 0]))
    .toEqual([true, true]);
  expect(await shown.evaluate((img: HTMLImageElement) => img.currentSrc)).toMatch(
    /\/api\/media\/[\w-]{32}\/\d+\.(avif|webp)$/,
  );
  expect(await shown.evaluate((img) => getComputedStyle(img).objectPosition)).toBe('60% 50%');
  expect(await page.locator('meta[property="og:image"]').getAttribute('content')).toContain(
    `/artwork/share/en/${stage.festival.slug}`,
  );
  await expectAccessible(page);
});

it('that the festival shows stay; others go, and come back', async () => {
  await library();
  await page.getByRole('button', { name: say('office.media.openOf', { name: 'meadow.jpg' }) }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText(say('office.media.use.COVER')).waitFor();
  expect(await dialog.getByRole('button', { name: say('office.media.remove') }).count()).toBe(0);
  await page.keyboard.press('Escape');
  const stagePicture = page.getByRole('button', { name: say('office.media.openOf', { name: 'stage.jpg' }) });
  await stagePicture.click();
  await dialog.getByRole('button', { name: say('office.media.remove') }).click();
  await stagePicture.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: say('office.media.undo') }).click();
  await stagePicture.waitFor();
});

it('have their place on a phone, in the dark and in German', async () => {
  const dark = await visitor(browser(), { ...phone, colorScheme: 'dark' });
  try {
    await signInBrowser(dark.context(), 'office', 'harbour');
    await dark.addInitScript(() => localStorage.setItem('office.language', 'de'));
    await dark.goto(`${house.office}/f/${stage.festival.slug}/pictures`);
    const german = wordsIn('de');
    await dark.getByRole('heading', { level: 1, name: german('office.media.title') }).waitFor();
    await dark.getByRole('button', { name: german('office.media.openOf', { name: 'meadow.jpg' }) }).waitFor();
    await expectNoSidewaysScroll(dark);
    await expectAccessible(dark);
  } finally {
    await dark.context().close();
  }
});
