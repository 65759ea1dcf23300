import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { fingerprint, isFresh, markFresh, markStale } from './freshness.ts';
import type { Build } from './parts.ts';

const build: Build = {
  name: 'office',
  folder: 'office',
  output: 'office/dist',
  sources: ['office', 'shared'],
  command: ['build'],
};
let root: string;

const write = (path: string, text: string) => writeFileSync(join(root, path), text);

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'freshness-'));
  for (const folder of ['office/src', 'office/dist', 'office/public', 'shared'])
    mkdirSync(join(root, folder), { recursive: true });
  write('office/src/main.ts', 'one');
  write('shared/money.ts', 'cents');
  write('office/.gitignore', '# made by the build\npublic/icon.png\n');
  markFresh(build, fingerprint(build, root), root);
});
afterEach(() => rmSync(root, { recursive: true }));

test('what was just built is fresh', () => expect(isFresh(build, root)).toBe(true));

test.each([
  ['a changed source', () => write('office/src/main.ts', 'two')],
  ['a new source', () => write('office/src/new.ts', '')],
  ['a removed source', () => rmSync(join(root, 'office/src/main.ts'))],
  ['a change in a shared package', () => write('shared/money.ts', 'euros')],
  ['a deleted output', () => rmSync(join(root, 'office/dist'), { recursive: true })],
  ['a build that began and did not end', () => markStale(build, root)],
])('%s makes it stale', (_, change) => {
  change();
  expect(isFresh(build, root)).toBe(false);
});

test.each([
  ['another time on the same content', () => utimesSync(join(root, 'office/src/main.ts'), 1, 1)],
  ['a test', () => write('office/src/main.test.ts', '')],
  ['something in the output', () => write('office/dist/index.html', '')],
  ['what the folder ignores', () => write('office/public/icon.png', '')],
])('%s leaves it fresh', (_, change) => {
  change();
  expect(isFresh(build, root)).toBe(true);
});
