/** The festival's map in the office: drawn by mouse, by keyboard alone, and brought in as a file. */
import type { Page } from 'playwright-core';
import { beforeAll, beforeEach, expect, it } from 'vitest';
import { desk, oneBrowser, visitor } from './browser.ts';
import { house } from './house.ts';
import { byKeyboard } from './by-keyboard.ts';
import { expectAccessible } from './inspect.ts';
import { openFestival, signInBrowser, type Stage } from './stage.ts';
import { say } from './words.ts';

const browser = oneBrowser();
let stage: Stage;
let page: Page;
let keys: ReturnType<typeof byKeyboard>;

beforeAll(async () => {
  stage = await openFestival('Map Meadow', [{ name: 'Weekend', price: 4950, capacity: 10 }]);
});
beforeEach(async () => {
  page = await visitor(browser(), desk);
  keys = byKeyboard(page);
  await signInBrowser(page.context(), 'office', 'harbour');
  await page.goto(`${house.office}/f/${stage.festival.slug}/map`);
  await page
    .getByRole('region', { name: say('office.map.canvas') })
    .and(page.locator('[aria-busy=false]'))
    .waitFor();
  return () => page.context().close();
});

const params = () => ({ festivalId: stage.festival.id });
const onMap = async () => (await stage.organiser.places.getMap({ params: params() })).places;
const details = () => page.getByRole('region', { name: say('office.map.details') });
const button = (name: string) => page.getByRole('button', { name, exact: true });

it('draws an area by mouse, reshapes it, and takes both back', async () => {
  const canvas = await page.locator('canvas').boundingBox();
  if (!canvas) throw new Error('There is no map.');
  const click = async (x: number, y: number) => {
    const at = [canvas.x + canvas.width * x, canvas.y + canvas.height * y] as const;
    await page.mouse.move(...at, { steps: 4 });
    await page.mouse.click(...at);
  };
  await button(say('office.map.tool.area')).click();
  for (const [x, y] of [[0.3, 0.3], [0.5, 0.3], [0.5, 0.5], [0.3, 0.5], [0.3, 0.3]] as const) await click(x, y); // prettier-ignore
  await details().waitFor();
  await expect.poll(async () => (await onMap()).map(({ geometry }) => geometry.type)).toEqual(['Polygon']);
  const [drawn] = await onMap();
  await page.mouse.move(canvas.x + canvas.width * 0.3, canvas.y + canvas.height * 0.3);
  await page.mouse.down();
  await page.mouse.move(canvas.x + canvas.width * 0.22, canvas.y + canvas.height * 0.24, { steps: 6 });
  await page.mouse.up();
  await expect.poll(async () => (await onMap())[0]?.version).toBe(2);
  expect((await onMap())[0]?.geometry).not.toEqual(drawn?.geometry);
  await expectAccessible(page);
  await button(say('office.map.undo')).click();
  await expect.poll(async () => (await onMap())[0]?.geometry).toEqual(drawn?.geometry);
  await button(say('office.map.undo')).click();
  await expect.poll(onMap).toEqual([]);
  await button(say('office.map.redo')).click();
  await expect.poll(async () => (await onMap()).map(({ id }) => id)).toEqual([drawn?.id]);
  await button(say('office.map.undo')).click();
  await expect.poll(onMap).toEqual([]);
});

it('adds, names, moves and reshapes a place by keyboard alone', async () => {
  await keys.press(button(say('office.map.add')));
  await details().waitFor();
  await expect.poll(onMap).toHaveLength(1);
  const [added] = await onMap();
  await keys.type(details().getByLabel(say('office.map.name')).first(), 'The long bar');
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await onMap())[0]?.name).toEqual({ en: 'The long bar' });

  await keys.tabTo(button(say('office.map.nudge.north')));
  for (const key of ['ArrowUp', 'ArrowUp', 'Shift+ArrowRight']) await page.keyboard.press(key);
  await page.getByText(say('office.map.moved.east', { metres: 10 })).waitFor({ state: 'attached' });
  // Three presses are one step: the place is saved once.
  await expect.poll(async () => (await onMap())[0]?.version).toBe(3);
  const moved = (await onMap())[0]?.geometry;
  if (moved?.type !== 'Point' || added?.geometry.type !== 'Point') throw new Error('A bar is a point.');
  expect((moved.coordinates[1] - added.geometry.coordinates[1]) * 111_195).toBeCloseTo(2, 0);

  await keys.tabTo(details().getByLabel(say('office.map.latitude', { corner: 1 })));
  await page.keyboard.press('Control+a');
  await page.keyboard.type('50.601');
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await onMap())[0]?.geometry.coordinates[1]).toBe(50.601);

  await keys.press(button(say('office.map.back')), true);
  await keys.tabTo(page.getByRole('listbox', { name: say('office.map.list') }));
  await page.keyboard.press('Enter');
  await details().getByRole('heading', { name: 'The long bar' }).waitFor();
  await keys.press(button(say('office.map.remove', { name: 'The long bar' })), true);
  await expect.poll(onMap).toEqual([]);
  await page
    .getByText(say('office.map.removed', { count: 1 }))
    .first()
    .waitFor();
  await page.keyboard.press('Control+z');
  await expect.poll(async () => (await onMap()).map(({ id }) => id)).toEqual([added?.id]);
});

it('shows what a mixed GeoJSON file would change, then takes it over as shown', async () => {
  const near = (east: number, north = 0): [number, number] => [4.7 + east / 1e4, 50.6 + north / 1e4];
  const feature = (geometry: object, properties: object, id?: string) => ({
    type: 'Feature',
    id,
    geometry,
    properties,
  });
  const good = [
    feature({ type: 'Point', coordinates: [...near(1), 120] }, { name: 'Well', amenity: 'drinking_water' }, 'node/1'),
    feature({ type: 'Polygon', coordinates: [[near(2), near(9), near(9, 9), near(2)]] }, { name: 'Tents', kind: 'CAMPING', capacity: 400 }),
    feature({ type: 'MultiLineString', coordinates: [[near(0), near(4)], [near(0, 4), near(4, 4)]] }, { name: 'Paths' }),
  ]; // prettier-ignore
  const bad = [
    feature({ type: 'Polygon', coordinates: [[near(2), near(9, 9), near(9), near(2, 8), near(2)]] }, {}),
    feature({ type: 'Point', coordinates: near(3).toReversed() }, {}),
    feature({ type: 'Point', coordinates: ['x', 1] }, {}),
  ];
  const choose = (features: object[]) =>
    dialog.getByLabel(say('office.map.file.choose'), { exact: true }).setInputFiles({
      name: 'site.geojson',
      mimeType: 'application/geo+json',
      buffer: Buffer.from(JSON.stringify({ type: 'FeatureCollection', features })),
    });
  const counts = (shown: Record<'new' | 'changed' | 'same' | 'refused', number>) =>
    dialog.getByText(say('office.map.file.counts', shown)).waitFor();
  await button(say('office.map.file.import')).click();
  const dialog = page.getByRole('dialog');
  const before = (await onMap()).length;

  await choose([...good, ...bad]);
  await counts({ new: 3, changed: 0, same: 0, refused: 3 });
  const apply = (count: number) => dialog.getByRole('button', { name: say('office.map.file.apply', { count }) });
  expect(await apply(3).isDisabled()).toBe(true);
  const leaveOut = dialog.getByRole('checkbox', { name: say('office.map.file.leaveOut', { count: 3 }) });
  await leaveOut.click();
  expect(await apply(3).isEnabled()).toBe(true);
  await leaveOut.click();
  expect(await apply(3).isDisabled()).toBe(true);
  await expectAccessible(page);

  await choose(good);
  await counts({ new: 3, changed: 0, same: 0, refused: 0 });
  await apply(3).click();
  await dialog.waitFor({ state: 'hidden' });
  expect(await onMap()).toHaveLength(before + 3);

  await button(say('office.map.file.import')).click();
  await choose(good);
  await counts({ new: 0, changed: 0, same: 3, refused: 0 });
  await choose(bad.slice(1, 2));
  await counts({ new: 0, changed: 0, same: 0, refused: 1 });
  await dialog.getByRole('button', { name: say('office.map.file.turn') }).click();
  await counts({ new: 1, changed: 0, same: 0, refused: 0 });
});

it('shows two people each other’s changes, keeps what one is drawing, and overwrites neither unseen', async () => {
  const [bar] = await stage.organiser.places.savePlaces({
    params: params(),
    body: {
      rows: [{ op: 'create', place: { kind: 'BAR', name: { en: 'Lake bar' }, geometry: { type: 'Point', coordinates: [4.7, 50.6] } } }],
    },
  }); // prettier-ignore
  const there = async () => (await onMap()).find(({ id }) => id === bar?.id);
  const rename = async (name: string) => {
    const { version = 0 } = (await there()) ?? {};
    const [renamed] = await stage.organiser.places.savePlaces({
      params: params(),
      body: { rows: [{ op: 'change', id: bar?.id ?? '', version, changes: { name: { en: name } } }] },
    });
    return renamed;
  };
  await page.getByText(say('office.live.live'), { exact: true }).first().waitFor();
  const row = (name: string) => page.getByRole('option', { name: new RegExp(name) });
  await row('Lake bar').waitFor();

  // Half an area is drawn while somebody else renames the bar.
  const canvas = await page.locator('canvas').boundingBox();
  if (!canvas) throw new Error('There is no map.');
  const click = (x: number, y: number) => page.mouse.click(canvas.x + canvas.width * x, canvas.y + canvas.height * y);
  const before = (await onMap()).length;
  await button(say('office.map.tool.area')).click();
  for (const [x, y] of [[0.2, 0.2], [0.35, 0.2]] as const) await click(x, y); // prettier-ignore
  await rename('Harbour bar');
  await row('Harbour bar').waitFor();
  for (const [x, y] of [[0.35, 0.35], [0.2, 0.2]] as const) await click(x, y); // prettier-ignore
  await details().waitFor();
  await expect.poll(async () => (await onMap()).length).toBe(before + 1);
  expect(
    (await onMap()).some(({ geometry }) => geometry.type === 'Polygon' && geometry.coordinates[0]?.length === 4),
  ).toBe(true);
  await button(say('office.map.back')).click();

  // A name is being written while somebody else writes another: both are shown, and neither is lost.
  await row('Harbour bar').click();
  const name = details().getByLabel(say('office.map.name')).first();
  await name.fill('My bar');
  await rename('Their bar');
  await details().getByRole('heading', { name: 'Their bar' }).waitFor();
  expect(await name.inputValue()).toBe('My bar');
  await name.press('Enter');
  const clash = page.getByRole('alert', { name: say('office.record.clash') });
  await clash.waitFor();
  await expectAccessible(page);
  expect((await there())?.name).toEqual({ en: 'Their bar' });
  await clash.getByLabel(say('office.record.mine')).check();
  await clash.getByRole('button', { name: say('office.record.settle') }).click();
  await expect.poll(async () => (await there())?.name).toEqual({ en: 'My bar' });

  // And what is open is taken away by somebody else.
  await details().getByRole('heading', { name: 'My bar' }).waitFor();
  const { version = 0 } = (await there()) ?? {};
  await stage.organiser.places.savePlaces({
    params: params(),
    body: { rows: [{ op: 'remove', id: bar?.id ?? '', version }] },
  });
  await page
    .getByText(say('office.map.goneMeanwhile', { name: 'My bar' }))
    .first()
    .waitFor();
  await details().waitFor({ state: 'detached' });
});
