/** What is planned for a moment is seen from that moment on, though nobody does anything then. */
import { expect, it } from 'vitest';
import { oneBrowser, patience, phone, visitor } from './browser.ts';
import { house } from './house.ts';
import { openFestival } from './stage.ts';
import { seenWithin } from './within.ts';

const browser = oneBrowser();
/** Long enough for the page to be made and kept before its moment comes. */
const aheadMs = 15_000;

it('planned news stands on a kept page at its moment, not before, and soon after', async () => {
  const { festival, organiser } = await openFestival('Turning Pages', [{ name: 'Day', price: 1000, capacity: 5 }]);
  const address = `${house.site}/en/${festival.slug}/news`;
  const page = await visitor(browser(), phone);
  // The page is there before anything is planned, and hears of the plan without showing it.
  await page.goto(address);
  let title = '';
  // The page is made anew while somebody asks for it.
  await seenWithin(5, async () => {
    title = `Gates open earlier ${crypto.randomUUID()}`;
    const at = Date.now() + aheadMs;
    await organiser.festival.createNews({
      params: { festivalId: festival.id },
      body: { title: { en: title }, publishedAt: new Date(at).toISOString() },
    });
    const read = async () => (await fetch(address)).text();
    expect(await read()).not.toContain(title);
    await expect.poll(read, { timeout: aheadMs + patience, interval: 100 }).toContain(title);
    const late = Date.now() - at;
    expect(late).toBeGreaterThanOrEqual(0);
    return late;
  });
  await page.reload();
  await page.getByRole('heading', { name: title }).waitFor();
  await page.context().close();
});
