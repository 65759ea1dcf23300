import { stringsOf } from '../code-only.ts';
import { tableOwners } from '../domains.ts';
import { isTest, lineAt, matches, type Fault, type Rule, type Source } from '../source.ts';

const rule = 'table-owners';

/** SQL touches the tables of its own domain alone; another's are reached through its functions, or a look-up of the database. */
export const tableOwnersRule: Rule = (sources) => [
  ...sources.filter(({ path }) => /^apps\/api\/src\/[^/]+\//.test(path) && !isTest(path)).flatMap(foreignTables),
  ...ownerless(sources),
];

const kysely =
  /\.(?:selectFrom|insertInto|updateTable|deleteFrom|mergeInto|using|innerJoin|leftJoin|rightJoin|fullJoin|crossJoin|from)\(\s*\[?\s*['"](?<table>[a-z_]+)(?: as \w+)?['"]/g;
const statement = /^\s*(?:select|insert|update|delete|merge|with|lock|truncate|copy)\b/i;
const mention = /\b(?:from|join|into|update|only|table)\s+(?<table>[a-z_]+)\b/gi;

function foreignTables(source: Source): Fault[] {
  const [, , , folder = ''] = source.path.split('/');
  const mentioned = [
    ...[...source.text.matchAll(kysely)].map((match) => ({ table: match.groups?.['table'] ?? '', index: match.index })),
    ...sqlOf(source.text).flatMap(({ value, index }) =>
      [...value.matchAll(mention)].map((match) => ({
        table: match.groups?.['table'] ?? '',
        index: index + match.index,
      })),
    ),
  ];
  return mentioned.flatMap(({ table, index }) => {
    const owners = tableOwners[table];
    if (owners === undefined || owners.includes(folder)) return [];
    const advice = `the table ${table} belongs to ${owners[0]}: call a function of that domain, or a look-up of the database`;
    return [{ path: source.path, line: lineAt(source.text, index), rule, advice }];
  });
}

/** The strings that hold SQL: tagged as such, or beginning with one of its verbs. A template's later pieces follow its first. */
function sqlOf(text: string): Array<{ value: string; index: number }> {
  let inSql = false;
  return stringsOf(text).filter(({ value, index }) => {
    const continues = text[index - 1] === '}';
    if (!continues)
      inSql = /\bsql(?:<[^`]*>)?`$/.test(text.slice(Math.max(0, index - 200), index)) || statement.test(value);
    return inSql;
  });
}

const ownerless = (sources: readonly Source[]): Fault[] =>
  matches(
    sources.filter(({ path }) => path.startsWith('database/migrations/')),
    /^create table (?:if not exists )?(?<table>[a-z_]+) /gim,
    (match) => {
      const table = match.groups?.['table'] ?? '';
      return table in tableOwners
        ? null
        : { rule, advice: `name the owner of the table ${table} in scripts/architecture/domains.ts` };
    },
  );
