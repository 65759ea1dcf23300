import { matches, type Rule, type Source } from '../source.ts';

const rule = 'migrations';
const migrationsIn = (sources: readonly Source[]) =>
  sources.filter(({ path }) => path.startsWith('database/migrations/') && path.endsWith('.sql'));

/** A migration opens with what it is for, and leaves ids to the application: phones make them too. */
export const migrationsRule: Rule = (sources) => [
  ...migrationsIn(sources)
    .filter(({ text }) => !/^--\s*\S/.test(text))
    .map(({ path }) => ({ path, line: 1, rule, advice: 'open with one comment that says what the migration is for' })),
  ...matches(
    migrationsIn(sources),
    /\b(?:gen_random_uuid|uuid_generate_v\w+|uuidv[47])\s*\(/g,
    (match, { text }) =>
      isInNewId(text, match.index)
        ? null
        : { rule, advice: 'let the application make the id (or `new_id()` inside a function that makes rows)' },
    withoutSqlComments,
  ),
  ...matches(
    migrationsIn(sources),
    /\bdefault\s+new_id\s*\(/gi,
    () => ({ rule, advice: 'no default: a row whose maker does not know its id cannot be sent twice safely' }),
    withoutSqlComments,
  ),
];

const withoutSqlComments = (text: string): string => text.replace(/--[^\n]*/g, (comment) => ' '.repeat(comment.length));

/** `new_id()` is the one place that makes ids in the database, for rows that a function makes by itself. */
function isInNewId(text: string, index: number): boolean {
  const start = text.lastIndexOf('create function', index);
  return start !== -1 && text.startsWith('create function new_id()', start);
}
