/** A festival's programme as a visitor uses it: the line-up, artists, the timetable, favourites and one's own programme. */
import type { FestivalId } from '@festivals/domain/primitives';
import { writeChoice } from '@festivals/domain/programme/visit/choice';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { desk, oneBrowser, phone, visitor } from './browser.ts';
import { house } from './house.ts';
import { expectAccessible, expectFocusShown, expectNoSidewaysScroll } from './inspect.ts';
import { openFestival, signedIn, signInBrowser } from './stage.ts';
import { say } from './words.ts';

const browser = oneBrowser();
const at = (path: string, language = 'en') => `${house.site}/${language}/solbrume${path}`;

interface Played {
  id: string;
  name: string;
  slug: string;
  set: { id: string; day: string; startsAt: string; endsAt: string };
}
/** Whoever plays alone and once, by time. */
let artists: Played[];
let count: number;
let festivalId: FestivalId;

beforeAll(async () => {
  const organiser = await signedIn('organiser');
  ({ id: festivalId } = await organiser.festival.getFestivalBySlug({ params: { slug: 'solbrume' } }));
  const lineUp = await organiser.programme.getLineUp({ params: { festivalId } });
  count = lineUp.artists.length;
  const once = lineUp.slots.filter(
    ({ artistId, withArtistIds, id }) =>
      artistId !== null &&
      (withArtistIds ?? []).length === 0 &&
      lineUp.slots.every((other) => other.id === id || other.artistId !== artistId),
  );
  artists = once.flatMap((set) => {
    const artist = lineUp.artists.find(({ id }) => id === set.artistId);
    return artist ? [{ ...artist, set }] : [];
  });
});

const favouriteOf = (page: Page, id: string) => page.locator(`[data-heart="${id}"]`).first();
const ready = (page: Page) => page.locator('html[data-hearts="on"]').waitFor();

describe.each([
  ['a phone', phone],
  ['a desk', desk],
] as const)('on %s', (_, device: BrowserContextOptions) => {
  let page: Page;
  beforeEach(async () => {
    page = await visitor(browser(), { ...device, timezoneId: 'America/New_York' });
    return () => page.context().close();
  });

  it('somebody is found by half a name, with an accent missing and two letters swapped', async () => {
    await page.goto(at('/line-up'));
    await ready(page);
    const wanted = artists.find(({ name }) => /^[A-Z]\w{6,}/.test(name));
    if (!wanted) throw new Error('Nobody has a long name.');
    const [first = '', second = '', third = '', ...rest] = wanted.name.slice(0, 8).toLowerCase();
    await page.getByRole('searchbox').fill([first, third, second, ...rest].join(''));
    await page.getByRole('link', { name: wanted.name, exact: true }).waitFor();
    await expect.poll(() => page.locator('[data-line-up] [data-sets]:visible').count()).toBeLessThan(12);
    // What is asked stays in the address, and comes along to another view.
    await expect.poll(() => page.url()).toContain('?q=');
    await page.getByRole('link', { name: say('site.lineUp.view.list'), exact: true }).click();
    await page.waitForURL('**/line-up/list?q=**');
    await ready(page);
    await page.getByRole('link', { name: wanted.name, exact: true }).waitFor();
    await expect.poll(() => page.locator('[data-line-up] [data-sets]:visible').count()).toBeLessThan(12);

    await page.getByRole('searchbox').fill('zzzzqqqq');
    await page.getByText(say('site.lineUp.nobody')).waitFor();
    await page.getByRole('link', { name: say('site.lineUp.everyone') }).click();
    await expect.poll(() => page.locator('[data-line-up] [data-sets]:visible').count()).toBe(count);
  });

  it('a day and a stage are those of one set', async () => {
    await page.goto(at('/line-up/list'));
    await ready(page);
    const [someone] = artists;
    await page.getByRole('combobox', { name: say('site.lineUp.day') }).selectOption(someone?.set.day ?? '');
    const shown = page.locator('[data-line-up] [data-sets]:visible');
    await expect.poll(() => shown.count()).toBeLessThan(count);
    for (const sets of await shown.evaluateAll((all) => all.map((one) => one.getAttribute('data-sets'))))
      expect(sets).toContain(someone?.set.day);
  });

  it('favourites stay on the device, are shown together, clash, and are handed on by a link that needs no script', async () => {
    const overlapping = (one: Played) =>
      artists.find(
        ({ set }) => set.id !== one.set.id && set.startsAt < one.set.endsAt && set.endsAt > one.set.startsAt,
      );
    const first = artists.find((one) => overlapping(one) !== undefined);
    const second = first && overlapping(first);
    if (!first || !second) throw new Error('Nobody plays at the same time as another.');
    await page.goto(at(`/artists/${first.slug}`));
    await ready(page);
    await favouriteOf(page, `artist:${first.id}`).click();
    await page.goto(at(`/timetable/${second.set.day}`));
    await ready(page);
    // The artist's heart is their sets' as well.
    await expect.poll(() => favouriteOf(page, `set:${first.set.id}`).getAttribute('aria-pressed')).toBe('true');
    await favouriteOf(page, `set:${second.set.id}`).click();
    await page
      .locator(`#set-${second.set.id}`)
      .getByText(say('site.timetable.clash', { names: first.name }))
      .waitFor({ state: 'attached' });
    await page.getByText('In brackets', { exact: false }).waitFor();

    await page.goto(at('/my-programme'));
    await ready(page);
    await expect.poll(() => page.locator('[data-set]:visible').count()).toBe(2);
    const choice = writeChoice([first.set.id, second.set.id]);
    const feed = `/api/festivals/${festivalId}/programme/feed/chosen.ics?sets=${choice}`;
    const calendar = await (await fetch(house.site + feed)).text();
    expect(calendar.match(/BEGIN:VEVENT/g)).toHaveLength(2);
    expect(calendar).toContain(`UID:${first.set.id}`);
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);

    const reader = await visitor(browser(), { ...device, javaScriptEnabled: false });
    await reader.goto(at(`/programme/${choice}`));
    await reader.getByRole('link', { name: first.name, exact: true }).waitFor();
    await reader.getByText(say('site.timetable.clash', { names: first.name })).waitFor();
    expect(await reader.locator('[data-set]').count()).toBe(2);
    const card = await reader.locator('meta[property="og:image"]').getAttribute('content');
    expect(card).toContain('/artwork/share/en/solbrume.jpg');
    expect((await reader.goto(at('/programme/nonsense!')))?.status()).toBe(404);
    await reader.context().close();

    await page.goto(at('/my-programme'));
    await ready(page);
    await favouriteOf(page, `set:${first.set.id}`).click();
    await expect.poll(() => page.locator('[data-set]:visible').count()).toBe(1);
    // Taken away here, it is not their artist's favourite any more.
    await page.goto(at(`/artists/${first.slug}`));
    await ready(page);
    await expect.poll(() => favouriteOf(page, `artist:${first.id}`).getAttribute('aria-pressed')).toBe('false');
  });

  it('while it lasts, the first page says who is on stage by the site’s clock, and the timetable has a line for now', async () => {
    const [someone] = artists;
    const moment = Date.parse(someone?.set.startsAt ?? '') + 5 * 60_000;
    // The phone's own clock is two hours behind.
    await page.clock.setFixedTime(moment - 7_200_000);
    await page.route(/\/en\/solbrume/, (route) =>
      route.request().method() === 'HEAD'
        ? route.fulfill({ headers: { date: new Date(moment).toUTCString() } })
        : route.continue(),
    );
    await page.goto(at(''));
    const now = page.getByRole('region', { name: say('site.onStage.title') });
    await now
      .getByRole('link', { name: someone?.name ?? '', exact: true })
      .first()
      .waitFor();
    await page.goto(at(`/timetable/${someone?.set.day}`));
    await page.locator(`#set-${someone?.set.id}[data-on]`).waitFor();
    await expect.poll(() => page.locator('[data-now]').getAttribute('hidden')).toBeNull();
  });
});

it('a favourite of a guest comes along at log-in, and what was taken back elsewhere goes', async () => {
  const [, , chosen, other] = artists;
  const page = await visitor(browser(), desk);
  await page.goto(at(`/artists/${chosen?.slug}`));
  await ready(page);
  await favouriteOf(page, `artist:${chosen?.id}`).click();
  await signInBrowser(page.context(), 'site', 'visitor');
  await page.goto(`${house.site}/en/account`);
  const client = await signedIn('visitor');
  const read = () => client.programme.getFavourites({ params: { festivalId } });
  await expect.poll(async () => (await read()).filter((one) => one.chosen).map(({ id }) => id)).toContain(chosen?.id);

  const changedAt = new Date().toISOString();
  await client.programme.joinFavourites({
    params: { festivalId },
    body: {
      favourites: [
        { kind: 'artist', id: chosen?.id ?? '', chosen: false, changedAt },
        { kind: 'artist', id: other?.id ?? '', chosen: true, changedAt },
      ],
    },
  });
  await page.goto(`${house.site}/en/account`);
  await expect
    .poll(() => page.evaluate((id) => localStorage.getItem(`favourites:${id}`) ?? '', festivalId))
    .toContain(other?.id);
  await page.goto(at(`/artists/${chosen?.slug}`));
  await ready(page);
  await expect.poll(() => favouriteOf(page, `artist:${chosen?.id}`).getAttribute('aria-pressed')).toBe('false');
  await page.context().close();
});

it('the keyboard alone chooses a set and reads one’s programme', async () => {
  const page = await visitor(browser(), desk);
  const [someone] = artists;
  await page.goto(at(`/timetable/${someone?.set.day}/list`));
  await ready(page);
  await page.locator(`#set-${someone?.set.id} a`).first().focus();
  await page.keyboard.press('Tab');
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.getAttribute('data-heart')))
    .toBe(`set:${someone?.set.id}`);
  await expectFocusShown(page);
  await page.keyboard.press('Space');
  await expect.poll(() => favouriteOf(page, `set:${someone?.set.id}`).getAttribute('aria-pressed')).toBe('true');
  await page.goto(at('/my-programme'));
  await ready(page);
  await expect.poll(() => page.locator('[data-set]:visible').count()).toBe(1);
  await page.context().close();
});

describe('without script', () => {
  let page: Page;
  beforeEach(async () => {
    page = await visitor(browser(), { ...desk, javaScriptEnabled: false });
    return () => page.context().close();
  });

  it('the line-up is read and searched, an artist has a page, and no heart pretends', async () => {
    await page.goto(at('/line-up/grid'));
    expect(await page.locator('[data-line-up] [data-sets]').count()).toBe(count);
    expect(await page.locator('.heart:visible').count()).toBe(0);
    const [someone] = artists;
    await page.getByRole('searchbox').fill((someone?.name ?? '').slice(0, 6).toLowerCase());
    await page.keyboard.press('Enter');
    await page.waitForURL('**/line-up/search?**');
    await page.getByRole('link', { name: someone?.name ?? '', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: someone?.name ?? '' }).waitFor();
    const data = JSON.parse((await page.locator('script[type="application/ld+json"]').textContent()) ?? '');
    expect(data['@graph'].map((one: { '@type': string }) => one['@type'])).toEqual(['MusicGroup', 'MusicEvent']);
    expect(data['@graph'][1]).toMatchObject({
      eventStatus: 'https://schema.org/EventScheduled',
      startDate: expect.stringMatching(/T\d\d:\d\d:00[+-]\d\d:\d\d$/),
      performer: [{ '@type': 'MusicGroup', name: someone?.name }],
    });
  });

  it('the timetable is a grid with room and a list without', async () => {
    const [someone] = artists;
    await page.goto(at(`/timetable/${someone?.set.day}`));
    const set = page.locator(`#set-${someone?.set.id}`);
    await set.waitFor();
    expect(await set.evaluate((element) => getComputedStyle(element).position)).toBe('absolute');
    await page.setViewportSize({ width: 360, height: 740 });
    expect(await set.evaluate((element) => getComputedStyle(element).position)).toBe('relative');
    expect((await page.goto(at('/timetable/1999-01-01')))?.status()).toBe(404);
  });
});

describe('a line-up before its times', () => {
  it('is announced for many at once, stands on poster, page and first page, and is a favourite already', async () => {
    const { festival, organiser } = await openFestival('Early Names', [{ name: 'Day', price: 1000, capacity: 5 }]);
    const params = { festivalId: festival.id };
    const [alba, , kept] = await Promise.all([
      organiser.programme.createArtist({ params, body: { name: 'Alba Brume', billing: 1, genres: ['dub'] } }),
      organiser.programme.createArtist({ params, body: { name: 'Cirrus Nine', genres: ['jazz'] } }),
      organiser.programme.createArtist({ params, body: { name: 'Kept Quiet', announcement: 'HELD_BACK' } }),
    ]);
    const to = (path: string) => `${house.site}/en/${festival.slug}${path}`;

    const team = await visitor(browser(), desk);
    await signInBrowser(team.context(), 'office', 'harbour');
    await team.goto(`${house.office}/f/${festival.slug}/programme?view=artists&only=notAnnounced`);
    for (const name of ['Alba Brume', 'Cirrus Nine'])
      await team.getByRole('checkbox', { name: say('office.announcing.choose', { name }) }).click();
    await team.getByRole('button', { name: say('office.announcing.announce') }).click();
    const dialog = team.getByRole('dialog', { name: say('office.announcing.announceThese', { count: 2 }) });
    await dialog.waitFor();
    await expectAccessible(team);
    await dialog.getByRole('button', { name: say('office.record.save'), exact: true }).click();
    await team
      .getByText(say('office.announcing.saved', { count: 2 }))
      .first()
      .waitFor();
    // They are no longer among those who are not announced; who is held back is.
    await expect.poll(() => team.locator('tbody tr').count()).toBe(1);
    await team.getByRole('button', { name: 'Kept Quiet', exact: true }).waitFor();
    await team.setViewportSize({ width: 360, height: 740 });
    await expectNoSidewaysScroll(team);
    await team.context().close();

    const page = await visitor(browser(), phone);
    await page.goto(to('/line-up'));
    await ready(page);
    await page.getByRole('link', { name: 'Alba Brume', exact: true }).waitFor();
    await page.getByText(say('site.lineUp.times_later')).waitFor();
    expect(await page.locator('[data-line-up] [data-sets]').count()).toBe(2);
    // Nobody has a day or a stage by which to look for them.
    expect(await page.getByRole('combobox', { name: say('site.lineUp.day') }).count()).toBe(0);
    await page.getByRole('combobox', { name: say('site.lineUp.genre') }).selectOption('dub');
    await expect.poll(() => page.locator('[data-line-up] [data-sets]:visible').count()).toBe(1);
    await page.goto(to(''));
    await page.locator('#line-up').getByText('Cirrus Nine').waitFor();
    await page.goto(to('/timetable'));
    await page.getByRole('link', { name: say('site.timetable.to_line_up') }).click();
    await page.getByRole('link', { name: 'Alba Brume', exact: true }).click();
    await page.getByText(say('site.lineUp.to_come')).waitFor();
    await ready(page);
    const heart = favouriteOf(page, `artist:${alba.id}`);
    await heart.click();
    await expect.poll(() => heart.getAttribute('aria-pressed')).toBe('true');
    await expectAccessible(page);
    await page.goto(to('/my-programme'));
    await ready(page);
    await page.getByRole('heading', { name: say('site.myProgramme.later') }).waitFor();
    expect(await page.locator('[data-waiting]:visible').allInnerTexts()).toEqual([
      expect.stringContaining('Alba Brume'),
    ]);
    await page.getByText(say('site.myProgramme.empty')).waitFor({ state: 'hidden' });
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);

    // Their time comes, and they stand where it says.
    const { id: stageId } = await organiser.programme.createStage({ params, body: { name: 'Meadow' } });
    const times = { startsAt: '2040-07-13T18:00:00.000Z', endsAt: '2040-07-13T19:00:00.000Z' };
    await organiser.programme.createSlot({
      params,
      body: { stageId, artistId: alba.id, withArtistIds: [], status: 'CONFIRMED', ...times },
    });
    await expect
      .poll(async () => {
        await page.goto(to('/my-programme'));
        await ready(page);
        return page.locator('[data-set]:visible').count();
      })
      .toBe(1);
    expect(await page.locator('[data-waiting]:visible').count()).toBe(0);
    await page.goto(to('/line-up/list'));
    await ready(page);
    await page.getByText(say('site.lineUp.to_come')).waitFor();
    await page.getByRole('combobox', { name: say('site.lineUp.day') }).selectOption('2040-07-13');
    await page.getByText(say('site.lineUp.untimed')).waitFor();
    expect(await page.locator('[data-line-up] [data-sets]:visible').count()).toBe(1);
    for (const path of ['', '/line-up', '/line-up/list', '/timetable', `/artists/${kept.slug}`, '/my-programme'])
      expect(await (await fetch(to(path))).text(), path).not.toContain('Kept Quiet');
    await page.context().close();
  });
});
