import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { env } from './env.ts';
import { withConnection } from './connect.ts';

/** The committed types of every table and view, for Kysely. */
export const typesFile = join(env.root, 'database/src/generated.ts');

interface Column {
  schema: string;
  relation: string;
  purpose: string | null;
  updatable: boolean;
  name: string;
  type: string;
  kind: 'enum' | 'base';
  isArray: boolean;
  nullable: boolean;
  generated: 'always' | 'default' | 'never';
}

/** What the driver returns for each type, as `connect.ts` sets it up. */
const tsTypes: Record<string, string> = {
  bool: 'boolean',
  int2: 'number',
  int4: 'number',
  int8: 'number',
  float4: 'number',
  float8: 'number',
  timestamptz: 'Timestamp',
  timestamp: 'Timestamp',
  json: 'JsonColumn',
  jsonb: 'JsonColumn',
  bytea: 'Buffer',
};

const catalogue = `
  select n.nspname as schema, c.relname as relation, obj_description(c.oid) as purpose,
    c.relkind in ('r', 'p') as updatable, a.attname as name,
    -- A domain is its base type to the driver; an array is its element's type, with isArray.
    coalesce(element.typname, base.typname) as type,
    case when coalesce(element.typtype, base.typtype) = 'e' then 'enum' else 'base' end as kind,
    element.oid is not null as "isArray",
    not (a.attnotnull or t.typnotnull) as nullable,
    case when a.attidentity = 'a' or a.attgenerated <> '' then 'always'
         when a.attidentity = 'd' or a.atthasdef then 'default' else 'never' end as generated
  from pg_class c
  join pg_namespace n on n.oid = c.relnamespace
  join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
  join pg_type t on t.oid = a.atttypid
  join pg_type base on base.oid = case when t.typtype = 'd' then t.typbasetype else t.oid end
  left join pg_type element on element.oid = base.typelem and base.typcategory = 'A'
  where c.relkind in ('r', 'p', 'v', 'm') and not c.relispartition
    and n.nspname not in ('pg_catalog', 'information_schema', 'graphile_worker') and n.nspname !~ '^pg_'
    and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')
  order by n.nspname <> 'public', n.nspname, c.relname, a.attnum`;

/** Reads the catalogue of a migrated database and writes it down as TypeScript. */
export function generateTypes(databaseUrl: string): Promise<string> {
  return withConnection(databaseUrl, async (client) => {
    const { rows: columns } = await client.query<Column>(catalogue);
    const { rows: enums } = await client.query<{ name: string; labels: string[] }>(`
      select t.typname as name, array_agg(e.enumlabel::text order by e.enumsortorder) as labels
      from pg_type t join pg_enum e on e.enumtypid = t.oid
      group by t.typname order by t.typname`);
    return (
      [header, ...enums.map(enumType), ...relations(columns).map(tableType), databaseType(relations(columns))].join(
        '\n\n',
      ) + '\n'
    );
  });
}

/** Whether the committed file is what this database would generate. */
export async function typesAreCurrent(databaseUrl: string): Promise<boolean> {
  return (await generateTypes(databaseUrl)) === readFileSync(typesFile, 'utf8');
}

/** Writes the file anew. */
export async function writeTypes(databaseUrl: string): Promise<void> {
  writeFileSync(typesFile, await generateTypes(databaseUrl));
}

const header = `// Generated from the migrated database by \`npm run types:database\`; do not edit.
import type { ColumnType, GeneratedAlways } from 'kysely'

/** A column with a default: it may be left out of an insert. */
export type Generated<T> =
  T extends ColumnType<infer S, infer I, infer U> ? ColumnType<S, I | undefined, U> : ColumnType<T, T | undefined, T>

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json }
/** Written as an object or as JSON text: the driver would make an array a PostgreSQL array. */
export type JsonColumn = ColumnType<Json, { [key: string]: Json } | string, { [key: string]: Json } | string>
/** Read as ISO 8601 in UTC; written as that or as a Date. */
export type Timestamp = ColumnType<string, Date | string, Date | string>`;

type Relation = readonly [Column, ...Column[]];

function relations(columns: readonly Column[]): Relation[] {
  const groups = new Map<string, [Column, ...Column[]]>();
  for (const column of columns) {
    const key = `${column.schema}.${column.relation}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [column]);
    else group.push(column);
  }
  return [...groups.values()];
}

const typeName = (...parts: string[]) =>
  parts
    .flatMap((part) => part.split('_'))
    .map((word) => word.slice(0, 1).toUpperCase() + word.slice(1))
    .join('');
const relationType = ([{ schema, relation }]: Relation) =>
  schema === 'public' ? typeName(relation) : typeName(schema, relation);
const property = (name: string) => (/^[a-z_][a-z0-9_]*$/i.test(name) ? name : `'${name}'`);

const enumType = ({ name, labels }: { name: string; labels: string[] }) =>
  `export type ${typeName(name)} = ${labels.map((label) => `'${label}'`).join(' | ')}`;

function tableType(relation: Relation): string {
  const [{ purpose }] = relation;
  const comment = purpose === null ? '' : `/** ${purpose.replaceAll('*/', '* /').replaceAll(/\s+/g, ' ')} */\n`;
  const lines = relation.map((column) => `  ${property(column.name)}: ${columnType(column)}`);
  return `${comment}export interface ${relationType(relation)}Table {\n${lines.join('\n')}\n}`;
}

function columnType({ name, kind, type, isArray, nullable, generated, updatable }: Column): string {
  if (kind === 'enum' && isArray)
    throw new Error(`${name}: the driver does not parse arrays of the enum ${type}; use text[] with a check.`);
  const single = kind === 'enum' ? typeName(type) : (tsTypes[type] ?? 'string');
  const whole = `${isArray ? `${single}[]` : single}${nullable ? ' | null' : ''}`;
  if (!updatable || generated === 'never') return whole;
  return generated === 'always' ? `GeneratedAlways<${whole}>` : `Generated<${whole}>`;
}

function databaseType(all: readonly Relation[]): string {
  const lines = all.map((relation) => {
    const [{ schema, relation: name }] = relation;
    return `  ${property(schema === 'public' ? name : `${schema}.${name}`)}: ${relationType(relation)}Table`;
  });
  return `/** Every table and view, as Kysely wants to know them. */\nexport interface Database {\n${lines.join('\n')}\n}`;
}
