import { posix } from 'node:path';
import { lineAt, type Fault, type Rule, type Source } from '../source.ts';

const rule = 'living-docs';

/** A guide's links lead somewhere, and the guide to running tells of every setting that the API takes. */
export const livingDocsRule: Rule = (sources) => [...deadLinks(sources), ...untoldSettings(sources)];

const link = /\]\((?<target>[^)\s]+)\)/g;

function deadLinks(sources: readonly Source[]): Fault[] {
  const paths = new Set(sources.flatMap(({ path }) => [path, ...foldersOf(path)]));
  return sources
    .filter(({ path }) => path.endsWith('.md'))
    .flatMap(({ path, text }) =>
      [...text.matchAll(link)].flatMap((match) => {
        const target = match.groups?.['target'] ?? '';
        const [file = ''] = target.split('#');
        if (/^(https?:|mailto:)/.test(target) || file === '') return [];
        if (paths.has(posix.join(posix.dirname(path), file).replace(/\/$/, ''))) return [];
        return [{ path, line: lineAt(text, match.index), rule, advice: `${target} leads nowhere` }];
      }),
    );
}

const foldersOf = (path: string): string[] => path.split('/').map((_, depth, parts) => parts.slice(0, depth).join('/'));

function untoldSettings(sources: readonly Source[]): Fault[] {
  const env = sources.find(({ path }) => path === 'apps/api/src/platform/env.ts');
  const guide = sources.find(({ path }) => path === 'docs/guides/running.md');
  if (!env || !guide) return [];
  return [...env.text.matchAll(/^ {2}(?<name>[A-Z][A-Z0-9_]+):/gm)].flatMap((match) => {
    const name = match.groups?.['name'] ?? '';
    if (guide.text.includes(`\`${name}\``)) return [];
    return [{ path: env.path, line: lineAt(env.text, match.index), rule, advice: `tell of ${name} in ${guide.path}` }];
  });
}
