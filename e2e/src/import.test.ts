/** A hostile file comes into the programme: read, corrected, looked at, written and taken back, all in the office. */
import type { Page } from 'playwright-core';
import { beforeAll, beforeEach, expect, it } from 'vitest';
import { desk, oneBrowser, visitor } from './browser.ts';
import { house } from './house.ts';
import { expectAccessible, expectNoSidewaysScroll } from './inspect.ts';
import { openFestival, signInBrowser, type Stage } from './stage.ts';
import { say } from './words.ts';

const browser = oneBrowser();
let stage: Stage;
let page: Page;

beforeAll(async () => {
  stage = await openFestival('Bad Files', [{ name: 'Weekend', price: 4950, capacity: 10 }]);
});
beforeEach(async () => {
  page = await visitor(browser(), desk);
  await signInBrowser(page.context(), 'office', 'harbour');
  return () => page.context().close();
});

const lines = [
  'Solbrume 2040;;;;;;',
  'Jour;Début;Fin;Scène;Artiste;Statut;Qui sait',
  'vendredi;20:00;21:30;Brume;<b>Zoë</b><br>\u200B & the\u00A0Ümlauts;confirmé;',
  'vendredi 13 juillet;0000;130;Brume;Minuit;confirmé;',
  `2040-07-14;2530;2630;Brume;${'Sans fin '.repeat(31).slice(0, 276)};confirmé;`,
  'samedi;22:00;23:00;Pré;Premier;confirmé;',
  'samedi;22:30;23:30;Pré;Second;confirmé;',
  'samedi;20:00;19:00;Pré;À l’envers;;',
  'samedi;25:61;;Pré;Jamais;;',
  'lundi;20:00;21:00;Pré;Trop tard;;',
  'samedi;20:00;21:00;;Nulle part;;',
  'samedi;20:00;21:00;Pré;Trop;;;;de cellules',
  'samedi;18:00;19:00;Pré',
];
const hostile = { name: 'line-up.csv', mimeType: 'text/csv', buffer: Buffer.from(lines.join('\r\n'), 'utf8') };

const filter = (name: 'ALL' | 'NEW' | 'REFUSED' | 'WARNED' | 'SAME') =>
  page
    .getByRole('group', { name: say('office.importing.filter') })
    .getByRole('button', { name: new RegExp(`^${say(`office.importing.filters.${name}`)}`) });
const count = async (name: Parameters<typeof filter>[0]) =>
  Number((await filter(name).innerText()).replaceAll(/\D/g, ''));

it('says what becomes of each row, writes the rest, and takes it back', async () => {
  await page.goto(`${house.office}/f/${stage.festival.slug}/programme/import`);
  await page.getByRole('heading', { level: 1, name: say('office.importing.title') }).waitFor();
  await expectAccessible(page);
  await page.getByLabel(say('office.importing.file')).setInputFiles(hostile);
  await page.getByRole('table', { name: say('office.importing.plan') }).waitFor();
  expect([
    await count('ALL'),
    await count('NEW'),
    await count('SAME'),
    await count('REFUSED'),
    await count('WARNED'),
  ]).toEqual([11, 5, 0, 6, 3]);
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);

  await filter('REFUSED').click();
  for (const reason of ['end_before_start', 'bad_start', 'bad_day', 'no_stage'] as const) {
    const seen = { end_before_start: '19:00', bad_start: '25:61', bad_day: 'lundi', no_stage: '' }[reason];
    await page
      .getByText(say(`office.importing.reason.${reason}`, { seen }))
      .first()
      .waitFor();
  }
  await page.getByRole('button', { name: say('office.importing.apply', { count: 5 }) }).click();
  await page.getByRole('button', { name: say('office.importing.undo') }).waitFor();

  const params = { festivalId: stage.festival.id };
  const draft = await stage.organiser.programme.getProgrammeDraft({ params });
  expect(draft.slots.map(({ startsAt, status }) => `${startsAt.slice(5, 16)} ${status}`)).toEqual([
    '07-13T18:00 CONFIRMED',
    '07-13T22:00 CONFIRMED',
    '07-14T20:00 CONFIRMED',
    '07-14T20:30 PENDING',
    '07-14T23:30 CONFIRMED',
  ]);
  expect(draft.artists.map(({ name }) => name)).toContain('Zoë & the Ümlauts');

  await page.getByRole('button', { name: say('office.importing.undo') }).click();
  await page.getByText(say('office.importing.undoneDetail')).waitFor();
  expect((await stage.organiser.programme.getProgrammeDraft({ params })).slots).toEqual([]);
});

it('says plainly why a file cannot be read', async () => {
  await page.goto(`${house.office}/f/${stage.festival.slug}/programme/import`);
  const bomb = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><schedule>&a;</schedule>';
  await page
    .getByLabel(say('office.importing.file'))
    .setInputFiles({ name: 'schedule.xml', mimeType: 'text/xml', buffer: Buffer.from(bomb) });
  await page.getByText(say('office.importing.fault.doctype', { line: 0 })).waitFor();
  await expectAccessible(page);
});
