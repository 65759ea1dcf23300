import type { CodeFilter } from '@festivals/domain/ticketing/pricing/contract';
import type { CodeUse, PromoCode } from '@festivals/domain/ticketing/pricing/code-schemas';
import { type RawBuilder, sql } from 'kysely';
import { z } from 'zod';
import type { Tx } from '../../platform/transaction.ts';

export type CodeView = z.input<typeof PromoCode>;
/** What is written of a code; its numbers are quotas, written apart. */
export type Written = Omit<CodeView, 'used' | 'held' | 'spent' | 'createdAt' | 'version' | 'uses' | 'budget'> & {
  usesQuotaId: string | null;
  budgetQuotaId: string | null;
};
type Quotas = Pick<Written, 'usesQuotaId' | 'budgetQuotaId'>;

/** What is counted: uses by the code's orders, so that a code without a limit is counted as well. */
const counted = sql`
  cross join lateral (
    select count(*) filter (where o.status in ('PAID', 'REFUNDED'))::int as used,
      count(*) filter (where b.status = 'HELD' or o.status = 'AWAITING_PAYMENT')::int as held,
      coalesce(sum(u.amount) filter (where o.status in ('PAID', 'REFUNDED')), 0)::bigint as spent
    from basket_code u join basket b on b.festival_id = u.festival_id and b.id = u.basket_id
    left join ticket_order o on o.festival_id = u.festival_id and o.basket_id = u.basket_id
    where u.festival_id = c.festival_id and u.code_id = c.id
  ) as n
  left join quota q on q.festival_id = c.festival_id and q.id = c.uses_quota_id
  left join quota g on g.festival_id = c.festival_id and g.id = c.budget_quota_id`;

const view = sql`
  c.id, c.code::text, c.note, c.effect, c.value, c.per, c.ticket_type_ids as "ticketTypeIds", c.opens as unlocks, c.most_tickets as "mostTickets",
  c.valid_from as "validFrom", c.valid_until as "validUntil", c.stacks, c.with_discounts as "withDiscounts", c.per_person as "perPerson",
  c.disabled, q.capacity as uses, g.capacity as budget, n.used, n.held, n.spent, c.created_at as "createdAt", c.version`;

/** Where a page of codes ends: what it is sorted by (microseconds or the code), and the code's id. */
export const CodePlace = z.tuple([
  z.union([
    z.int(),
    z
      .string()
      .max(60)
      .refine((code) => !code.includes('\0')),
  ]),
  z.uuid(),
]);
export type CodePlace = z.output<typeof CodePlace>;
export type CodeRow = CodeView & { key: number | string };

const sorts = {
  created: {
    column: sql`c.created_at`,
    key: sql`(extract(epoch from c.created_at) * 1000000)::bigint`,
    at: (key: number | string) =>
      sql`timestamptz 'epoch' + ${Math.trunc(Number(key)) || 0}::bigint * interval '1 microsecond'`,
  },
  code: { column: sql`c.code`, key: sql`c.code::text`, at: (key: number | string) => sql`${String(key)}::citext` },
};

const usedUp = sql`(exists (select from quota f where f.festival_id = c.festival_id and f.id = c.uses_quota_id and f.sold + f.held >= f.capacity)
  or exists (select from quota f where f.festival_id = c.festival_id and f.id = c.budget_quota_id and f.sold + f.held >= f.capacity))`;
const states: Record<NonNullable<z.output<typeof CodeFilter>['state']>, RawBuilder<unknown>> = {
  open: sql`and not c.disabled and (c.valid_until is null or c.valid_until > now()) and not ${usedUp}`,
  spent: sql`and ${usedUp}`,
  over: sql`and c.valid_until <= now()`,
  disabled: sql`and c.disabled`,
};

export async function codePage(
  tx: Tx,
  { search, state, sort, descending }: z.output<typeof CodeFilter>,
  after: CodePlace | null,
  most: number,
): Promise<CodeRow[]> {
  const { column, key, at } = sorts[sort];
  const direction = descending ? sql`desc` : sql`asc`;
  const beyond =
    after && sql`and (${column}, c.id) ${descending ? sql`<` : sql`>`} (${at(after[0])}, ${after[1]}::uuid)`;
  const sought = search?.replaceAll(/[\\%_]/g, String.raw`\$&`);
  const { rows } = await sql<CodeRow>`
    select ${view}, c.key from (
      select c.*, ${key} as key from promo_code c where c.festival_id = current_festival()
        ${sought ? sql`and (c.code::text ilike ${`%${sought}%`} or c.note ilike ${`%${sought}%`})` : sql``}
        ${state ? states[state] : sql``} ${beyond ?? sql``}
      order by ${column} ${direction}, c.id ${direction} limit ${most}
    ) as c ${counted}
    order by ${column} ${direction}, c.id ${direction}`.execute(tx);
  return rows;
}

export async function findCode(tx: Tx, id: string): Promise<CodeView | undefined> {
  const { rows } = await sql<CodeView>`
    select ${view} from promo_code c ${counted} where c.festival_id = current_festival() and c.id = ${id}`.execute(tx);
  return rows[0];
}

/** A code held against changes until the end of the deed, with the quotas that count it. */
export async function lockCode(tx: Tx, id: string): Promise<(CodeView & Quotas) | undefined> {
  const { rows } = await sql<Quotas>`
    select uses_quota_id as "usesQuotaId", budget_quota_id as "budgetQuotaId" from promo_code
    where festival_id = current_festival() and id = ${id} for no key update`.execute(tx);
  const code = rows[0] && (await findCode(tx, id));
  return code && rows[0] && { ...code, ...rows[0] };
}

/** Writes new codes; one that exists already is left out. Returns how many were written. */
export async function insertCodes(tx: Tx, codes: readonly Written[]): Promise<number> {
  const { rows } = await sql`
    insert into promo_code (festival_id, id, code, note, effect, value, per, ticket_type_ids, opens, most_tickets, valid_from, valid_until,
      stacks, with_discounts, per_person, uses_quota_id, budget_quota_id, disabled)
    select current_festival(), id, code, note, effect, value, per, "ticketTypeIds", unlocks, "mostTickets", "validFrom", "validUntil", stacks,
      "withDiscounts", "perPerson", "usesQuotaId", "budgetQuotaId", disabled
    from jsonb_to_recordset(${JSON.stringify(codes)}::jsonb) as c (id uuid, code citext, note text, effect text, value bigint, per text,
      "ticketTypeIds" uuid[], unlocks uuid[], "mostTickets" int, "validFrom" timestamptz, "validUntil" timestamptz, stacks boolean,
      "withDiscounts" boolean, "perPerson" int, "usesQuotaId" uuid, "budgetQuotaId" uuid, disabled boolean)
    on conflict on constraint promo_code_unique do nothing returning 1`.execute(tx);
  return rows.length;
}

export async function updateCode(tx: Tx, code: Written): Promise<void> {
  await sql`
    update promo_code set code = ${code.code}, note = ${code.note}, effect = ${code.effect}, value = ${code.value}, per = ${code.per},
      ticket_type_ids = ${sql.val([...code.ticketTypeIds])}::uuid[], opens = ${sql.val([...code.unlocks])}::uuid[],
      most_tickets = ${code.mostTickets}, valid_from = ${code.validFrom}, valid_until = ${code.validUntil}, stacks = ${code.stacks},
      with_discounts = ${code.withDiscounts}, per_person = ${code.perPerson}, uses_quota_id = ${code.usesQuotaId},
      budget_quota_id = ${code.budgetQuotaId}, disabled = ${code.disabled}, version = version + 1
    where festival_id = current_festival() and id = ${code.id}`.execute(tx);
}

/** Quotas of nothing sold yet. */
export async function insertQuotas(tx: Tx, quotas: readonly { id: string; capacity: number }[]): Promise<void> {
  if (quotas.length === 0) return;
  await sql`
    insert into quota (festival_id, id, capacity) select current_festival(), id, capacity
    from jsonb_to_recordset(${JSON.stringify(quotas)}::jsonb) as q (id uuid, capacity int)`.execute(tx);
}

export type UseView = z.input<typeof CodeUse>;
export const UsePlace = z.tuple([z.iso.datetime(), z.uuid()]);

/** Orders that used a code, the newest first. */
export async function codeUses(
  tx: Tx,
  codeId: string,
  after: z.output<typeof UsePlace> | null,
  most: number,
): Promise<UseView[]> {
  const beyond = after && sql`and (date_trunc('milliseconds', o.placed_at), o.id) < (${after[0]}, ${after[1]}::uuid)`;
  const { rows } = await sql<UseView>`
    select o.id as "orderId", o.reference, o.name, o.email::text, o.status, date_trunc('milliseconds', o.placed_at) as "placedAt", u.amount
    from basket_code u join ticket_order o on o.festival_id = u.festival_id and o.basket_id = u.basket_id
    where u.festival_id = current_festival() and u.code_id = ${codeId} ${beyond ?? sql``}
    order by date_trunc('milliseconds', o.placed_at) desc, o.id desc limit ${most}`.execute(tx);
  return rows;
}

/** One of these codes whose uses are counted by address, if there is one. */
export async function codeCountedByAddress(tx: Tx, codes: readonly { id: string }[]): Promise<string | undefined> {
  if (codes.length === 0) return undefined;
  const { rows } = await sql<{ code: string }>`
    select code::text from promo_code where festival_id = current_festival() and per_person is not null
      and id = any(${codes.map(({ id }) => id)}::uuid[]) order by code limit 1`.execute(tx);
  return rows[0]?.code;
}
