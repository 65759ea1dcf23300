import { expect, test } from 'vitest';
import { parseCsv } from '../../csv.ts';
import type { ProgrammeDraft } from '../contract.ts';
import { announcementNamed } from './announcement-names.ts';
import { guessHeaderLine, guessMapping } from './guess-columns.ts';
import { namesArtistsAlone } from './plan-artists.ts';
import { planImport } from './plan-import.ts';

const festival = { zone: 'Europe/Brussels', startsOn: '2040-07-13', endsOn: '2040-07-15', cutOff: 6 };
const alba: ProgrammeDraft['artists'][number] = {
  id: '01900000-0000-7000-8000-000000000001',
  name: 'Alba',
  sortName: null,
  slug: 'alba',
  country: null,
  genres: [],
  billing: 4,
  picture: null,
  announcement: 'BY_SETS',
  revealsAt: null,
  version: 1,
};

function plan(text: string) {
  const records = parseCsv(text);
  if (!Array.isArray(records)) throw new Error(records.reason);
  const headerLine = guessHeaderLine(records);
  const header = records.find(({ line }) => line === headerLine);
  return planImport(
    records.filter(({ line }) => line > headerLine),
    { programme: { stages: [], artists: [alba], slots: [] }, known: new Map() },
    festival,
    {
      source: 'table',
      mapping: guessMapping(header?.cells ?? []),
      headerLine,
      night: 'festival_day',
      statusOfNew: 'PENDING',
    },
  );
}

test('a list of artists books those who are not there yet, and announces them where it says so', () => {
  const { rows, counts, writes } = plan(
    'Artist,Country,Genres,Announced\nBrume,BE,"dub, jazz",yes\nCirrus,,,\nDune,,,held back\nAlba,,,no\n',
  );
  expect(rows.map(({ line, verdict, name, warnings }) => [line, verdict, name, warnings])).toEqual([
    [2, 'NEW', 'Brume', ['artist_new']],
    [3, 'NEW', 'Cirrus', ['artist_new']],
    [4, 'NEW', 'Dune', ['artist_new']],
    [5, 'SAME', 'Alba', []],
  ]);
  expect(rows.map(({ changes }) => changes.map(({ to }) => to))).toEqual([['ANNOUNCED'], [], ['HELD_BACK'], []]);
  expect(counts).toEqual({ new: 3, changed: 0, same: 1, refused: 0, warned: 0, untouched: 0 });
  expect(writes).toMatchObject({
    stages: [],
    slots: [],
    ids: [],
    artists: [
      { name: 'Brume', country: 'BE', genres: ['dub', 'jazz'], announcement: 'ANNOUNCED' },
      { name: 'Cirrus', country: null, genres: [], announcement: 'BY_SETS' },
      { name: 'Dune', announcement: 'HELD_BACK' },
    ],
  });
});

test('names alone are enough, one a line', () => {
  expect(plan('Artist\nBrume\nAlba\n').rows.map(({ verdict, name }) => [verdict, name])).toEqual([
    ['NEW', 'Brume'],
    ['SAME', 'Alba'],
  ]);
});

test('who is named twice, by nothing or by what is no name is refused; who is there is said to stay as they are', () => {
  const { rows } = plan('Artist,Announced\nBrume,\nBRUME,\n,yes\nTBA,\nCirrus,perhaps\nAlba,yes\n');
  expect(rows.map(({ refusal, warnings }) => refusal?.reason ?? warnings.join())).toEqual([
    'artist_new',
    'duplicate',
    'no_name',
    'no_name',
    'bad_announcement',
    'announcement_stays',
  ]);
});

test.each([
  [['artist'], true],
  [['artist', 'genres', null, 'announced'], true],
  [['artist', 'stage'], false],
  [['artist', 'day'], false],
  [['artist', 'id'], false],
  [['country', 'announced'], false],
  [[], false],
] as const)('%j are artists alone: %s', (mapping, alone) => expect(namesArtistsAlone(mapping)).toBe(alone));

test.each([
  ['Announced', 'ANNOUNCED'],
  ['oui', 'ANNOUNCED'],
  ['Ja', 'ANNOUNCED'],
  ['Já', 'ANNOUNCED'],
  ['Sí', 'ANNOUNCED'],
  ['Held back', 'HELD_BACK'],
  ['Sous embargo', 'HELD_BACK'],
  ['nein', 'BY_SETS'],
  ['Pas encore', 'BY_SETS'],
  ['perhaps', null],
  ['', null],
] as const)('%j says %s', (text, said) => expect(announcementNamed(text)).toBe(said));
