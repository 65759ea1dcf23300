import { importsOf } from '../imports.ts';
import { isTest, type Rule } from '../source.ts';

const rule = 'package-walls';
const faces = ['@festivals/contract', '@festivals/domain', '@festivals/messages', '@festivals/ui'];

/** Which packages of ours a workspace may import. */
const ours: Readonly<Record<string, readonly string[]>> = {
  'packages/contract': [],
  'packages/domain': ['@festivals/contract'],
  'packages/messages': [],
  'packages/ui': [],
  database: ['@festivals/contract', '@festivals/domain', '@festivals/messages'],
  'apps/api': ['@festivals/contract', '@festivals/domain', '@festivals/messages', '@festivals/database'],
  'apps/site': faces,
  'apps/office': faces,
  'apps/mobile': faces,
};

/** Packages that run on server, browser and phone alike take nothing else from outside. */
const outside: Readonly<Record<string, RegExp>> = {
  'packages/contract': /^(zod|zod-openapi)(\/|$)/,
  'packages/domain': /^(zod|@noble\/(curves|hashes))(\/|$)/,
};

/** Packages know only those below them, and nobody climbs over a wall by a relative path. */
export const packageWallsRule: Rule = (sources) =>
  importsOf(sources).flatMap(({ from, line, specifier }) => {
    const workspace = workspaceOf(from.path);
    if (workspace === null) return [];
    const at = { path: from.path, line, rule };
    if (specifier.startsWith('.')) {
      const landed = new URL(specifier, `file:///${from.path}`).pathname.slice(1);
      if (landed.startsWith(`${workspace}/`)) return [];
      return [{ ...at, advice: `import the package by its name, not ${specifier} across the wall of ${workspace}` }];
    }
    const [scope = '', name = ''] = specifier.split('/');
    if (scope === '@festivals') {
      const wanted = `${scope}/${name}`;
      if (ours[workspace]?.includes(wanted) || wanted === ownName(workspace)) return [];
      return [{ ...at, advice: `${workspace} may not know ${wanted}` }];
    }
    const allowed = outside[workspace];
    if (allowed === undefined || isTest(from.path) || allowed.test(specifier)) return [];
    return [{ ...at, advice: `${workspace} runs everywhere and may not import ${specifier}` }];
  });

function workspaceOf(path: string): string | null {
  const [first = '', second = ''] = path.split('/');
  const name = first === 'apps' || first === 'packages' ? `${first}/${second}` : first;
  return name in ours ? name : null;
}

const ownName = (workspace: string): string => `@festivals/${workspace.split('/').at(-1)}`;
