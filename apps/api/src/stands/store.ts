import type { OpeningHours } from '@festivals/domain/places/opening-hours';
import type { MenuSection, NewProduct, Product, Stand } from '@festivals/domain/stands/contract';
import { sql } from 'kysely';
import type { z } from 'zod';
import type { Tx } from '../platform/transaction.ts';

type StandView = z.input<typeof Stand>;

/** A product as its row is, with the stand that offers it. */
export type ProductRow = z.input<typeof Product> & { standId: string };
type StandRow = Omit<StandView, 'products'>;
type EditableStand = {
  name: string;
  kind: string;
  placeId: string | null;
  hours: readonly OpeningHours[];
  sections: readonly MenuSection[];
};

// A product whose section its stand has taken off stands below no heading, until that section is back.
const sectionOf = sql`case when s.sections @> jsonb_build_array(jsonb_build_object('id', p.section_id)) then p.section_id end`;
const sectionRank = sql`
  (select heading.place from jsonb_array_elements(s.sections) with ordinality as heading(section, place)
    where heading.section->>'id' = p.section_id::text)`;

/** The festival's stands by kind and name, each with its products in the menu's order. */
export async function list(tx: Tx): Promise<StandView[]> {
  const { rows } = await sql<StandView>`
    select s.id, s.name, s.kind, s.place_id as "placeId", s.hours, s.sections, s.version,
      coalesce(jsonb_agg(
        jsonb_build_object('id', p.id, 'name', p.name, 'category', p.category, 'price', p.price, 'vat', p.vat,
          'deposit', p.deposit, 'diets', p.diets, 'allergens', p.allergens, 'sectionId', ${sectionOf}, 'order', p.sort_order, 'picture', v.view, 'version', p.version)
        order by ${sectionRank} nulls first, p.sort_order, p.id) filter (where p.id is not null), '[]') as products
    from stand s
    left join product p on p.festival_id = s.festival_id and p.stand_id = s.id and p.deleted_at is null
    left join picture_view v on v.festival_id = p.festival_id and v.id = p.picture_id
    where s.festival_id = current_festival() and s.deleted_at is null
    group by s.festival_id, s.id
    order by s.kind, s.name, s.id`.execute(tx);
  return rows;
}

/** One stand, held against changes until the end of the deed; undefined when it is not there any more. */
export async function lockStand(tx: Tx, id: string): Promise<StandRow | undefined> {
  const { rows } = await sql<StandRow>`
    select id, name, kind, place_id as "placeId", hours, sections, version from stand
    where festival_id = current_festival() and id = ${id} and deleted_at is null for update`.execute(tx);
  return rows[0];
}

type Held = { id: string; sections: MenuSection[] };

/** Keeps a stand and its sections as they are until the end of the deed; undefined when it is not there any more. */
export async function holdStand(tx: Tx, id: string): Promise<Held | undefined> {
  const { rows } = await sql<Held>`
    select id, sections from stand
    where festival_id = current_festival() and id = ${id} and deleted_at is null for share`.execute(tx);
  return rows[0];
}

/** Holds the stand that offers a product, before the product itself: as whoever holds a whole menu does. */
export async function holdStandOf(tx: Tx, productId: string): Promise<Held | undefined> {
  const { rows } = await sql<{ id: string }>`
    select stand_id as id from product where festival_id = current_festival() and id = ${productId}`.execute(tx);
  return rows[0] && holdStand(tx, rows[0].id);
}

export async function insertStand(tx: Tx, id: string, stand: EditableStand): Promise<void> {
  await sql`
    insert into stand (festival_id, id, name, kind, place_id, hours, sections)
    values (current_festival(), ${id}, ${stand.name}, ${stand.kind}, ${stand.placeId}, ${JSON.stringify(stand.hours)},
      ${JSON.stringify(stand.sections)})`.execute(tx);
}

export async function updateStand(tx: Tx, id: string, stand: EditableStand): Promise<void> {
  await sql`
    update stand set name = ${stand.name}, kind = ${stand.kind}, place_id = ${stand.placeId},
      hours = ${JSON.stringify(stand.hours)}, sections = ${JSON.stringify(stand.sections)}, version = version + 1
    where festival_id = current_festival() and id = ${id}`.execute(tx);
}

export async function removeStand(tx: Tx, id: string): Promise<void> {
  await sql`
    update stand set deleted_at = now(), version = version + 1
    where festival_id = current_festival() and id = ${id}`.execute(tx);
}

/** False when there is no such stand among those that were taken away. */
export const bringBackStand = (tx: Tx, id: string): Promise<boolean> => bringBack(tx, 'stand', id);

/** False when there is no such product among those that were taken away. */
export const bringBackProduct = (tx: Tx, id: string): Promise<boolean> => bringBack(tx, 'product', id);

async function bringBack(tx: Tx, what: 'stand' | 'product', id: string): Promise<boolean> {
  const back = await tx
    .updateTable(what)
    .set((set) => ({ deleted_at: null, version: set('version', '+', 1) }))
    .where('id', '=', id)
    .where('deleted_at', 'is not', null)
    .executeTakeFirst();
  return back.numUpdatedRows === 1n;
}

/** The products that a stand offers, in the menu's order. */
export const productsOf = (tx: Tx, standId: string): Promise<ProductRow[]> =>
  products(tx, sql`p.stand_id = ${standId} order by ${sectionRank} nulls first, p.sort_order, p.id`);

/** Products by id, held against changes until the end of the deed, always in one order: two deeds never wait for each other. */
export const lockProducts = (tx: Tx, ids: readonly string[]): Promise<ProductRow[]> =>
  products(tx, sql`p.id = any(${ids}::uuid[]) order by p.id for update of p`);

async function products(tx: Tx, rest: ReturnType<typeof sql>): Promise<ProductRow[]> {
  const { rows } = await sql<ProductRow>`
    select p.id, p.stand_id as "standId", p.name, p.category, p.price, p.vat, p.deposit, p.diets, p.allergens,
      ${sectionOf} as "sectionId", p.sort_order as "order", p.version,
      (select v.view from picture_view v where v.festival_id = p.festival_id and v.id = p.picture_id) as picture
    from product p join stand s on s.festival_id = p.festival_id and s.id = p.stand_id and s.deleted_at is null
    where p.festival_id = current_festival() and p.deleted_at is null and ${rest}`.execute(tx);
  return rows;
}

export type WrittenProduct = NewProduct & { id: string; standId: string };

const asRecords = (written: readonly WrittenProduct[]) => sql`
  jsonb_to_recordset(${JSON.stringify(written)}::jsonb) as x(id uuid, "standId" uuid, name jsonb, category text,
    price bigint, vat int, deposit bigint, diets text[], allergens text[], "sectionId" uuid, "order" int)`;

export async function insertProducts(tx: Tx, written: readonly WrittenProduct[]): Promise<void> {
  if (written.length === 0) return;
  await sql`
    insert into product (festival_id, id, stand_id, name, category, price, vat, deposit, diets, allergens, section_id, sort_order)
    select current_festival(), x.id, x."standId", x.name, x.category, x.price, x.vat, x.deposit, x.diets, x.allergens, x."sectionId", x."order"
    from ${asRecords(written)}`.execute(tx);
}

export async function updateProducts(tx: Tx, written: readonly WrittenProduct[]): Promise<void> {
  if (written.length === 0) return;
  await sql`
    update product p set stand_id = x."standId", name = x.name, category = x.category, price = x.price, vat = x.vat,
      deposit = x.deposit, diets = x.diets, allergens = x.allergens, section_id = x."sectionId", sort_order = x."order", version = p.version + 1
    from ${asRecords(written)}
    where p.festival_id = current_festival() and p.id = x.id`.execute(tx);
}

/** What is written in a sheet meanwhile stays what it was made from: the version is not touched. */
export async function showPicture(tx: Tx, id: string, pictureId: string | null): Promise<void> {
  await sql`
    update product set picture_id = ${pictureId}
    where festival_id = current_festival() and id = ${id}`.execute(tx);
}

export async function removeProducts(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await sql`
    update product set deleted_at = now(), version = version + 1
    where festival_id = current_festival() and id = any(${ids}::uuid[])`.execute(tx);
}

/** Holds every stand and product of the festival until the end of the deed: no menu changes meanwhile. */
export async function lockMenus(tx: Tx): Promise<void> {
  await sql`select from stand where festival_id = current_festival() order by id for update`.execute(tx);
  await sql`select from product where festival_id = current_festival() order by id for update`.execute(tx);
}
