/** A line-up without times, as a file of names. */
import { languages } from '@festivals/messages';
import { office } from '@festivals/messages/office';
import { announcementNamed } from '@festivals/domain/programme/import/announcement-names';
import { guessMapping } from '@festivals/domain/programme/import/guess-columns';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { refusalOf } from '../../testing/refusal-of.ts';
import { startApi, type TestApi } from '../../testing/start-api.ts';
import { programmeModule } from '../module.ts';
import { fileOf, organised } from '../testing.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startApi({ modules: [programmeModule] });
});
afterAll(() => api.stop());

test('books artists and announces them where it says so; taken back, they are gone', async () => {
  const { params, upload, rows, apply, undo, draft } = await organised(api);
  const read = await upload(fileOf('Artist;Genres;Announced\nAlba;dub, jazz;yes\nBrume;;\nCirrus;;held back\n'));
  expect(read).toMatchObject({
    status: 'READY',
    newArtists: ['Alba', 'Brume', 'Cirrus'],
    counts: { new: 3, refused: 0, untouched: 0 },
  });
  expect((await rows(read.id)).map(({ verdict, name, stage, startsAt }) => [verdict, name, stage, startsAt])).toEqual([
    ['NEW', 'Alba', '', null],
    ['NEW', 'Brume', '', null],
    ['NEW', 'Cirrus', '', null],
  ]);
  expect((await draft()).artists).toEqual([]);
  await apply(read);
  const { artists, slots } = await draft();
  expect(slots).toEqual([]);
  expect(artists.map(({ name, announcement, genres }) => [name, announcement, genres])).toEqual([
    ['Alba', 'ANNOUNCED', ['dub', 'jazz']],
    ['Brume', 'BY_SETS', []],
    ['Cirrus', 'HELD_BACK', []],
  ]);
  const site = api.client('site').programme;
  expect((await site.getLineUp({ params })).artists.map(({ name }) => name)).toEqual(['Alba']);
  // A second time nothing is new.
  expect(await upload(fileOf('Artist\nalba\nBRUME\n'))).toMatchObject({ counts: { new: 0, same: 2 } });
  await undo(read.id);
  expect((await draft()).artists).toEqual([]);
  expect(await refusalOf(undo(read.id))).toMatchObject({ name: 'IMPORT_NOT_READY' });
});

test('an artist who was worked on since stays when the import is taken back', async () => {
  const { params, client, upload, apply, undo, draft } = await organised(api);
  const read = await upload(fileOf('Artist\nAlba\nBrume\n'));
  await apply(read);
  const alba = (await draft()).artists.find(({ name }) => name === 'Alba');
  await client.programme.updateArtist({
    params: { ...params, artistId: alba?.id ?? '' },
    body: { version: 1, changes: { announcement: 'ANNOUNCED' } },
  });
  await undo(read.id);
  expect((await draft()).artists.map(({ name }) => name)).toEqual(['Alba']);
});

test.each(languages)('our own list of artists is understood as it goes out in %s', (language) => {
  const { announcing, programme, programmeEdit } = office[language];
  const headings = [programme.artist, programmeEdit.country, programme.genres, announcing.title, announcing.from];
  expect(guessMapping(headings)).toEqual(['artist', 'country', 'genres', 'announced', null]);
  const { ANNOUNCED, BY_SETS, PLANNED, HELD_BACK, UNKNOWN } = announcing.standing;
  expect([ANNOUNCED, HELD_BACK, BY_SETS, PLANNED, UNKNOWN].map(announcementNamed)).toEqual([
    'ANNOUNCED',
    'HELD_BACK',
    'BY_SETS',
    'BY_SETS',
    'BY_SETS',
  ]);
});
