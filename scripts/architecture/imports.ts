import { posix } from 'node:path';
import { codeOnly, withoutComments } from './code-only.ts';
import { isCode, lineAt, type Source } from './source.ts';

export interface Import {
  from: Source;
  line: number;
  /** As written. */
  specifier: string;
  /** The imported file where it is one of ours, else null. */
  target: string | null;
}

const statement =
  /(?:^|[;\n])\s*(?:import|export)\s+(?:[^'";]*?\sfrom\s*)?['"](?<specifier>[^'"\n]+)['"]|\bimport\(\s*['"](?<dynamic>[^'"\n]+)['"]/g;

/** Every import and re-export of these sources. */
export function importsOf(sources: readonly Source[]): Import[] {
  const known = new Set(sources.map((source) => source.path));
  return sources
    .filter(({ path }) => isCode(path))
    .flatMap((from) => {
      const code = withoutComments(from.text);
      const bare = codeOnly(from.text);
      return [...code.matchAll(statement)].flatMap((match): Import[] => {
        // What only a string says, as a test's example does, imports nothing.
        if (!/^\s*;?\s*(?:import|export)\b/.test(bare.slice(match.index))) return [];
        const { specifier = '', dynamic } = match.groups ?? {};
        const written = dynamic ?? specifier;
        const line = lineAt(code, match.index + match[0].lastIndexOf(written));
        return [{ from, line, specifier: written, target: targetOf(from.path, written, known) }];
      });
    });
}

const packageRoots: Readonly<Record<string, string>> = {
  '@festivals/contract': 'packages/contract',
  '@festivals/domain': 'packages/domain',
  '@festivals/messages': 'packages/messages',
  '@festivals/ui': 'packages/ui',
  '@festivals/database': 'database',
};

function targetOf(from: string, specifier: string, known: ReadonlySet<string>): string | null {
  if (specifier.startsWith('.')) return known.has(relative(from, specifier)) ? relative(from, specifier) : null;
  const [scope, name, ...rest] = specifier.split('/');
  const root = packageRoots[`${scope}/${name}`];
  if (root === undefined) return null;
  const inside = `${root}/src/${rest.join('/') || 'index'}`;
  return [`${inside}.ts`, `${inside}.tsx`].find((path) => known.has(path)) ?? null;
}

const relative = (from: string, specifier: string) => posix.join(posix.dirname(from), specifier);
