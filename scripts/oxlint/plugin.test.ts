import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'festivals-lint-'));
cpSync(join(root, '.oxlintrc.json'), join(folder, '.oxlintrc.json'));
cpSync(join(root, 'scripts/oxlint'), join(folder, 'scripts/oxlint'), { recursive: true });
symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The rules that the project's own configuration finds broken in a file of this path, by line. */
function broken(path: string, code: string): string[] {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, code);
  const { stdout } = spawnSync(process.execPath, [join(root, 'node_modules/oxlint/bin/oxlint'), '-f', 'unix', path], {
    cwd: folder,
    encoding: 'utf8',
  });
  return [...stdout.matchAll(/:(\d+):\d+: .*\[Error\/(.+)\]$/gm)].map(([, line, rule]) => `${line} ${rule}`);
}

const act = (body: string) =>
  `export function act(ctx: Ctx) {\n  return deed(ctx, platform, async (tx) => {\n    ${body}\n  });\n}\n`;

test.each([
  ['a deed that tells nobody', act('await store.insert(tx);'), ['2 festivals(audited-deed)']],
  ['a deed that is recorded', act("await record(tx, ctx, { name: 'a.b', subjectId });"), []],
  ['a deed that a function of the hot path records', act('await sql`select hold_baskets(${id})`.execute(tx);'), []],
  [
    'an Error out of the catalogue',
    act("await record(tx, ctx, {});\n    throw new Error('Sold out!');"),
    ['4 festivals(fail-in-use-case)'],
  ],
  ['an Error where there is no caller', "export function open() {\n  throw new Error('No key.');\n}\n", []],
  [
    'a write without the transaction',
    "export const add = (db: Db, row: Row) => db.insertInto('a').values(row).execute();\n",
    ['1 festivals(tx-first)'],
  ],
  [
    'SQL that writes without it',
    'export const add = (db: Db) => sql`\n  update a set b = 1`.execute(db);\n',
    ['1 festivals(tx-first)'],
  ],
  ['a write with it', "export const add = (tx: Tx, row: Row) => tx.insertInto('a').values(row).execute();\n", []],
  ['a read without it', "export const all = (db: Db) => db.selectFrom('a').execute();\n", []],
  ['a line to the console', "export const say = () => console.log('here');\n", ['1 eslint(no-console)']],
  ['any', 'export const a = (b: any) => b;\n', ['1 typescript(no-explicit-any)']],
  [
    'an assertion that nothing is missing',
    'export const a = (b?: string) => b!;\n',
    ['1 typescript(no-non-null-assertion)'],
  ],
])('judges %s in the API', (_, code, rules) => {
  expect(broken('apps/api/src/ticketing/act.ts', code)).toEqual(rules);
});

test.each([
  [
    'a hook behind a condition',
    'export function A({ on }) {\n  if (on) useState(0);\n  return null;\n}\n',
    ['2 react(hooks)', '2 react-hooks(rules-of-hooks)'],
  ],
  ['a picture without words', 'export const A = () => <img src="/a.png" />;\n', ['1 jsx-a11y(alt-text)']],
])('judges %s in an app', (_, code, rules) => {
  expect(broken('apps/office/src/a.tsx', code).toSorted()).toEqual(rules);
});
