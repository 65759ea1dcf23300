/** The timetable: by mouse, by keyboard alone, and by two people at once. */
import type { ProgrammeDraft } from '@festivals/domain/programme/contract';
import type { Locator, Page } from 'playwright-core';
import { beforeAll, beforeEach, expect, it } from 'vitest';
import { desk, oneBrowser, patience, visitor } from './browser.ts';
import { house } from './house.ts';
import { expectAccessible, expectFocusShown } from './inspect.ts';
import { openFestival, signInBrowser, type Stage } from './stage.ts';
import { say } from './words.ts';

const browser = oneBrowser();
let stage: Stage;
let page: Page;
/** The ids of what is on the timetable, by name. */
const ids: Record<string, string> = {};

const at = (hour: number, minute = 0, day = 13) => new Date(Date.UTC(2040, 6, day, hour - 2, minute)).toISOString();

beforeAll(async () => {
  stage = await openFestival('Two Timetables', [{ name: 'Weekend', price: 4950, capacity: 10 }]);
  const { programme } = stage.organiser;
  const params = { festivalId: stage.festival.id };
  for (const name of ['Meadow', 'Barn']) ids[name] = (await programme.createStage({ params, body: { name } })).id;
  for (const name of ['Alba', 'Brume', 'Corvid', 'Dune']) {
    ids[name] = (await programme.createArtist({ params, body: { name } })).id;
  }
  const stageId = ids['Meadow'] ?? '';
  for (const [name, hour] of [
    ['Alba', 14],
    ['Brume', 16],
    ['Corvid', 18],
  ] as const) {
    const body = { stageId, artistId: ids[name] ?? '', startsAt: at(hour), endsAt: at(hour + 1) };
    ids[`${name}’s set`] = (await programme.createSlot({ params, body })).id;
  }
});
beforeEach(async () => {
  page = await openTimetable();
  return () => page.context().close();
});

async function openTimetable(): Promise<Page> {
  const one = await visitor(browser(), desk);
  await signInBrowser(one.context(), 'office', 'harbour');
  await one.goto(`${house.office}/f/${stage.festival.slug}/programme?day=2040-07-13`);
  await setOf(one, 'Alba').waitFor();
  return one;
}

const setOf = (on: Page, name: string) => on.locator(`#set-${ids[`${name}’s set`]}`);
const draft = (): Promise<ProgrammeDraft> =>
  stage.organiser.programme.getProgrammeDraft({ params: { festivalId: stage.festival.id } });
const slotOf = async (name: string) => (await draft()).slots.find(({ id }) => id === ids[`${name}’s set`]);
/** Where a set is on the server, in the end. */
async function expectAt(name: string, place: { stage: string; from: string; to: string }): Promise<void> {
  await expect
    .poll(
      async () => {
        const slot = await slotOf(name);
        return slot && { stage: slot.stageId, from: slot.startsAt, to: slot.endsAt };
      },
      { timeout: patience },
    )
    .toEqual({ ...place, stage: ids[place.stage] });
}

/** Waits until the screen has heard what became of a deed, as the server may have done it before: only then it can be taken back. */
async function heard(): Promise<void> {
  const undo = page.getByRole('button', { name: say('office.programmeEdit.undo') });
  await expect.poll(() => undo.getAttribute('aria-disabled')).toBe('false');
}

async function expectFocusOn(name: string): Promise<void> {
  await expect
    .poll(() => setOf(page, name).evaluate((element) => element === document.activeElement), { timeout: patience })
    .toBe(true);
}

async function boxOf(place: Locator) {
  const box = await place.boundingBox();
  if (!box) throw new Error(`${place} is not shown.`);
  return box;
}

/** Drags with real pointer moves from one point to another. */
async function drag(from: { x: number; y: number }, to: { x: number; y: number }): Promise<void> {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move(to.x, to.y, { steps: 12 });
}

it('moves a set to another stage and hour with the mouse, stretches it at both edges, and takes it back', async () => {
  const alba = await boxOf(setOf(page, 'Alba'));
  const barn = await boxOf(page.getByRole('list', { name: 'Barn' }));
  const hour = alba.height + 2;
  const middle = { x: alba.x + 40, y: alba.y + alba.height / 2 };
  await drag(middle, { x: barn.x + 60, y: middle.y + hour });
  await page.mouse.up();
  await expectAt('Alba', { stage: 'Barn', from: at(15), to: at(16) });
  await heard();

  const there = await boxOf(setOf(page, 'Alba'));
  await drag(
    { x: there.x + 40, y: there.y + there.height - 2 },
    { x: there.x + 40, y: there.y + there.height - 2 + hour / 2 },
  );
  await page.mouse.up();
  await expectAt('Alba', { stage: 'Barn', from: at(15), to: at(16, 30) });
  await heard();
  await drag({ x: there.x + 40, y: there.y + 2 }, { x: there.x + 40, y: there.y + 2 - hour / 2 });
  await page.mouse.up();
  await expectAt('Alba', { stage: 'Barn', from: at(14, 30), to: at(16, 30) });

  for (let step = 0; step < 3; step += 1) {
    await heard();
    await page.getByRole('button', { name: say('office.programmeEdit.undo') }).click();
  }
  await expectAt('Alba', { stage: 'Meadow', from: at(14), to: at(15) });
  await expectAccessible(page);
});

it('puts a set back with Escape, and on another day where it is dropped on one', async () => {
  const brume = await boxOf(setOf(page, 'Brume'));
  const middle = { x: brume.x + 40, y: brume.y + brume.height / 2 };
  await drag(middle, { x: middle.x, y: middle.y + 200 });
  await page.keyboard.press('Escape');
  await page.mouse.up();
  await expectAt('Brume', { stage: 'Meadow', from: at(16), to: at(17) });

  const saturday = await boxOf(page.locator('[data-day="2040-07-14"]'));
  await drag(middle, { x: saturday.x + 20, y: saturday.y + 10 });
  await page.mouse.up();
  await expectAt('Brume', { stage: 'Meadow', from: at(16, 0, 14), to: at(17, 0, 14) });
  await heard();
  await page.keyboard.press('Control+z');
  await expectAt('Brume', { stage: 'Meadow', from: at(16), to: at(17) });
});

it('drags an artist who has no set onto a stage', async () => {
  const dune = await boxOf(page.getByRole('button', { name: say('office.timetable.place', { name: 'Dune' }) }));
  const barn = await boxOf(page.getByRole('list', { name: 'Barn' }));
  const corvid = await boxOf(setOf(page, 'Corvid'));
  await drag({ x: dune.x + 10, y: dune.y + 8 }, { x: barn.x + 60, y: corvid.y });
  await page.mouse.up();
  await expect
    .poll(async () => (await draft()).slots.filter(({ artistId }) => artistId === ids['Dune']))
    .toMatchObject([{ stageId: ids['Barn'], startsAt: at(18), endsAt: at(19), status: 'PENDING' }]);
  await heard();
  await page.keyboard.press('Control+z');
  await expect.poll(async () => (await draft()).slots.length).toBe(3);
});

it('does all of it by keyboard alone', async () => {
  await page.getByRole('region', { name: say('office.programme.timetable') }).focus();
  await page.keyboard.press('Control+ArrowDown');
  await expectFocusOn('Alba');
  await expectFocusShown(page);
  await page.keyboard.press('ArrowRight');
  for (let step = 0; step < 6; step += 1) await page.keyboard.press('ArrowDown');
  await expectAt('Alba', { stage: 'Barn', from: at(14, 30), to: at(15, 30) });
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Alt+ArrowUp');
  await expectAt('Alba', { stage: 'Barn', from: at(14, 25), to: at(15, 35) });
  await page.keyboard.press('Shift+PageDown');
  await expectAt('Alba', { stage: 'Barn', from: at(14, 25, 14), to: at(15, 35, 14) });
  await expectFocusOn('Alba');
  await page.keyboard.press('Shift+PageUp');
  await expectAt('Alba', { stage: 'Barn', from: at(14, 25), to: at(15, 35) });
  await expectFocusOn('Alba');

  // Two at once.
  await page.keyboard.press('Space');
  await page.keyboard.press('Control+ArrowLeft');
  await expectFocusOn('Brume');
  await page.keyboard.press('Space');
  await page.getByText(say('office.timetable.selectedSets', { count: 2 })).waitFor();
  await page.keyboard.press('g');
  await page.keyboard.press('ArrowUp');
  await expectAt('Alba', { stage: 'Barn', from: at(14, 15), to: at(15, 25) });
  await expectAt('Brume', { stage: 'Meadow', from: at(15, 50), to: at(16, 50) });
  await heard();
  await page.keyboard.press('Control+z');
  await expectAt('Brume', { stage: 'Meadow', from: at(16), to: at(17) });
  await page.keyboard.press('Escape');

  await page.keyboard.press('?');
  await page.getByRole('dialog', { name: say('office.timetable.shortcuts') }).waitFor();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await page.keyboard.press('n');
  const sheet = page.getByRole('dialog', { name: say('office.programmeEdit.newSet') });
  await sheet.waitFor();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await sheet.waitFor({ state: 'hidden' });
});

it('shows two people each other’s changes, and overwrites neither unseen', async () => {
  const other = await openTimetable();
  try {
    const { height } = await boxOf(setOf(page, 'Corvid'));
    const before = await boxOf(setOf(other, 'Corvid'));
    await page.getByText(say('office.live.live'), { exact: true }).first().waitFor();

    // One moves: the other sees it without doing anything.
    await setOf(page, 'Corvid').focus();
    await page.keyboard.press('ArrowDown');
    await expectAt('Corvid', { stage: 'Meadow', from: at(18, 5), to: at(19, 5) });
    await expect
      .poll(async () => (await boxOf(setOf(other, 'Corvid'))).y, { timeout: patience })
      .toBeGreaterThan(before.y);

    // One holds a set while the other moves it: the drop is refused, with who it was.
    const held = await boxOf(setOf(page, 'Corvid'));
    await drag({ x: held.x + 40, y: held.y + 20 }, { x: held.x + 40, y: held.y + 20 + height });
    await setOf(other, 'Corvid').focus();
    await other.keyboard.press('ArrowRight');
    await expectAt('Corvid', { stage: 'Barn', from: at(18, 5), to: at(19, 5) });
    await page.mouse.up();
    const again = page.getByRole('button', { name: say('office.timetable.tryAgain') });
    await again.waitFor();
    await expectAccessible(page);
    await page.getByText('Meadow → Barn').waitFor();
    await expectAt('Corvid', { stage: 'Barn', from: at(18, 5), to: at(19, 5) });
    await again.click();
    await expect.poll(async () => (await slotOf('Corvid'))?.stageId).toBe(ids['Meadow']);

    // And a sheet that was open meanwhile.
    await setOf(page, 'Corvid').click();
    const sheet = page.getByRole('dialog');
    await sheet.getByLabel(say('office.programmeEdit.setTitle')).fill('Mine');
    const { startsAt: startedAt } = (await slotOf('Corvid')) ?? {};
    // Who has not seen the last move yet would only be told of it.
    await expect
      .poll(async () => Math.round((await boxOf(setOf(other, 'Corvid'))).x), { timeout: patience })
      .toBe(Math.round(before.x));
    await setOf(other, 'Corvid').focus();
    await other.keyboard.press('ArrowDown');
    await expect.poll(async () => (await slotOf('Corvid'))?.startsAt, { timeout: patience }).not.toBe(startedAt);
    // Whoever had not seen the other's change is shown it first, and saves once more.
    const save = sheet.getByRole('button', { name: say('office.record.save') });
    await expect
      .poll(
        async () => {
          if (await save.isVisible()) await save.click({ timeout: 10_000 }).catch(() => undefined);
          return sheet.isVisible();
        },
        { timeout: patience, interval: 1000 },
      )
      .toBe(false);
    const slot = await slotOf('Corvid');
    expect([slot?.title, slot?.stageId, slot?.startsAt === startedAt]).toEqual(['Mine', ids['Meadow'], false]);
  } finally {
    await other.context().close();
  }
});
