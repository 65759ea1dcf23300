/** Lists and what leads to them: searched, filtered and sorted by their address, handed over as files, found from anywhere. */
import { generateKeyPairSync } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { Download, Page } from 'playwright-core';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { desk, oneBrowser, patience, visitor } from './browser.ts';
import { byKeyboard } from './by-keyboard.ts';
import { house } from './house.ts';
import { expectAccessible, expectFocusShown, expectNoSidewaysScroll } from './inspect.ts';
import { openFestival, signInBrowser, type Stage } from './stage.ts';
import { say } from './words.ts';

const browser = oneBrowser();
let stage: Stage;
let bar: { id: string };
let page: Page;

const formula = '=HYPERLINK("https://evil.example","Fjord")';
const params = () => ({ festivalId: stage.festival.id });
const open = (path: string) => page.goto(`${house.office}/f/${stage.festival.slug}${path}`);
const button = (name: string) => page.getByRole('button', { name, exact: true });
const dialog = () => page.getByRole('dialog');

beforeAll(async () => {
  stage = await openFestival('Long Lists', [{ name: 'Weekend', price: 4950, capacity: 10 }]);
  const { programme, stands } = stage.organiser;
  for (const [name, billing] of [
    ['Amélie Fjord', 1],
    [formula, 3],
    ['Fjord Ensemble', 2],
    ['Nobody Else', 1],
  ] as const)
    // prettier-ignore
    await programme.createArtist({ params: params(), body: { name, billing } });
  bar = await stands.createStand({ params: params(), body: { name: 'Lake bar', kind: 'BAR' } });
  const sold = (name: string, price: number) =>
    stands.createProduct({
      params: { ...params(), standId: bar.id },
      body: { name: { en: name }, category: 'SOFT', price, vat: 2100 },
    });
  const mate = await sold('Mate', 400);
  await sold('Lemonade', 350);
  const { id } = await stands.createStockItem({ params: params(), body: { name: 'Mate', productIds: [mate.id] } });
  const at = { ...params(), stockItemId: id };
  await stands.moveStock({ params: at, body: { kind: 'DELIVERY', quantity: 240 } });
  const { devices } = stage.organiser;
  const { code } = await devices.offerEnrolment({
    params: params(),
    body: { name: 'North scanner', rights: ['scan'] },
  });
  const publicKey = generateKeyPairSync('ed25519').publicKey.export({ format: 'jwk' }).x ?? '';
  await devices.enrol({ body: { code, publicKey } });
});
beforeEach(async () => {
  page = await visitor(browser(), desk);
  await signInBrowser(page.context(), 'office', 'harbour');
  return () => page.context().close();
});

const textOf = async (download: Download) => readFile(await download.path(), 'utf8');

describe('a list', () => {
  const names = async () => (await page.locator('tbody button.font-medium').allInnerTexts()).map((name) => name.trim());

  it('is searched, filtered and sorted in its address, which gives the same again', async () => {
    await open('/programme?view=artists');
    await page.getByRole('searchbox', { name: say('office.programme.searchArtists') }).fill('fjord');
    await page.waitForURL('**search=fjord*');
    await expect.poll(names, { timeout: patience }).toHaveLength(3);
    await button(say('office.programme.artist')).click();
    await page.waitForURL('**sort=name*');
    const sorted = [formula, 'Amélie Fjord', 'Fjord Ensemble'];
    await expect.poll(names).toEqual(sorted);
    await button(say('office.programme.artist')).click();
    await page.waitForURL('**descending=true*');
    await expect.poll(names, { timeout: patience }).toEqual(sorted.toReversed());
    await page.getByRole('combobox', { name: say('office.list.filter') }).selectOption('headliners');
    await page.waitForURL('**only=headliners*');
    await expect.poll(names, { timeout: patience }).toEqual(['Amélie Fjord']);
    await expectAccessible(page);
    await page.reload();
    await expect.poll(names, { timeout: patience }).toEqual(['Amélie Fjord']);
    await page.setViewportSize({ width: 390, height: 800 });
    await expectNoSidewaysScroll(page);
  });

  it('is handed over as it is shown, by the keyboard, and no spreadsheet runs what is in it', async () => {
    await open('/programme?view=artists&search=fjord');
    await expect.poll(names, { timeout: patience }).toHaveLength(3);
    const keys = byKeyboard(page);
    const menu = button(say('office.list.exportOf', { list: say('office.programme.artists') }));
    const handed = async (format: string) => {
      await keys.press(menu);
      const item = page.getByRole('menuitem', { name: format });
      await item.waitFor();
      const isOnIt = () => item.evaluate((one) => one === document.activeElement);
      for (let step = 0; step < 6 && !(await isOnIt()); step += 1) await page.keyboard.press('ArrowDown');
      const coming = page.waitForEvent('download');
      await page.keyboard.press('Enter');
      return coming;
    };
    const csv = await handed(say('office.list.csvPlain'));
    expect(csv.suggestedFilename()).toBe(`${stage.festival.slug}-artists.csv`);
    const text = await textOf(csv);
    expect(text.trim().split(/\r\n/)).toHaveLength(4);
    expect(text).not.toContain('Nobody Else');
    expect(text).toContain(`"'=HYPERLINK(`);
    await page.reload();
    await expect.poll(names, { timeout: patience }).toHaveLength(3);
    const xlsx = await handed(say('office.list.xlsx'));
    expect(xlsx.suggestedFilename()).toMatch(/\.xlsx$/);
    expect((await readFile(await xlsx.path())).subarray(0, 2).toString()).toBe('PK');
  });
});

describe('Ctrl-K leads to', () => {
  /** Searches until the index knows it, then chooses it. */
  async function choose(typed: string) {
    await open('/orders');
    await page.getByRole('heading', { level: 1 }).waitFor();
    const seen = async () =>
      (await stage.organiser.search.searchFestival({ params: params(), query: { q: typed } })).length;
    await expect.poll(seen, { timeout: patience }).toBeGreaterThan(0);
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox').waitFor();
    // Nobody waits for an answer before they press Enter.
    await page.keyboard.type(typed);
    await page.keyboard.press('Enter');
  }
  const focused = () => page.evaluate(() => document.activeElement?.closest('tr')?.textContent ?? '');

  it('a person, with the keyboard on their row', async () => {
    const { name } = await stage.organiser.identity.me({});
    await choose(name);
    await page.waitForURL('**/team?*');
    await expect.poll(focused, { timeout: patience }).toContain(name);
    await expectFocusShown(page);
    await expectAccessible(page);
  });

  it('a device, with the keyboard on its row', async () => {
    await choose('north scanner');
    await page.waitForURL('**/devices?*');
    await expect.poll(focused, { timeout: patience }).toContain('North scanner');
    await expectFocusShown(page);
  });

  it('a gate, open beside the others', async () => {
    await stage.organiser.access.createGate({ params: params(), body: { name: 'Willow gate' } });
    await choose('wilow gate');
    await page.waitForURL('**/gates?*');
    await dialog().getByRole('heading', { name: 'Willow gate' }).waitFor();
    await expectAccessible(page);
    await page.keyboard.press('Escape');
    await dialog().waitFor({ state: 'detached' });
  });

  it('a product, with the keyboard on its cell of the menu', async () => {
    await choose('lemonade');
    await page.waitForURL(`**/stands/${bar.id}*`);
    await expect.poll(focused, { timeout: patience }).toContain('Lemonade');
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Lemonade');
    await expectFocusShown(page);
  });

  it('the row of whoever was found again on the same screen', async () => {
    const { name } = await stage.organiser.identity.me({});
    await choose(name);
    await expect.poll(focused, { timeout: patience }).toContain(name);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox').waitFor();
    await page.keyboard.type(name);
    await page.getByRole('option', { name }).first().waitFor();
    await page.keyboard.press('Enter');
    await dialog().waitFor({ state: 'detached' });
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName), { timeout: patience }).toBe('TR');
  });
});

it('imports products by the keyboard alone: a hostile file is refused row by row, the corrected one is looked at and written', async () => {
  await open('/stands');
  const keys = byKeyboard(page);
  const lines = (rows: readonly string[]) => ['name.en;stand;category;price;vat;stock', ...rows].join('\r\n');
  const hostile = lines([
    `${formula.replaceAll(';', ',').replaceAll('"', '')};Lake bar;SOFT;2,50;21;`,
    'Mate;Lake bar;SOFT;4,00;21;-3',
    'Lemonade;Lake bar;SOFT;1,234;21;12',
    'Water;Nowhere;SOFT;2;21;',
    '<img src=x onerror=alert(1)>;Lake bar;SOFT;1;21;',
    'Cola;Lake bar;SOFT;3;21;1e9',
  ]);
  const good = lines([
    'Mate;Lake bar;SOFT;4,00;21;228',
    'Water;Lake bar;SOFT;2;21;96',
    'Lemonade;Lake bar;SOFT;3,50;21;',
  ]);
  const choose = async (text: string) => {
    await keys.tabTo(dialog().getByLabel(say('office.menu.csv.file')));
    const file = { name: 'products.csv', mimeType: 'text/csv', buffer: Buffer.from(text, 'latin1') };
    // A headless Chromium that is busy may miss the key that opens its chooser a second time.
    for (let chosen = false; !chosen;) {
      const asked = page.waitForEvent('filechooser', { timeout: 5_000 }).catch(() => null);
      await page.keyboard.press('Enter');
      const chooser = await asked;
      await chooser?.setFiles(file);
      chosen = chooser !== null;
    }
  };
  await keys.press(button(say('office.menu.csv.import')));
  await dialog().waitFor();
  await choose(hostile);
  const counts = (told: { new: number; changed: number; same: number; refused: number }) =>
    dialog().getByText(say('office.menu.csv.counts', told)).waitFor();
  await counts({ new: 2, changed: 0, same: 0, refused: 4 });
  await dialog().getByText(say('office.menu.csv.blocked')).waitFor();
  await expectAccessible(page);

  await choose(good);
  await counts({ new: 1, changed: 1, same: 1, refused: 0 });
  await dialog().getByText('240 → 228 (-12)').waitFor();
  const reason = dialog().getByLabel(say('office.menu.csv.stockReasonLabel', { count: 2 }));
  await keys.tabTo(reason);
  await page.keyboard.press('Control+a');
  await page.keyboard.type('Counted before the doors');
  await expectAccessible(page);
  await keys.press(dialog().getByRole('button', { name: say('office.menu.csv.apply', { count: 2 }) }));
  await dialog().waitFor({ state: 'detached' });
  const stock = await stage.organiser.stands.listStock({ params: params() });
  expect(stock.map(({ name, onHand }) => `${name} ${onHand}`).toSorted()).toEqual(['Mate 228', 'Water 96']);
  const mate = stock.find(({ name }) => name === 'Mate')?.id ?? '';
  const { items } = await stage.organiser.stands.listMovements({
    params: { ...params(), stockItemId: mate },
    query: {},
  });
  expect(items[0]).toMatchObject({ quantity: -12, reason: 'Counted before the doors' });
});

it('puts a product below a new heading of its menu by the keyboard, and saves it', async () => {
  await open(`/stands/${bar.id}?view=order`);
  const keys = byKeyboard(page);
  await keys.press(button(say('office.menu.section.add')));
  await dialog().waitFor();
  await keys.type(dialog().getByLabel(say('office.menu.section.name')).first(), 'Without alcohol');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Without alcohol' }).waitFor();
  const handle = button(say('office.menu.section.move', { name: 'Lemonade' }));
  await keys.tabTo(handle);
  const below = async () => {
    const card = page.locator('ol[data-drop-section]').last();
    return (await card.innerText()).includes('Lemonade');
  };
  for (let step = 0; step < 6 && !(await below()); step += 1) await page.keyboard.press('ArrowDown');
  await expect.poll(below).toBe(true);
  await expectAccessible(page);
  await keys.press(button(say('office.menu.save')));
  const section = async () => {
    const [stand] = await stage.organiser.stands.listStands({ params: params() });
    const heading = stand?.sections.find(
      ({ id }) => id === stand.products.find(({ name }) => name.en === 'Lemonade')?.sectionId,
    );
    return heading?.name.en;
  };
  await expect.poll(section).toBe('Without alcohol');
});

it('prints the running order of a day', async () => {
  const { programme } = stage.organiser;
  const { id: stageId } = await programme.createStage({ params: params(), body: { name: 'Meadow' } });
  const { artists } = await programme.getProgrammeDraft({ params: params() });
  const artistId = artists[0]?.id ?? '';
  await programme.createSlot({
    params: params(),
    body: { stageId, artistId, startsAt: '2040-07-13T18:00:00Z', endsAt: '2040-07-13T19:00:00Z', status: 'CONFIRMED' },
  });
  await open('/programme');
  await button(say('office.exchange.export')).click();
  await page.getByRole('menuitem', { name: say('office.exchange.print.menu') }).click();
  await dialog().waitFor();
  await expectAccessible(page);
  const coming = page.waitForEvent('download');
  await dialog()
    .getByRole('button', { name: say('office.exchange.print.download') })
    .click();
  const file = await coming;
  expect(file.suggestedFilename()).toMatch(/2040-07-13\.pdf$/);
  const bytes = await readFile(await file.path());
  expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
  expect(bytes.length).toBeGreaterThan(4_000);
});
