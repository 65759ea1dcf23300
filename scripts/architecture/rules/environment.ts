import { codeOnly } from '../code-only.ts';
import { isCode, isTest, matches, type Rule } from '../source.ts';

/** The environment is read and checked in one place of each program, so that what it takes can be read there. */
export const environmentRule: Rule = (sources) =>
  matches(
    sources.filter(({ path }) => isCode(path) && !isTest(path) && !mayRead(path)),
    /\bprocess\s*\.\s*env\b|\bimport\.meta\.env\b/g,
    () => ({ rule: 'environment', advice: 'read it in env.ts and import it from there' }),
    codeOnly,
  );

const mayRead = (path: string): boolean =>
  /(^|\/)env\.ts$/.test(path) ||
  /\.config\.(ts|js|mjs)$/.test(path) ||
  /^(scripts|bench)\//.test(path) ||
  /^apps\/\w+\/scripts\//.test(path);
