import type { SharedQuota } from '@festivals/domain/ticketing/inventory-contract';
import { sql } from 'kysely';
import type { z } from 'zod';
import type { Tx } from '../../platform/transaction.ts';

type View = z.input<typeof SharedQuota>;
type Ids = readonly string[];

const shared = (tx: Tx, rest: ReturnType<typeof sql>) =>
  sql<View>`
    select q.id, q.name, q.capacity, q.sold, q.held, q.version,
      array(select l.ticket_type_id from ticket_type_quota l
        join ticket_type t on t.festival_id = l.festival_id and t.id = l.ticket_type_id and t.deleted_at is null
        where l.festival_id = q.festival_id and l.quota_id = q.id order by l.ticket_type_id) as "ticketTypeIds"
    from quota q where q.festival_id = current_festival() and q.shared and q.deleted_at is null ${rest}`.execute(tx);

export const sharedQuotas = async (tx: Tx): Promise<View[]> => (await shared(tx, sql`order by lower(q.name)`)).rows;

export const sharedQuota = async (tx: Tx, id: string): Promise<View | undefined> =>
  (await shared(tx, sql`and q.id = ${id}`)).rows[0];

export interface Count {
  sold: number;
  held: number;
}

/**
 * The types' own counts, held against buyers until the end of the deed, and after them every shared quota: the order in
 * which sales take them. A type that is not there is not in the answer.
 */
export async function lockCounts(tx: Tx, typeIds: Ids): Promise<Map<string, Count>> {
  const { rows } = await sql<Count & { id: string }>`
    select t.id, q.sold, q.held from ticket_type t join quota q on q.festival_id = t.festival_id and q.id = t.quota_id
    where t.festival_id = current_festival() and t.id = any(${sql.val([...typeIds])}::uuid[]) and t.deleted_at is null
    order by q.id for no key update of q`.execute(tx);
  await sql`select from quota where festival_id = current_festival() and shared order by id for no key update`.execute(
    tx,
  );
  return new Map(rows.map(({ id, ...count }) => [id, count]));
}

export async function insertSharedQuota(
  tx: Tx,
  quota: { id: string; name: string; capacity: number; counts: Count },
): Promise<void> {
  const { id, name, capacity, counts } = quota;
  await sql`
    insert into quota (festival_id, id, name, shared, capacity, sold, held)
    values (current_festival(), ${id}, ${name}, true, ${capacity}, ${counts.sold}, ${counts.held})`.execute(tx);
}

export async function updateSharedQuota(
  tx: Tx,
  quota: { id: string; name: string; capacity: number; more: Count },
): Promise<void> {
  const { id, name, capacity, more } = quota;
  await sql`
    update quota set name = ${name}, capacity = ${capacity}, sold = sold + ${more.sold}, held = held + ${more.held},
      version = version + 1
    where festival_id = current_festival() and id = ${id} and shared`.execute(tx);
}

/** Says which types draw on a shared quota. */
export async function drawOn(tx: Tx, quotaId: string, { added, taken }: { added: Ids; taken: Ids }): Promise<void> {
  const [more, fewer] = [added, taken].map((ids) => sql`${sql.val([...ids])}::uuid[]`);
  await sql`delete from ticket_type_quota
    where festival_id = current_festival() and quota_id = ${quotaId} and ticket_type_id = any(${fewer})`.execute(tx);
  await sql`insert into ticket_type_quota (festival_id, ticket_type_id, quota_id)
    select current_festival(), id, ${quotaId} from unnest(${more}) as id`.execute(tx);
  await tellOwn(tx, quotaId, taken);
}

/** Tells the own quotas of its types, and of those that it no longer counts, whether any shared one follows them. */
async function tellOwn(tx: Tx, quotaId: string, taken: Ids): Promise<void> {
  await sql`
    update quota q set linked = exists (
      select from ticket_type_quota l join quota s on s.festival_id = l.festival_id and s.id = l.quota_id and s.deleted_at is null
      where l.festival_id = t.festival_id and l.ticket_type_id = t.id)
    from ticket_type t
    where t.festival_id = current_festival() and q.festival_id = t.festival_id and q.id = t.quota_id
      and (t.id = any(${sql.val([...taken])}::uuid[]) or exists (
        select from ticket_type_quota l where l.festival_id = t.festival_id and l.ticket_type_id = t.id and l.quota_id = ${quotaId}))`.execute(
    tx,
  );
}

/** Which types draw on it stays known, for when it comes back. */
export async function removeSharedQuota(tx: Tx, id: string): Promise<void> {
  await sql`
    update quota set deleted_at = now(), version = version + 1
    where festival_id = current_festival() and id = ${id} and shared`.execute(tx);
  await tellOwn(tx, id, []);
}

/** The types that drew on a shared quota that was taken away; undefined where none such was. */
export async function typesOfRemoved(tx: Tx, id: string): Promise<string[] | undefined> {
  const { rows } = await sql<{ ticketTypeIds: string[] }>`
    select array(select l.ticket_type_id from ticket_type_quota l
      join ticket_type t on t.festival_id = l.festival_id and t.id = l.ticket_type_id and t.deleted_at is null
      where l.festival_id = q.festival_id and l.quota_id = q.id order by l.ticket_type_id) as "ticketTypeIds"
    from quota q where q.festival_id = current_festival() and q.id = ${id} and q.shared and q.deleted_at is not null`.execute(
    tx,
  );
  return rows[0]?.ticketTypeIds;
}

/** Brings a shared quota back with what its types count by now; false where it is too small for that. */
export async function bringBackSharedQuota(tx: Tx, id: string, { sold, held }: Count): Promise<boolean> {
  const { rows } = await sql`
    update quota set deleted_at = null, sold = ${sold}, held = ${held}, version = version + 1
    where festival_id = current_festival() and id = ${id} and shared and deleted_at is not null
      and capacity >= ${sold + held} returning id`.execute(tx);
  if (rows.length === 0) return false;
  await tellOwn(tx, id, []);
  return true;
}

/** What the shop must know beside a type's own quota: its heading, and the least that is left in a quota it shares. */
export async function offerFacts(
  tx: Tx,
): Promise<Map<string, { group: Record<string, string> | null; free: number | null }>> {
  const { rows } = await sql<{ id: string; group: Record<string, string> | null; free: number | null }>`
    select t.id, g.name as "group", min(q.capacity - q.sold - q.held) as free
    from ticket_type t
    left join ticket_group g on g.festival_id = t.festival_id and g.id = t.group_id
    left join ticket_type_quota l on l.festival_id = t.festival_id and l.ticket_type_id = t.id
    left join quota q on q.festival_id = l.festival_id and q.id = l.quota_id and q.deleted_at is null
    where t.festival_id = current_festival() group by t.id, g.name`.execute(tx);
  return new Map(rows.map(({ id, ...facts }) => [id, facts]));
}
