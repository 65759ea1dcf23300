import type { LibraryPicture, PictureFormat } from '@festivals/domain/media/contract';
import { sql, type Kysely } from 'kysely';
import type { Database } from '@festivals/database';
import type { FestivalId } from '@festivals/domain/primitives';
import type { z } from 'zod';
import type { Tx } from '../platform/transaction.ts';

export type PictureView = z.input<typeof LibraryPicture>;

/** A picture with what only the server knows of it. */
export interface PictureRow {
  id: string;
  address: string;
  widths: number[];
  formats: PictureFormat[];
  isDeleted: boolean;
  /** Where its files lie as long as it has none of its own. */
  copyOf: string | null;
}

const view = sql<PictureView>`
  v.view || jsonb_build_object('name', p.name, 'bytes', p.bytes, 'processing', p.processing, 'version', p.version,
    'uploadedAt', iso(p.uploaded_at),
    'uses', coalesce((select jsonb_agg(jsonb_build_object('kind', u.kind, 'subjectId', u.subject_id, 'label', u.label) order by u.kind, u.subject_id)
      from picture_use u where u.festival_id = p.festival_id and u.picture_id = p.id), '[]'))`;
const shown = sql`picture p join picture_view v on v.festival_id = p.festival_id and v.id = p.id`;
const isUnused = sql`not exists (select from picture_use u where u.festival_id = p.festival_id and u.picture_id = p.id)`;

/** Pictures, the latest first, one more than asked, where there is one. */
export async function list(
  tx: Tx,
  wanted: { search: string; unused: boolean; after: string | null; limit: number },
): Promise<PictureView[]> {
  const { search, unused, after, limit } = wanted;
  const holds = (text: ReturnType<typeof sql>) => sql`position(lower(${search}) in lower(${text})) > 0`;
  const { rows } = await sql<{ picture: PictureView }>`
    select ${view} as picture from ${shown}
    where p.festival_id = current_festival()
      and (${after}::uuid is null or p.id < ${after})
      and (not ${unused} or ${isUnused})
      and (${search} = '' or ${holds(sql`concat_ws(' ', p.name, p.credit, (select string_agg(value, ' ') from jsonb_each_text(p.alt)))`)}
        or exists (select from picture_use u where u.festival_id = p.festival_id and u.picture_id = p.id and ${holds(sql`u.label::text`)}))
    order by p.id desc limit ${limit + 1}`.execute(tx);
  return rows.map(({ picture }) => picture);
}

/** What the pictures of the library are called. */
export const names = (tx: Tx): Promise<{ id: string; name: string }[]> =>
  tx.selectFrom('picture').select(['id', 'name']).where('deleted_at', 'is', null).orderBy('id').execute();

/** One picture as the library shows it; undefined where it was taken away. */
export async function find(tx: Tx, id: string): Promise<PictureView | undefined> {
  const { rows } = await sql<{ picture: PictureView }>`
    select ${view} as picture from ${shown} where p.festival_id = current_festival() and p.id = ${id}`.execute(tx);
  return rows[0]?.picture;
}

const row = sql`p.id, p.address, p.widths, p.formats, p.deleted_at is not null as "isDeleted", p.copy_of as "copyOf"`;

/** A picture by its id, held against changes until the end of the deed, also one that was taken away. */
export async function lock(tx: Tx, id: string): Promise<PictureRow | undefined> {
  const { rows } = await sql<PictureRow>`
    select ${row} from picture p where p.festival_id = current_festival() and p.id = ${id} for update`.execute(tx);
  return rows[0];
}

/** The picture that came from this very file, held likewise. */
export async function lockByHash(tx: Tx, hash: Buffer): Promise<PictureRow | undefined> {
  const { rows } = await sql<PictureRow>`
    select ${row} from picture p where p.festival_id = current_festival() and p.hash = ${hash} for update`.execute(tx);
  return rows[0];
}

/** Until the transaction ends nobody else adds to this festival's library: what is left of its room stays what it was. */
export async function lockLibrary(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('media ' || current_festival(), 0))`.execute(tx);
}

export interface Space {
  used: number;
  pictures: number;
  unused: number;
}

export async function space(tx: Tx): Promise<Space> {
  const { rows } = await sql<Space>`
    select coalesce(sum(p.bytes), 0)::bigint as used, count(*) as pictures, count(*) filter (where ${isUnused}) as unused
    from picture p where p.festival_id = current_festival() and p.deleted_at is null`.execute(tx);
  return rows[0] ?? { used: 0, pictures: 0, unused: 0 };
}

export interface NewPicture {
  id: string;
  hash: Buffer;
  address: string;
  name: string;
  width: number;
  height: number;
  widths: number[];
  bytes: number;
  placeholder: string | null;
}

export async function insert(tx: Tx, picture: NewPicture): Promise<void> {
  const { id, hash, address, name, width, height, widths, bytes, placeholder } = picture;
  await sql`
    insert into picture (festival_id, id, hash, address, name, width, height, widths, bytes, placeholder)
    values (current_festival(), ${id}, ${hash}, ${address}, ${name}, ${width}, ${height}, ${widths}::int[], ${bytes}, ${placeholder})`.execute(
    tx,
  );
}

export interface Editable {
  name: string;
  alt: object;
  credit: string;
  focus: { x: number; y: number };
}

export async function update(tx: Tx, id: string, { name, alt, credit, focus }: Editable): Promise<void> {
  await sql`
    update picture set name = ${name}, alt = ${JSON.stringify(alt)}, credit = ${credit}, focus_x = ${focus.x}, focus_y = ${focus.y},
      version = version + 1
    where festival_id = current_festival() and id = ${id}`.execute(tx);
}

export async function remove(tx: Tx, id: string, at: Date): Promise<void> {
  await sql`
    update picture set deleted_at = ${at}, version = version + 1
    where festival_id = current_festival() and id = ${id}`.execute(tx);
}

/** Brings a picture back; it counts as newly come, so that it is not taken for one that nobody has wanted for long. */
export async function revive(tx: Tx, id: string, at: Date): Promise<void> {
  await sql`
    update picture set deleted_at = null, released_at = ${at}, version = version + 1
    where festival_id = current_festival() and id = ${id}`.execute(tx);
}

export const isShown = async (tx: Tx, id: string): Promise<boolean> =>
  (
    await sql`select from picture p where p.festival_id = current_festival() and p.id = ${id} and not ${isUnused}`.execute(
      tx,
    )
  ).rows.length > 0;

/** Forgets a picture. */
export async function erase(tx: Tx, id: string): Promise<void> {
  await sql`delete from picture where festival_id = current_festival() and id = ${id}`.execute(tx);
}

/** Takes on the making of a picture's smaller formats; undefined when somebody else has, or it is done. */
export async function takeOn(tx: Tx, id: string, at: Date, takenOnBefore: Date): Promise<PictureRow | undefined> {
  const { rows } = await sql<PictureRow>`
    update picture p set taken_on_at = ${at}
    where p.festival_id = current_festival() and p.id = ${id} and p.processing and p.deleted_at is null
      and (p.taken_on_at is null or p.taken_on_at < ${takenOnBefore})
    returning ${row}`.execute(tx);
  return rows[0];
}

/** Notes that a copy has files of its own, and whether more is to be made of them; false when it is not there any more. */
export async function settleCopy(
  tx: Tx,
  id: string,
  formats: readonly PictureFormat[],
  processing: boolean,
): Promise<boolean> {
  const { rows } = await sql`
    update picture set copy_of = null, taken_on_at = null, processing = ${processing}, formats = ${formats}::text[]
    where festival_id = current_festival() and id = ${id} returning id`.execute(tx);
  return rows.length > 0;
}

/** Notes which formats there are now; false when the picture is not there any more. */
export async function finish(
  tx: Tx,
  id: string,
  formats: readonly PictureFormat[],
  moreBytes: number,
): Promise<boolean> {
  const { rows } = await sql`
    update picture set processing = false, formats = ${formats}::text[], bytes = bytes + ${moreBytes}
    where festival_id = current_festival() and id = ${id} returning id`.execute(tx);
  return rows.length > 0;
}

export interface Located {
  festivalId: FestivalId;
  id: string;
}

export async function toFinish(db: Kysely<Database>, takenOnBefore: Date, most: number): Promise<Located[]> {
  const { rows } = await sql<Located>`
    select festival_id as "festivalId", id from lookup.pictures_to_finish(${takenOnBefore}, ${most})`.execute(db);
  return rows;
}

export async function toErase(
  db: Kysely<Database>,
  { deletedBefore, unusedBefore, most }: { deletedBefore: Date; unusedBefore: Date; most: number },
): Promise<Located[]> {
  const { rows } = await sql<Located>`
    select festival_id as "festivalId", id from lookup.pictures_to_erase(${deletedBefore}, ${unusedBefore}, ${most})`.execute(
    db,
  );
  return rows;
}

/** Those of the addresses that belong to a picture of any festival. */
export async function known(db: Kysely<Database>, addresses: readonly string[]): Promise<Set<string>> {
  const { rows } = await sql<{ address: string }>`
    select address from lookup.known_addresses(${addresses}::text[]) as address`.execute(db);
  return new Set(rows.map(({ address }) => address));
}
