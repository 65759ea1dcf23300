import { lineAt, type Rule } from '../source.ts';

const declaration = /\bmethod:\s*'(?<method>[A-Z]+)',\s*path:\s*'(?<path>[^']+)'/g;

/** One address, one route: parameters of different names are the same address. */
export const uniqueRoutesRule: Rule = (sources) => {
  const seen = new Map<string, string>();
  return sources
    .filter(({ path }) => /^packages\/domain\/src\/[^/]+\/contract\.ts$/.test(path))
    .flatMap(({ path, text }) =>
      [...text.matchAll(declaration)].flatMap((match) => {
        const address = `${match.groups?.['method']} ${match.groups?.['path']?.replace(/:\w+/g, ':')}`;
        const line = lineAt(text, match.index);
        const first = seen.get(address);
        seen.set(address, first ?? `${path}:${line}`);
        return first === undefined
          ? []
          : [{ path, line, rule: 'unique-routes', advice: `this address is taken by ${first}` }];
      }),
    );
};
