import type { SharedQuota } from '@festivals/domain/ticketing/inventory-contract';
import { sql } from 'kysely';
import type { z } from 'zod';
import type { Tx } from '../platform/transaction.ts';

type View = z.input<typeof SharedQuota>;
type Ids = readonly string[];

const shared = (tx: Tx, rest: ReturnType<typeof sql>) =>
  sql<View>`
    select q.id, q.name, q.capacity, q.sold, q.held, q.version,
      array(select l.ticket_type_id from ticket_type_quota l
        where l.festival_id = q.festival_id and l.quota_id = q.id order by l.ticket_type_id) as "ticketTypeIds"
    from quota q where q.festival_id = current_festival() and q.shared ${rest}`.execute(tx);

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
    where t.festival_id = current_festival() and t.id = any(${sql.val([...typeIds])}::uuid[])
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

/** Says which types draw on a shared quota; their own quotas know whether any shared one follows them. */
export async function drawOn(tx: Tx, quotaId: string, { added, taken }: { added: Ids; taken: Ids }): Promise<void> {
  const [more, fewer, touched] = [added, taken, [...added, ...taken]].map((ids) => sql`${sql.val([...ids])}::uuid[]`);
  await sql`delete from ticket_type_quota
    where festival_id = current_festival() and quota_id = ${quotaId} and ticket_type_id = any(${fewer})`.execute(tx);
  await sql`insert into ticket_type_quota (festival_id, ticket_type_id, quota_id)
    select current_festival(), id, ${quotaId} from unnest(${more}) as id`.execute(tx);
  await sql`
    update quota q set linked = exists (
      select from ticket_type_quota l where l.festival_id = t.festival_id and l.ticket_type_id = t.id)
    from ticket_type t
    where t.festival_id = current_festival() and t.id = any(${touched}) and q.festival_id = t.festival_id
      and q.id = t.quota_id`.execute(tx);
}

export async function removeSharedQuota(tx: Tx, id: string): Promise<void> {
  await sql`delete from quota where festival_id = current_festival() and id = ${id} and shared`.execute(tx);
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
    left join quota q on q.festival_id = l.festival_id and q.id = l.quota_id
    where t.festival_id = current_festival() group by t.id, g.name`.execute(tx);
  return new Map(rows.map(({ id, ...facts }) => [id, facts]));
}
