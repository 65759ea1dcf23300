import type { TicketOption } from '@festivals/domain/ticketing/inventory-contract';
import { sql } from 'kysely';
import type { z } from 'zod';
import type { Tx } from '../../platform/transaction.ts';

type View = z.input<typeof TicketOption>;
type Written = Omit<View, 'version' | 'capacity'> & { quotaId: string | null };

const rows = (tx: Tx, rest: ReturnType<typeof sql>) =>
  sql<View>`
    select o.id, o.kind, o.name, o.description, o.price, o.vat, q.capacity, o.needs_ticket as "needsTicket", o.most,
      o.max_per_person as "maxPerPerson", o.ticket_type_ids as "ticketTypeIds", o.sort_order as "order", o.version
    from ticket_option o left join quota q on q.festival_id = o.festival_id and q.id = o.quota_id
    where o.festival_id = current_festival() and o.deleted_at is null ${rest}`.execute(tx);

export const options = async (tx: Tx): Promise<View[]> => (await rows(tx, sql`order by o.sort_order, o.id`)).rows;

/** One option, held against changes until the end of the deed. */
export const lockOption = async (tx: Tx, id: string): Promise<View | undefined> =>
  (await rows(tx, sql`and o.id = ${id} for update of o`)).rows[0];

export async function insertOption(tx: Tx, option: Written): Promise<void> {
  await sql`
    insert into ticket_option (festival_id, id, kind, name, description, price, vat, quota_id, needs_ticket, most,
      max_per_person, ticket_type_ids, sort_order)
    values (current_festival(), ${option.id}, ${option.kind}, ${JSON.stringify(option.name)},
      ${JSON.stringify(option.description)}, ${option.price}, ${option.vat}, ${option.quotaId}, ${option.needsTicket},
      ${option.most}, ${option.maxPerPerson}, ${sql.val(option.ticketTypeIds)}::uuid[], ${option.order})`.execute(tx);
}

export async function updateOption(tx: Tx, option: Written): Promise<void> {
  await sql`
    update ticket_option set kind = ${option.kind}, name = ${JSON.stringify(option.name)},
      description = ${JSON.stringify(option.description)}, price = ${option.price}, vat = ${option.vat},
      quota_id = ${option.quotaId}, needs_ticket = ${option.needsTicket}, most = ${option.most},
      max_per_person = ${option.maxPerPerson}, ticket_type_ids = ${sql.val(option.ticketTypeIds)}::uuid[], sort_order = ${option.order}, version = version + 1
    where festival_id = current_festival() and id = ${option.id}`.execute(tx);
}

export async function removeOption(tx: Tx, id: string): Promise<void> {
  await sql`
    update ticket_option set deleted_at = now(), version = version + 1
    where festival_id = current_festival() and id = ${id}`.execute(tx);
}

/** False when there is no such option among those that were taken away. */
export async function bringBackOption(tx: Tx, id: string): Promise<boolean> {
  const { rows: back } = await sql`
    update ticket_option set deleted_at = null, version = version + 1
    where festival_id = current_festival() and id = ${id} and deleted_at is not null returning id`.execute(tx);
  return back.length === 1;
}

/** The quota that counts an option; null where there are as many as are wanted. */
export async function quotaOfOption(tx: Tx, id: string): Promise<string | null> {
  const { rows: found } = await sql<{ quotaId: string | null }>`
    select quota_id as "quotaId" from ticket_option where festival_id = current_festival() and id = ${id}`.execute(tx);
  return found[0]?.quotaId ?? null;
}

/** How many are left of what is counted. */
export async function optionsLeft(tx: Tx): Promise<Map<string, number>> {
  const { rows: left } = await sql<{ id: string; free: number }>`
    select o.id, q.capacity - q.sold - q.held as free from ticket_option o
    join quota q on q.festival_id = o.festival_id and q.id = o.quota_id where o.festival_id = current_festival()`.execute(
    tx,
  );
  return new Map(left.map(({ id, free }) => [id, free]));
}

/** Those of some ticket types that the festival never had: what names one that was taken away names it still, should it come back. */
export async function unknownTypes(tx: Tx, ids: readonly string[]): Promise<string[]> {
  const { rows: unknown } = await sql<{ id: string }>`
    select wanted.id from unnest(${sql.val([...ids])}::uuid[]) as wanted(id)
    where not exists (select from ticket_type t where t.festival_id = current_festival() and t.id = wanted.id)`.execute(
    tx,
  );
  return unknown.map(({ id }) => id);
}
