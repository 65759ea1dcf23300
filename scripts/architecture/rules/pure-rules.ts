import { codeOnly } from '../code-only.ts';
import { isCode, isTest, matches, type Rule } from '../source.ts';

const impure: ReadonlyArray<[RegExp, string]> = [
  [
    /\bDate\s*\.\s*now\s*\(|\bnew\s+Date\s*\(\s*\)|\bnew\s+Date\b(?!\s*\()|\bperformance\s*\.\s*now\b/g,
    'take `now` as an argument',
  ],
  [
    /\bMath\s*\.\s*random\b|\bcrypto\s*\.\s*(?:getRandomValues|randomUUID|subtle)\b|\brandomBytes\s*\(|\brandomUUID\s*\(/g,
    'take what is drawn by lot as an argument',
  ],
  [/\bprocess\s*\./g, 'a rule knows no process: take what it says as an argument'],
  [
    /\bfetch\s*\(|\bnew\s+(?:XMLHttpRequest|WebSocket)\b/g,
    'a rule knows no network: take what was read as an argument',
  ],
  [/\bset(?:Timeout|Interval)\s*\(|\blocalStorage\b/g, 'a rule waits for nothing and keeps nothing'],
];

/** What phone and server both decide by must come out the same everywhere: no clock, no chance, no network. */
export const pureRulesRule: Rule = (sources) =>
  impure.flatMap(([pattern, advice]) =>
    matches(
      sources.filter(({ path }) => path.startsWith('packages/domain/src/') && isCode(path) && !isTest(path)),
      pattern,
      () => ({ rule: 'pure-rules', advice }),
      codeOnly,
    ),
  );
