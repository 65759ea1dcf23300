/** A festival gets another address: links that people have go on working, until the festival gives the former one up. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { desk, oneAfterTheOther, oneBrowser, phone, visitor } from './browser.ts';
import { house } from './house.ts';
import { expectAccessible, expectNoSidewaysScroll } from './inspect.ts';
import { openFestival, signInBrowser, type Stage } from './stage.ts';
import { say } from './words.ts';

const browser = oneBrowser();
let stage: Stage;
let page: Page;
let former: string;
let now: string;
beforeAll(async () => {
  stage = await openFestival('Old Mill', [{ name: 'Weekend', price: 4950, capacity: 10 }]);
  former = stage.festival.slug;
  now = former.replace('old', 'new');
  page = await visitor(browser(), desk);
  await signInBrowser(page.context(), 'office', 'harbour');
});
afterAll(() => page?.context().close());
oneAfterTheOther();

const answerAt = (path: string) => fetch(`${house.site}${path}`, { redirect: 'manual' });

it('the office changes the address, and says what becomes of the former one', async () => {
  expect((await answerAt(`/en/${former}/tickets`)).status).toBe(200);
  await page.goto(`${house.office}/f/${former}/settings`);
  await page.getByText(say('office.festivalForm.slugChangeHint')).waitFor();
  await page.getByLabel(say('office.festivalForm.slug')).fill(now);
  await page.getByRole('button', { name: say('office.settings.save'), exact: true }).click();
  await page.waitForURL(`**/f/${now}/settings`);
  await page.goto(`${house.office}/f/${now}/settings/domain`);
  await page.getByText(say('office.domain.formerLead')).waitFor();
  await page.getByText(say('office.domain.leadsOn'), { exact: true }).waitFor();
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
});

it('what people have leads on for good: pages with their query, mails, bookmarks of the office', async () => {
  await expect
    .poll(async () => {
      const answer = await answerAt(`/fr/${former}/tickets?code=EARLY&x=%20y`);
      return [answer.status, answer.headers.get('location')];
    })
    .toEqual([308, `/fr/${now}/tickets?code=EARLY&x=%20y`]);
  expect((await answerAt(`/de/${former}/line-up/search?q=nina`)).headers.get('location')).toBe(
    `/de/${now}/line-up/search?q=nina`,
  );
  for (const [before, after] of [
    [`/artwork/share/de/${former}.jpg?v=1`, `/artwork/share/de/${now}.jpg?v=1`],
    [`/artwork/icon/${former}-192.png`, `/artwork/icon/${now}-192.png`],
    [`/manifests/de-${former}.webmanifest`, `/manifests/de-${now}.webmanifest`],
    [`/sitemaps/${former}.xml`, `/sitemaps/${now}.xml`],
  ] as const) {
    expect((await answerAt(before)).headers.get('location')).toBe(after);
    expect((await answerAt(after)).status).toBe(200);
  }
  const reader = await visitor(browser(), phone);
  await reader.goto(`${house.site}/${former}/practical#contact`);
  expect(new URL(reader.url()).pathname).toMatch(new RegExp(`^/\\w+/${now}/practical$`));
  expect(new URL(reader.url()).hash).toBe('#contact');
  await reader.context().close();
  await page.goto(`${house.office}/f/${former}/team?q=ada`);
  await page.waitForURL(`**/f/${now}/team?q=ada`);
  await page.getByRole('heading', { level: 1 }).waitFor();
});

it('given up, the former address leads nowhere, and another festival may take it', async () => {
  await page.goto(`${house.office}/f/${now}/settings/domain`);
  const name = `${new URL(house.site).host}/${former}`;
  await page.getByRole('button', { name: say('office.domain.giveUpNamed', { name }) }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText(say('office.domain.giveUpLead')).waitFor();
  await dialog.getByRole('button', { name: say('office.domain.giveUp'), exact: true }).click();
  await dialog.waitFor({ state: 'hidden' });
  await expect.poll(async () => (await answerAt(`/en/${former}/tickets`)).status).toBe(404);
  expect((await answerAt(`/en/${now}/tickets`)).status).toBe(200);
  const next = await openFestival('New Mill', [{ name: 'Weekend', price: 4950, capacity: 10 }]);
  const params = { festivalId: next.festival.id };
  const { version } = next.festival;
  await next.organiser.festival.updateFestival({ params, body: { version, changes: { slug: former } } });
  await expect.poll(async () => (await answerAt(`/en/${former}/tickets`)).status).toBe(200);
});
