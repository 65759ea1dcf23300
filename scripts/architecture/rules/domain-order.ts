import { domainOrder, groundFloor } from '../domains.ts';
import { importsOf, type Import } from '../imports.ts';
import { isTest, type Fault, type Rule } from '../source.ts';

const rule = 'domain-order';

/** Each domain imports earlier ones alone, in both of its halves; the platform and what all domains share import none. */
export const domainOrderRule: Rule = (sources) =>
  importsOf(sources).flatMap((one) => {
    if (one.target === null || isTest(one.from.path)) return [];
    const [from, to] = [homeOf(one.from.path), homeOf(one.target)];
    if (from === null || to === null || to.domain === null) return [];
    return faultOf(one, from, to.domain);
  });

interface Home {
  half: 'api' | 'domain';
  /** null for what stands beside the domains. */
  domain: string | null;
  folder: string | null;
}

/** The files that put the domains together; they alone may know them all. */
const assemblies = new Set([
  'packages/domain/src/index.ts',
  'packages/domain/src/errors.ts',
  'apps/api/src/main.ts',
  'apps/api/src/modules.ts',
  'apps/api/src/start-process.ts',
  'apps/api/src/verify-ledger.ts',
]);

function homeOf(path: string): Home | null {
  const match = /^(?<root>packages\/domain|apps\/api)\/src\/(?:(?<folder>[^/]+)\/)?/.exec(path);
  if (!match || assemblies.has(path)) return null;
  const folder = match.groups?.['folder'] ?? null;
  const half = match.groups?.['root'] === 'apps/api' ? 'api' : 'domain';
  return { half, folder, domain: folder !== null && !groundFloor.has(folder) ? folder : null };
}

function faultOf(one: Import, from: Home, to: string): Fault[] {
  const at = { path: one.from.path, line: one.line, rule };
  if (from.domain === to) return [];
  if (from.domain === null) {
    if (from.half === 'api' && one.target?.startsWith('packages/domain/src/identity/')) return [];
    return [
      {
        ...at,
        advice: `${from.folder ?? 'what all domains share'} may not know the domain ${to}; let ${to} hand in what is needed`,
      },
    ];
  }
  const [mine, theirs] = [domainOrder.indexOf(from.domain), domainOrder.indexOf(to)];
  if (mine === -1)
    return [{ ...at, advice: `give the domain ${from.domain} its place in scripts/architecture/domains.ts` }];
  if (theirs === -1) return [{ ...at, advice: `give the domain ${to} its place in scripts/architecture/domains.ts` }];
  if (theirs < mine) return [];
  return [
    {
      ...at,
      advice: `${from.domain} comes before ${to} and may not import it; let ${to} follow an event, or hand in what is needed`,
    },
  ];
}
