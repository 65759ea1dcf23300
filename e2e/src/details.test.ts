/** What a festival tells of itself: encoded in the office, read on its page, and taken along into the next year. */
import type { Page } from 'playwright-core';
import { beforeAll, beforeEach, expect, it } from 'vitest';
import { desk, oneAfterTheOther, oneBrowser, patience, phone, visitor } from './browser.ts';
import { house } from './house.ts';
import { expectAccessible, expectNoSidewaysScroll } from './inspect.ts';
import { openFestival, signInBrowser, type Stage } from './stage.ts';
import { say } from './words.ts';

const browser = oneBrowser();
oneAfterTheOther();
let stage: Stage;
let page: Page;

beforeAll(async () => {
  stage = await openFestival('Telling', [{ name: 'Weekend', price: 4950, capacity: 10 }]);
});
beforeEach(async () => {
  page = await visitor(browser(), desk);
  await signInBrowser(page.context(), 'office', 'harbour');
  return () => page.context().close();
});

const rooms = (slug: string, room = '') => `${house.office}/f/${slug}/settings${room}`;
const save = () => page.getByRole('button', { name: say('office.settings.save'), exact: true });
const saved = () => page.getByText(say('office.settings.saved')).first();

it('says whom to ask, and keeps what was typed when the page is left', async () => {
  await page.goto(rooms(stage.festival.slug, '/contact'));
  await page.getByLabel(say('office.settings.contact.organisation')).fill('Telling vzw');
  // A draft is written when the typing pauses, and when the page goes.
  await page.reload();
  await page.getByRole('button', { name: say('office.record.continue') }).click();
  const organisation = page.getByLabel(say('office.settings.contact.organisation'));
  await expect.poll(() => organisation.inputValue()).toBe('Telling vzw');
  await page.getByLabel(say('office.settings.contact.email'), { exact: true }).fill('hello@telling.example');
  await save().click();
  await saved().waitFor();
  await expectAccessible(page);
});

it('answers a question, by the keyboard alone', async () => {
  await page.goto(rooms(stage.festival.slug, '/faq'));
  const add = page.getByRole('button', { name: say('office.settings.faq.add') });
  await add.focus();
  await page.keyboard.press('Enter');
  await page
    .getByRole('textbox', { name: say('office.settings.faq.question'), exact: true })
    .first()
    .focus();
  await page.keyboard.type('May I bring my dog?');
  await page
    .getByRole('textbox', { name: say('office.settings.faq.answer'), exact: true })
    .first()
    .focus();
  await page.keyboard.type('Only if it **sings**. <script>alert(1)</script>');
  await save().focus();
  await page.keyboard.press('Enter');
  await saved().waitFor();
  await expectAccessible(page);
});

it('is read on the festival’s page, where HTML stays text', async () => {
  await page.goto(`${house.site}/en/${stage.festival.slug}/practical`);
  await expect
    .poll(
      async () => {
        await page.reload();
        return page.getByText('May I bring my dog?').count();
      },
      { interval: 2000 },
    )
    .toBe(1);
  await page.getByText('May I bring my dog?').click();
  await page.getByText('<script>alert(1)</script>').waitFor();
  expect(await page.locator('details strong').innerText()).toBe('sings');
  await page.getByRole('link', { name: 'hello@telling.example' }).first().waitFor();
  await expectAccessible(page);
});

it('chooses a look that can be seen, and sees it move on its page', async () => {
  await page.goto(rooms(stage.festival.slug, '/theme'));
  const accent = page.getByLabel(say('office.theme.accent'), { exact: true });
  await accent.fill('#ffe600');
  await page.getByText(/3:1/).waitFor();
  await page.getByRole('button', { name: /#/ }).click();
  await expect.poll(async () => (await accent.inputValue()).toLowerCase()).not.toBe('#ffe600');
  const chosen = (await accent.inputValue()).toLowerCase();
  await page.getByRole('radio', { name: say('office.theme.artworks.city') }).check({ force: true });
  const frame = page.frameLocator(`iframe[title="${say('office.theme.preview')}"]`);
  await expect
    .poll(() => frame.locator('[style*="--color-accent"]').first().getAttribute('style'), { timeout: patience * 2 })
    .toContain(chosen);
  await expect
    .poll(() => frame.locator('img[src*="/artwork/city-"]').count(), { timeout: patience })
    .toBeGreaterThan(0);
  await save().click();
  await saved().waitFor();
  await expectAccessible(page);
});

it('becomes next year’s festival, with what goes along shown before', async () => {
  await page.goto(rooms(stage.festival.slug));
  await page.getByRole('button', { name: say('office.duplicate.open'), exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText(say('office.duplicate.thing.ticket_types')).waitFor();
  await expectAccessible(page);
  await dialog.getByRole('button', { name: say('office.duplicate.do') }).click();
  await page.waitForURL((url) => /^\/f\/[^/]+$/.test(url.pathname) && !url.pathname.endsWith(stage.festival.slug));
  await page.getByText(say('office.festivalStatus.DRAFT')).first().waitFor();
  const slug = new URL(page.url()).pathname.split('/').at(-1) ?? '';
  await page.goto(rooms(slug, '/contact'));
  const organisation = page.getByLabel(say('office.settings.contact.organisation'));
  await expect.poll(() => organisation.inputValue()).toBe('Telling vzw');
});

it.each([
  '',
  '/dates',
  '/place',
  '/languages',
  '/theme',
  '/vat',
  '/contact',
  '/legal',
  '/policies',
  '/faq',
  '/social',
  '/news',
  '/life',
])('fits a phone and a screen reader: settings%s', async (room) => {
  const small = await visitor(browser(), phone);
  await signInBrowser(small.context(), 'office', 'organiser');
  await small.goto(rooms('solbrume', room));
  await small.getByRole('heading', { level: 2 }).first().waitFor();
  await expectNoSidewaysScroll(small);
  await expectAccessible(small);
  await small.context().close();
});
