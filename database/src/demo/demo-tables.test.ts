import { FestivalStatus, NewFestival, Place } from '@festivals/domain/festival/contract';
import { MapPlace } from '@festivals/domain/places/contract';
import { positionsOf } from '@festivals/domain/places/positions';
import { Language } from '@festivals/domain/primitives';
import { Product } from '@festivals/domain/stands/contract';
import { beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { bioTexts } from './artist-bio.ts';
import { demoTables } from './demo-tables.ts';
import { nextSolbrume } from './festivals.ts';
import type { Row } from './insert-rows.ts';
import { laitonStages } from './laiton-line-up.ts';
import { harbourStage, stagePlans } from './line-up.ts';
import { menus } from './menus.ts';
import { saleMoments, seasonOpens } from './sale-moments.ts';
import { seededRandom } from './seeded-random.ts';

const november = new Date('2026-11-21T09:41:12.345Z');
let tables: Map<string, readonly Row[]>;
beforeAll(async () => {
  tables = new Map(await demoTables(november));
});
const rowsOf = (table: string): readonly Row[] => tables.get(table) ?? [];

describe('the demo', () => {
  test('is the same, byte for byte, for the same base, and within its hour', async () => {
    const again = await demoTables(new Date('2026-11-21T09:59:59Z'));
    expect(JSON.stringify(again)).toBe(JSON.stringify([...tables]));
  });

  test('has the same shape a year later, with other dates', async () => {
    const later = new Map(await demoTables(new Date('2027-11-21T09:00:00Z')));
    for (const part of ['place', 'stage', 'artist', 'slot', 'stand', 'product', 'ticket_type', 'ticket_order']) {
      expect([part, later.get(part)?.length]).toEqual([part, tables.get(part)?.length]);
    }
    const startOf = (all: Map<string, readonly Row[]>) => all.get('festival')?.[0]?.['starts_on'];
    expect([startOf(tables), startOf(later)]).toEqual(['2027-07-16', '2028-07-21']);
  });

  test.each([
    { base: '2027-06-20T10:00:00Z', first: '2027-07-16' },
    { base: '2027-07-01T10:00:00Z', first: '2028-07-21' },
    { base: '2027-12-31T23:30:00Z', first: '2028-07-21' },
  ])('is set in the summer that follows $base', ({ base, first }) => {
    expect(nextSolbrume(new Date(base))).toBe(first);
  });

  test('gives no id twice', () => {
    for (const [table, rows] of tables) {
      const ids = rows.flatMap((row) => (row['id'] === undefined ? [] : [row['id']]));
      expect([table, new Set(ids).size]).toEqual([table, ids.length]);
      for (const id of ids) expect(z.uuidv7().safeParse(id).success).toBe(true);
    }
  });
});

describe('its festivals, places and products', () => {
  test('are what the contract would take', () => {
    for (const row of rowsOf('festival')) {
      const parsed = NewFestival.safeParse({ ...row, startsOn: row['starts_on'], endsOn: row['ends_on'] });
      expect([row['slug'], parsed.error?.issues]).toEqual([row['slug'], undefined]);
      expect(FestivalStatus.safeParse(row['status']).success).toBe(true);
    }
    for (const row of rowsOf('place'))
      expect([row['name'], MapPlace.safeParse(row).error?.issues]).toEqual([row['name'], undefined]);
    for (const row of rowsOf('product')) {
      const shown = {
        ...row,
        deposit: null,
        picture: null,
        sectionId: row['section_id'],
        order: row['sort_order'],
        version: 1,
      };
      expect([row['name'], Product.safeParse(shown).error?.issues]).toEqual([row['name'], undefined]);
    }
  });

  test('are called something in each of the six languages', () => {
    for (const table of ['place', 'product', 'ticket_type', 'artist']) {
      for (const row of rowsOf(table)) {
        const texts = z.record(z.string(), z.string()).parse(table === 'artist' ? row['bio'] : row['name']);
        expect(Object.keys(texts).toSorted()).toEqual(Language.options.toSorted());
        for (const text of Object.values(texts)) expect(text).toMatch(/^[^{}]+$/);
      }
    }
  });

  test('stand where they say: each stage and stand at a place of its own kind, within a kilometre of the middle', () => {
    const places = new Map(rowsOf('place').map((row) => [row['id'], MapPlace.parse(row)]));
    const staged = rowsOf('stage').map((row) => places.get(row['place_id'])?.kind);
    expect(staged).toEqual([...stagePlans, harbourStage, ...laitonStages].map(() => 'STAGE'));
    const middles = new Map(rowsOf('festival').map((row) => [row['id'], Place.parse(row['place'])]));
    for (const stand of rowsOf('stand')) expect(places.has(stand['place_id'])).toBe(true);
    for (const row of rowsOf('place')) {
      const { geometry } = MapPlace.parse(row);
      const middle = middles.get(row['festival_id']);
      for (const [longitude, latitude] of positionsOf(geometry)) {
        const [east, north] = [longitude - (middle?.longitude ?? 0), latitude - (middle?.latitude ?? 0)];
        expect(Math.hypot(east * 70_000, north * 111_320)).toBeLessThan(1_000);
      }
      if (geometry.type === 'Polygon') {
        const [ring = []] = geometry.coordinates;
        expect(ring.at(0)).toEqual(ring.at(-1));
        const doubled = ring
          .slice(1)
          .reduce((sum, [x, y], index) => sum + (ring[index]?.[0] ?? 0) * y - x * (ring[index]?.[1] ?? 0), 0);
        expect(doubled).toBeGreaterThan(0);
      }
    }
  });

  test('have menus at places that exist', () => {
    const stands = new Set(rowsOf('product').map((row) => row['stand_id']));
    expect(stands.size).toBe(menus.size);
  });
});

describe('its artists', () => {
  test('all have names and addresses of their own, and a bio that says the same in every language', () => {
    const artists = rowsOf('artist');
    expect(new Set(artists.map((row) => row['name'])).size).toBe(artists.length);
    expect(new Set(artists.map((row) => row['slug'])).size).toBe(artists.length);
    for (const row of artists) expect(row['slug']).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    const { en, ...others } = bioTexts;
    for (const texts of Object.values(others)) {
      expect([texts.beginnings.length, texts.promises.length]).toEqual([en.beginnings.length, en.promises.length]);
      for (const [index, text] of en.beginnings.entries()) {
        const marks = (sentence = '') => [sentence.includes('{name}'), sentence.includes('{city}')];
        expect(marks(texts.beginnings[index])).toEqual(marks(text));
      }
    }
  });
});

describe('its season', () => {
  test('opens at ten, ends before the base, and rushes where there is news', () => {
    const moments = saleMoments(seededRandom('test'), november, 3_000);
    expect(moments.length).toBe(3_000);
    expect(moments[0]?.getTime()).toBeGreaterThanOrEqual(seasonOpens(november).getTime());
    expect(moments.at(-1)?.getTime()).toBeLessThan(november.getTime());
    const perDay = Map.groupBy(moments, (moment) => moment.toISOString().slice(0, 10));
    const counts = [...perDay.values()].map((day) => day.length).toSorted((left, right) => right - left);
    expect(counts[0] ?? 0).toBeGreaterThan(10 * (counts[Math.floor(counts.length / 2)] ?? Infinity));
    expect(perDay.size).toBeGreaterThan(120);
  });
});

test('chance is even, and picks by weight', () => {
  const random = seededRandom('chance');
  const rolls = Array.from({ length: 60_000 }, () => random.whole(1, 6));
  for (const face of [1, 2, 3, 4, 5, 6])
    expect(Math.abs(rolls.filter((roll) => roll === face).length - 10_000)).toBeLessThan(500);
  const drawn = Array.from({ length: 40_000 }, () => random.weighted([1, 3], (weight) => weight));
  expect(Math.abs(drawn.filter((weight) => weight === 3).length - 30_000)).toBeLessThan(600);
  expect(random.shuffle([1, 2, 3, 4]).toSorted()).toEqual([1, 2, 3, 4]);
});
