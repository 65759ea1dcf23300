import { describe, expect, test } from 'vitest';
import { faultsIn } from './rules.ts';
import type { Source } from './source.ts';

/** The rules that fire on these files, each as `path:line rule`. */
const found = (files: Record<string, string>): string[] =>
  faultsIn(Object.entries(files).map(([path, text]): Source => ({ path, text }))).map(
    ({ path, line, rule }) => `${path}:${line} ${rule}`,
  );

const domain = 'packages/domain/src';
const api = 'apps/api/src';

describe('domain-order', () => {
  const later = { [`${domain}/ticketing/rules.ts`]: 'export const one = 1;\n' };

  test('refuses an earlier domain that imports a later one', () => {
    const text = "/** Purpose. */\nimport { one } from '../ticketing/rules.ts';\n";
    expect(found({ ...later, [`${domain}/festival/rules.ts`]: text })).toEqual([
      `${domain}/festival/rules.ts:2 domain-order`,
    ]);
  });
  test('refuses it by the name of the package too', () => {
    const text = "import type { One } from '@festivals/domain/ticketing/rules';\n";
    expect(found({ ...later, [`${api}/festival/store.ts`]: text })).toEqual([
      `${api}/festival/store.ts:1 domain-order`,
    ]);
  });
  test('allows a later domain to import an earlier one', () => {
    expect(
      found({ ...later, [`${domain}/access/rules.ts`]: "import { one } from '../ticketing/rules.ts';\n" }),
    ).toEqual([]);
  });
  test('refuses a platform that knows a domain', () => {
    const files = {
      [`${api}/ticketing/store.ts`]: '',
      [`${api}/platform/guard.ts`]: "import '../ticketing/store.ts';\n",
    };
    expect(found(files)).toEqual([`${api}/platform/guard.ts:1 domain-order`]);
  });
  test('asks for the place of a domain that is not in the order', () => {
    const files = { ...later, [`${domain}/karaoke/rules.ts`]: "import { one } from '../ticketing/rules.ts';\n" };
    expect(found(files)).toEqual([`${domain}/karaoke/rules.ts:1 domain-order`]);
  });
  test('takes an import in a comment or a string for what it is', () => {
    const text = "// import '../ticketing/rules.ts'\nconst example = `\nimport '../ticketing/rules.ts';\n`;\n";
    expect(found({ ...later, [`${domain}/festival/rules.ts`]: text })).toEqual([]);
  });
});

test('import-circles refuses a circle of three', () => {
  const files = {
    'apps/office/src/a.ts': "import './b.ts';\n",
    'apps/office/src/b.ts': "export * from './c.ts';\n",
    'apps/office/src/c.ts': "const late = import('./a.ts');\n",
  };
  expect(found(files)).toEqual(['apps/office/src/a.ts:1 import-circles']);
});

describe('package-walls', () => {
  test.each([
    ['a contract that knows a domain', 'packages/contract/src/route.ts', '@festivals/domain'],
    ['a domain that imports what a browser lacks', `${domain}/money.ts`, 'node:crypto'],
    ['a domain that imports a package beyond its three', `${domain}/money.ts`, 'lodash-es'],
    ['messages that know a domain', 'packages/messages/src/language.ts', '@festivals/domain/primitives'],
    ['a design that knows a domain', 'packages/ui/src/button.tsx', '@festivals/domain'],
    ['an app that imports another by path', 'apps/office/src/main.tsx', '../../site/src/hero.tsx'],
    ['an app that imports another by name', 'apps/office/src/main.tsx', '@festivals/site'],
    ['a face that reaches for the database', 'apps/site/src/env.ts', '@festivals/database'],
  ])('refuses %s', (_, path, specifier) => {
    expect(found({ [path]: `import { a } from '${specifier}';\n` })).toEqual([`${path}:1 package-walls`]);
  });
  test.each([
    [`${domain}/money.ts`, 'zod'],
    [`${domain}/signature.ts`, '@noble/curves/ed25519.js'],
    [`${domain}/money.test.ts`, 'fast-check'],
    ['apps/site/src/shop.tsx', '@festivals/ui/button'],
  ])('lets %s import %s', (path, specifier) => {
    expect(found({ [path]: `import { a } from '${specifier}';\n` })).toEqual([]);
  });
});

describe('table-owners', () => {
  const store = `${api}/festival/store.ts`;
  test.each([
    ['a Kysely query', "tx.selectFrom('ticket_type').select('id')"],
    ['a Kysely join', "tx.selectFrom('festival as f').innerJoin('ticket_order as o', 'o.id', 'f.id')"],
    ['tagged SQL', 'sql`select id from ticket where id = ${id}`'],
    ['tagged SQL with a type', 'sql<{ id: string }>`\n  update ticket set holder = ${name}`'],
    ['SQL behind an interpolation', 'sql`select ${column}\n from ticket`'],
    ['SQL as plain text', "pool.query('delete from ticket where id = $1')"],
  ])('refuses the table of another domain in %s', (_, code) => {
    expect(found({ [store]: `${code};\n` }).map((fault) => fault.replace(/:\d+/, ''))).toEqual([
      `${store} table-owners`,
    ]);
  });
  test('allows the own tables, look-ups and prose', () => {
    const code =
      "tx.selectFrom('festival');\nsql`select * from lookup.ticket_types(${id})`;\nconst text = 'Take a ticket from ticket holders';\n";
    expect(found({ [store]: code })).toEqual([]);
  });
  test('asks for the owner of a new table', () => {
    const text = '-- Sausages.\ncreate table sausage (\n  id uuid primary key\n);\n';
    expect(found({ 'database/migrations/0099-sausages.sql': text })).toEqual([
      'database/migrations/0099-sausages.sql:2 table-owners',
    ]);
  });
});

describe('environment', () => {
  test('refuses to read it anywhere', () => {
    expect(found({ [`${api}/mail/send-mail.ts`]: "const host = process.env['SMTP'];\n" })).toEqual([
      `${api}/mail/send-mail.ts:1 environment`,
    ]);
  });
  test.each(['apps/api/src/platform/env.ts', 'apps/office/vite.config.ts', 'scripts/house/settings.ts'])(
    'lets %s read it',
    (path) => {
      expect(found({ [path]: 'const all = process.env;\n' })).toEqual([]);
    },
  );
  test('lets a comment speak of it', () => {
    expect(found({ [`${api}/mail/send-mail.ts`]: '/** Not process.env. */\n' })).toEqual([]);
  });
});

describe('pure-rules', () => {
  test.each([
    'Date.now()',
    'new Date()',
    'performance.now()',
    'Math.random()',
    'crypto.randomUUID()',
    'crypto.getRandomValues(bytes)',
    'process.exit(1)',
    "fetch('https://example.org')",
    'setTimeout(work, 1)',
    '`${Date.now()}`',
  ])('refuses %s', (code) => {
    expect(found({ [`${domain}/money.ts`]: `const a = ${code};\n` })).toEqual([`${domain}/money.ts:1 pure-rules`]);
  });
  test('allows a given moment, and what only a string or a comment says', () => {
    const code = "const a = new Date(now);\n// not Date.now()\nconst b = 'Math.random()';\nconst c = /fetch('/;\n";
    expect(found({ [`${domain}/money.ts`]: code })).toEqual([]);
  });
  test('binds the rules alone', () => {
    expect(
      found({
        [`${api}/start-process.ts`]: 'const now = Date.now();\n',
        [`${domain}/money.test.ts`]: 'Math.random();\n',
      }),
    ).toEqual([]);
  });
});

describe('file-names', () => {
  test.each([
    'apps/office/src/MyThing.tsx',
    'apps/office/src/my_thing.ts',
    'apps/office/src/utils.ts',
    'packages/ui/src/helpers.ts',
    'database/src/types.ts',
    'apps/office/src/formParts/field.tsx',
  ])('refuses %s', (path) => {
    expect(found({ [path]: '' })).toEqual([`${path}:1 file-names`]);
  });
  test.each([
    'apps/site/src/app/[locale]/[...rest]/page.tsx',
    'apps/mobile/src/app/(tabs)/_layout.tsx',
    'apps/mobile/src/app/+not-found.tsx',
    'apps/site/src/app/[locale]/order/[orderId]/page.tsx',
    'apps/mobile/src/store/claim-store.web.ts',
    'packages/messages/src/common.ts',
    'database/migrations/0001-foundation.sql',
  ])('allows %s', (path) => {
    expect(found({ [path]: '-- Purpose.\n' })).toEqual([]);
  });
});

describe('file-size', () => {
  const long = 'export {};\n'.repeat(501);
  test('refuses a file of 501 lines', () => {
    expect(found({ 'apps/office/src/long.ts': long })).toEqual(['apps/office/src/long.ts:501 file-size']);
  });
  test('allows 500, and any length to what a program wrote', () => {
    expect(
      found({
        'apps/office/src/long.ts': 'export {};\n'.repeat(500),
        'database/src/generated.ts': `// Generated from it.\n${long}`,
      }),
    ).toEqual([]);
  });
});

test('unique-routes refuses an address taken, whatever its parameters are called', () => {
  const one = "const a = route({ method: 'GET', path: '/festivals/:festivalId' });\n";
  const two =
    "const b = route({ method: 'GET', path: '/festivals/:id' });\nconst c = route({ method: 'PUT', path: '/festivals/:id' });\n";
  expect(found({ [`${domain}/festival/contract.ts`]: one, [`${domain}/places/contract.ts`]: two })).toEqual([
    `${domain}/places/contract.ts:1 unique-routes`,
  ]);
});

describe('migrations', () => {
  const path = 'database/migrations/0098-more.sql';
  test('refuses one without its purpose', () => {
    expect(found({ [path]: 'alter table person add column born date;\n' })).toEqual([`${path}:1 migrations`]);
  });
  test.each(['gen_random_uuid()', 'uuidv7()', 'new_id()'])('refuses ids by default %s', (made) => {
    expect(found({ [path]: `-- Purpose.\nalter table person alter column id set default ${made};\n` })).toEqual([
      `${path}:2 migrations`,
    ]);
  });
  test('allows new_id itself', () => {
    expect(
      found({
        [path]: '-- Ids.\ncreate function new_id() returns uuid language sql as $$ select gen_random_uuid() $$;\n',
      }),
    ).toEqual([]);
  });
});

test('test-only refuses a program that imports what tests need', () => {
  const files = {
    [`${api}/testing/start-api.ts`]: '',
    [`${api}/main.ts`]: "import './testing/start-api.ts';\nimport { test } from 'vitest';\n",
  };
  expect(found(files)).toEqual([`${api}/main.ts:1 test-only`, `${api}/main.ts:2 test-only`]);
});

describe('living-docs', () => {
  test('refuses a link that leads nowhere', () => {
    const text = '# Guide\n[there](guides/api.md), [gone](guides/old.md), [out](https://example.org), [here](#guide)\n';
    expect(found({ 'docs/README.md': text, 'docs/guides/api.md': '' })).toEqual(['docs/README.md:2 living-docs']);
  });
  test('allows links to folders and up the tree', () => {
    expect(found({ 'docs/guides/api.md': '[all](../guides/) [licence](../../LICENSE)\n', LICENSE: '' })).toEqual([]);
  });
  test('refuses a setting that no guide tells of', () => {
    const files = {
      [`${api}/platform/env.ts`]: 'z.object({\n  HOST: z.string(),\n  SECRET_SWITCH: z.string(),\n});\n',
      'docs/guides/running.md': 'Set `HOST`.\n',
    };
    expect(found(files)).toEqual([`${api}/platform/env.ts:3 living-docs`]);
  });
});
