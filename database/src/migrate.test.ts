import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readMigrations, refuseRewrittenHistory } from './migrate.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'migrations-'));
  writeFileSync(join(folder, '0002-second.sql'), 'select 2');
  writeFileSync(join(folder, '0001-first.sql'), 'select 1');
});
afterEach(() => rmSync(folder, { recursive: true }));

test('reads migrations in the order of their numbers', () => {
  expect(readMigrations(folder).map(({ name }) => name)).toEqual(['0001-first.sql', '0002-second.sql']);
});

test('refuses a name without a number, and a number given twice', () => {
  writeFileSync(join(folder, '0002-other.sql'), '');
  expect(() => readMigrations(folder)).toThrow(/0002/);
  rmSync(join(folder, '0002-other.sql'));
  writeFileSync(join(folder, 'other.sql'), '');
  expect(() => readMigrations(folder)).toThrow(/other\.sql/);
});

test('refuses to go on from a history that was rewritten', () => {
  const applied = readMigrations(folder);
  expect(() => refuseRewrittenHistory(applied, applied)).not.toThrow();

  writeFileSync(join(folder, '0001-first.sql'), 'select 1 -- changed');
  expect(() => refuseRewrittenHistory(applied, readMigrations(folder))).toThrow(/0001-first\.sql was changed/);

  rmSync(join(folder, '0001-first.sql'));
  expect(() => refuseRewrittenHistory(applied, readMigrations(folder))).toThrow(/0001-first\.sql.*missing/);
});

test('refuses a migration that slipped in before one already applied', () => {
  const later = readMigrations(folder).slice(1);
  expect(() => refuseRewrittenHistory(later, readMigrations(folder))).toThrow(/higher number/);
});
