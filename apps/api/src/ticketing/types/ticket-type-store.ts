import type { TicketType } from '@festivals/domain/ticketing/schemas';
import { sql } from 'kysely';
import type { z } from 'zod';
import type { Tx } from '../../platform/transaction.ts';

type View = z.input<typeof TicketType>;
/** What can be written of a type; the quota is written apart. */
type Editable = Pick<
  View,
  | 'name'
  | 'description'
  | 'price'
  | 'vat'
  | 'minPerOrder'
  | 'maxPerOrder'
  | 'maxPerPerson'
  | 'order'
  | 'hidden'
  | 'disclosure'
  | 'fewLeftBelow'
  | 'onSaleFrom'
  | 'onSaleUntil'
  | 'namesPrice'
> & { tiers: readonly Stored[]; variations: readonly Stored[] };
/** A step or a variation with the quota that counts it. */
export type Stored = object & { quotaId: string | null };

/** Steps or variations, with how many of each are sold or held. */
const seen = <Part extends 'tiers' | 'variations'>(part: Part) =>
  sql<View[Part]>`(
    select coalesce(jsonb_agg(p.part - 'quotaId' || jsonb_build_object('taken', q.sold + q.held) order by p.nth), '[]')
    from jsonb_array_elements(${sql.ref(`t.${part}`)}) with ordinality as p (part, nth)
    left join quota q on q.festival_id = t.festival_id and q.id = (p.part->>'quotaId')::uuid)`.as(part);

/** Steps and variations as they are stored. */
export async function countedParts(tx: Tx, id: string) {
  const { rows } = await sql<{ tiers: (Stored & { id: string })[]; variations: (Stored & { id: string })[] }>`
    select tiers, variations from ticket_type where festival_id = current_festival() and id = ${id}`.execute(tx);
  return rows[0] ?? { tiers: [], variations: [] };
}

const typesWithQuota = (tx: Tx) =>
  tx
    .selectFrom('ticket_type as t')
    .where('t.deleted_at', 'is', null)
    .innerJoin('quota as q', (join) =>
      join.onRef('q.festival_id', '=', 't.festival_id').onRef('q.id', '=', 't.quota_id'),
    )
    .select([
      't.id',
      't.name',
      't.description',
      't.price',
      't.vat',
      't.min_per_order as minPerOrder',
      't.max_per_order as maxPerOrder',
      't.max_per_person as maxPerPerson',
      't.sort_order as order',
      't.hidden',
      't.disclosure',
      't.few_left_below as fewLeftBelow',
      't.on_sale_from as onSaleFrom',
      't.on_sale_until as onSaleUntil',
      't.names_price as namesPrice',
      't.version',
      seen('tiers'),
      seen('variations'),
      sql<View['quota']>`jsonb_build_object('id', q.id, 'capacity', q.capacity, 'sold', q.sold, 'held', q.held)`.as(
        'quota',
      ),
    ])
    // The columns are the schema's, and jsonb holds what the schema let in.
    .$castTo<View>();

export const ticketTypes = (tx: Tx): Promise<View[]> =>
  typesWithQuota(tx)
    .leftJoin('ticket_group as g', (join) =>
      join.onRef('g.festival_id', '=', 't.festival_id').onRef('g.id', '=', 't.group_id'),
    )
    .orderBy('g.sort_order', (order) => order.asc().nullsFirst())
    .orderBy('t.sort_order')
    .orderBy('t.created_at')
    .orderBy('t.id')
    .execute();

export const ticketType = (tx: Tx, id: string): Promise<View | undefined> =>
  typesWithQuota(tx).where('t.id', '=', id).executeTakeFirst();

/** Lets baskets refer to the type meanwhile: a stronger lock would wait for buyers who wait for the quota that is resized next. */
export const lockTicketType = (tx: Tx, id: string): Promise<View | undefined> =>
  typesWithQuota(tx).where('t.id', '=', id).forNoKeyUpdate('t').executeTakeFirst();

export async function insertQuota(tx: Tx, quota: { festivalId: string; id: string; capacity: number }): Promise<void> {
  await tx
    .insertInto('quota')
    .values({ festival_id: quota.festivalId, id: quota.id, capacity: quota.capacity })
    .execute();
}

export async function insertTicketType(
  tx: Tx,
  type: Editable & { festivalId: string; id: string; quotaId: string },
): Promise<void> {
  await tx
    .insertInto('ticket_type')
    .values({ festival_id: type.festivalId, id: type.id, quota_id: type.quotaId, ...columns(type) })
    .execute();
}

export async function updateTicketType(
  tx: Tx,
  id: string,
  changes: { [K in keyof Editable]?: Editable[K] | undefined },
): Promise<void> {
  await tx
    .updateTable('ticket_type')
    .set((set) => ({ ...definedColumns(changes), version: set('version', '+', 1) }))
    .where('id', '=', id)
    .execute();
}

/** False when fewer places would be left than are sold and held. */
export async function resizeQuota(tx: Tx, id: string, capacity: number): Promise<boolean> {
  const resized = await tx
    .updateTable('quota')
    .set({ capacity })
    .where('id', '=', id)
    .where(sql<boolean>`sold + held <= ${capacity}`)
    .executeTakeFirst();
  return resized.numUpdatedRows === 1n;
}

const columns = (type: Editable) => ({
  name: JSON.stringify(type.name),
  description: JSON.stringify(type.description),
  price: type.price,
  vat: type.vat,
  min_per_order: type.minPerOrder,
  max_per_order: type.maxPerOrder,
  max_per_person: type.maxPerPerson,
  hidden: type.hidden,
  disclosure: type.disclosure,
  few_left_below: type.fewLeftBelow,
  sort_order: type.order,
  on_sale_from: type.onSaleFrom,
  on_sale_until: type.onSaleUntil,
  names_price: type.namesPrice,
  tiers: JSON.stringify(type.tiers),
  variations: JSON.stringify(type.variations),
});

const definedColumns = (changes: { [K in keyof Editable]?: Editable[K] | undefined }) =>
  Object.fromEntries(
    Object.entries({
      name: changes.name && JSON.stringify(changes.name),
      description: changes.description && JSON.stringify(changes.description),
      price: changes.price,
      vat: changes.vat,
      min_per_order: changes.minPerOrder,
      max_per_order: changes.maxPerOrder,
      max_per_person: changes.maxPerPerson,
      hidden: changes.hidden,
      disclosure: changes.disclosure,
      few_left_below: changes.fewLeftBelow,
      sort_order: changes.order,
      on_sale_from: changes.onSaleFrom,
      on_sale_until: changes.onSaleUntil,
      names_price: changes.namesPrice,
      tiers: changes.tiers && JSON.stringify(changes.tiers),
      variations: changes.variations && JSON.stringify(changes.variations),
    }).filter(([, value]) => value !== undefined),
  );
