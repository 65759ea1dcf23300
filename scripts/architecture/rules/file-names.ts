import { isCode, type Fault, type Rule } from '../source.ts';

const rule = 'file-names';
const homeless = new Set(['utils', 'util', 'helpers', 'helper', 'common', 'misc', 'types']);
/** The namespaces of the messages are named after what they hold. */
const excepted = /^packages\/messages\//;

/** kebab-case, named after the main export; nothing homeless. */
export const fileNamesRule: Rule = (sources) =>
  sources.flatMap(({ path }): Fault[] => {
    if (!isCode(path) && !path.endsWith('.css')) return [];
    const parts = path.split('/').map(bare);
    const name = parts.at(-1) ?? '';
    const at = { path, line: 1, rule };
    const odd = parts.find((part) => !/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(part));
    if (odd !== undefined) return [{ ...at, advice: `call it in kebab-case, not ${odd}` }];
    if (!homeless.has(name) || excepted.test(path)) return [];
    return [{ ...at, advice: `say what is in it instead of ${name}, or give each function its home` }];
  });

/** A part of a path without extensions and without the marks of the routers: `[...rest]`, `(tabs)`, `_layout`, `+html`. */
const bare = (part: string): string =>
  part
    .replace(/(?<=.)(?:\.[a-z]+)+$/, '')
    .replace(/^\.(?=\w)/, '')
    .replace(/^\[(?:\.\.\.)?([\w-]+)\]$/, (_, inner: string) => kebab(inner))
    .replace(/^\((.+)\)$/, '$1')
    .replace(/^[_+]/, '');

/** A router's parameter is a variable of the code and named like one. */
const kebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
