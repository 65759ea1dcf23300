import type { Festival, FestivalStatus } from '@festivals/domain/festival/contract';
import type { FestivalId, PersonId } from '@festivals/domain/primitives';
import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Database } from '@festivals/database';
import type { z } from 'zod';
import type { Tx } from '../platform/transaction.ts';

/** A festival as the API answers it. */
export type FestivalView = z.input<typeof Festival>;

export type FestivalFields = Omit<FestivalView, 'id' | 'status' | 'pictures' | 'version' | 'createdAt' | 'publishedAt'>;

const view = sql`
  f.id, f.status, f.name, f.slug, f.tagline, f.description, f.starts_on as "startsOn", f.ends_on as "endsOn", f.zone,
  f.cut_off as "cutOff", f.place, f.currency, f.languages, f.genres, f.theme,
  lookup.pictures_of_festival(f.id) as pictures, f.version, f.created_at as "createdAt", f.published_at as "publishedAt"`;

/** A festival with its place in the public list: what is to come, the next first, then what is over. */
export interface RankedFestival {
  rank: number;
  festival: FestivalView;
}

/** The festivals that everyone may see, at a moment; one more than asked, where there is one. */
export async function listPublic(
  db: Kysely<Database>,
  now: Date,
  after: { rank: number; id: string } | null,
  limit: number,
): Promise<RankedFestival[]> {
  const { rows } = await sql<FestivalView & { rank: number }>`
    select ${view}, p.rank
    from lookup.public_festivals(${now}, ${after?.rank ?? null}, ${after?.id ?? null}, ${limit + 1}) p,
      lateral (select (p.festival).*) f
    order by p.rank, f.id`.execute(db);
  return rows.map(({ rank, ...festival }) => ({ rank, festival }));
}

/** The festivals in whose team a person is, the latest first; one more than asked, where there is one. */
export async function listOf(
  db: Kysely<Database>,
  personId: PersonId,
  after: { startsOn: string; id: string } | null,
  limit: number,
): Promise<FestivalView[]> {
  const { rows } = await sql<FestivalView>`
    select ${view} from lookup.festivals_of(${personId}, ${after?.startsOn ?? null}, ${after?.id ?? null}, ${limit + 1}) f`.execute(
    db,
  );
  return rows;
}

/** The festival of a person's that has an address, or had it before. */
export async function findMine(
  db: Kysely<Database>,
  personId: PersonId,
  slug: string,
): Promise<Pick<FestivalView, 'id' | 'slug'> | undefined> {
  const { rows } = await sql<Pick<FestivalView, 'id' | 'slug'>>`
    select mine.id, mine.slug from lookup.festivals_of(${personId}, null, null, null) mine
    where mine.slug = ${slug} or mine.id in (select id from lookup.festival_by_slug(${slug}))`.execute(db);
  return rows[0];
}

export async function findBySlug(db: Kysely<Database>, slug: string): Promise<FestivalView | undefined> {
  const { rows } = await sql<FestivalView>`select ${view} from lookup.festival_by_slug(${slug}) f`.execute(db);
  return rows[0];
}

const current = sql`from festival f where f.id = current_festival() and f.deleted_at is null`;

/** The transaction's own festival. */
export async function find(tx: Tx): Promise<FestivalView | undefined> {
  const { rows } = await sql<FestivalView>`select ${view} ${current}`.execute(tx);
  return rows[0];
}

/** The transaction's own festival, which nobody else changes until it ends; what refers to it (a basket, an order) need not wait. */
export async function lock(tx: Tx): Promise<FestivalView | undefined> {
  const { rows } = await sql<FestivalView>`select ${view} ${current} for no key update`.execute(tx);
  return rows[0];
}

export async function insert(tx: Tx, id: FestivalId, fields: FestivalFields, createdAt: Date): Promise<FestivalView> {
  const { rows } = await sql<FestivalView>`
    insert into festival as f (id, slug, name, tagline, description, starts_on, ends_on, zone, cut_off, place, currency, languages, genres, theme, created_at)
    values (${id}, ${values(fields)}, ${createdAt})
    returning ${view}`.execute(tx);
  return only(rows);
}

/** Writes all fields anew; the version goes up. */
export async function update(tx: Tx, fields: FestivalFields): Promise<FestivalView> {
  const { rows } = await sql<FestivalView>`
    update festival as f
    set (slug, name, tagline, description, starts_on, ends_on, zone, cut_off, place, currency, languages, genres, theme) = row (${values(fields)}),
      version = f.version + 1
    where f.id = current_festival()
    returning ${view}`.execute(tx);
  return only(rows);
}

/** Moves the festival on in its life; the first publication leaves its moment. */
export async function move(tx: Tx, to: FestivalStatus, now: Date): Promise<FestivalView> {
  const publishedAt = to === 'PUBLISHED' ? now : null;
  const { rows } = await sql<FestivalView>`
    update festival as f
    set status = ${to}, version = f.version + 1, published_at = coalesce(f.published_at, ${publishedAt})
    where f.id = current_festival()
    returning ${view}`.execute(tx);
  return only(rows);
}

const json = (value: object): RawBuilder<unknown> => sql`${JSON.stringify(value)}::jsonb`;

const values = (fields: FestivalFields) =>
  sql.join([
    fields.slug,
    fields.name,
    json(fields.tagline),
    json(fields.description),
    sql`${fields.startsOn}::date`,
    sql`${fields.endsOn}::date`,
    fields.zone,
    fields.cutOff,
    json(fields.place),
    fields.currency,
    sql`${fields.languages}::text[]`,
    sql`${fields.genres}::text[]`,
    json(fields.theme),
  ]);

function only<T>(rows: T[]): T {
  const [row] = rows;
  if (row === undefined) throw new Error('A statement that writes one row wrote none.');
  return row;
}
