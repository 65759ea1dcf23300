/** What payments are at their providers. */
import type { PaymentStatus, ProviderName } from '@festivals/domain/payments/schemas';
import type { FestivalId } from '@festivals/domain/primitives';
import { sql } from 'kysely';
import type { Ctx } from '../platform/context.ts';
import type { Tx } from '../platform/transaction.ts';
import type { Charge } from './provider.ts';

export interface StoredCharge extends Charge {
  festivalId: FestivalId;
  orderId: string;
  provider: ProviderName;
  status: PaymentStatus;
  embedded: boolean;
  open: boolean;
}

/** A payment as its provider knows it; undefined when there is none. */
export const findCharge = async (tx: Tx, paymentId: string): Promise<StoredCharge | undefined> =>
  (await findCharges(tx, [paymentId])).get(paymentId);

/** Payments as their providers know them, by id. */
export async function findCharges(tx: Tx, paymentIds: readonly string[]): Promise<Map<string, StoredCharge>> {
  const { rows } = await sql<StoredCharge>`
    select p.festival_id as "festivalId", p.id as "paymentId", p.order_id as "orderId", p.provider, p.status, p.amount, p.currency,
      c.reference, c.account, coalesce(c.embedded, false) as embedded, coalesce(c.open, false) as open
    from payment p left join provider_charge c on c.festival_id = p.festival_id and c.payment_id = p.id
    where p.festival_id = current_festival() and p.id = any(${sql.val([...paymentIds])}::uuid[])`.execute(tx);
  return new Map(rows.map((charge) => [charge.paymentId, charge]));
}

/** Whether an order was asked money for by a provider before. */
export async function wasCharged(tx: Tx, orderId: string): Promise<boolean> {
  const { rows } = await sql`
    select from provider_charge c join payment p on p.festival_id = c.festival_id and p.id = c.payment_id
    where p.festival_id = current_festival() and p.order_id = ${orderId} limit 1`.execute(tx);
  return rows.length > 0;
}

export interface NewCharge {
  paymentId: string;
  provider: string;
  embedded: boolean;
  account: string | null;
  fee: number;
}

/** Notes that a provider is about to be asked for money. */
export async function insertCharge(tx: Tx, charge: NewCharge): Promise<void> {
  await sql`
    insert into provider_charge (festival_id, payment_id, provider, embedded, account, fee)
    values (current_festival(), ${charge.paymentId}, ${charge.provider}, ${charge.embedded}, ${charge.account}, ${charge.fee})`.execute(
    tx,
  );
}

/** Keeps the provider's own name of a charge; the first one stays. */
export async function keepReference(tx: Tx, paymentId: string, reference: string): Promise<void> {
  await sql`
    update provider_charge set reference = ${reference}
    where festival_id = current_festival() and payment_id = ${paymentId} and reference is null`.execute(tx);
}

/** Notes when a charge was asked after, and whether it can still bring money. */
export async function noteAsked(tx: Tx, paymentId: string, open: boolean): Promise<void> {
  await sql`
    update provider_charge set asked_at = now(), open = ${open}
    where festival_id = current_festival() and payment_id = ${paymentId}`.execute(tx);
}

export interface ChargeKey {
  festivalId: FestivalId;
  paymentId: string;
  orderId: string;
}

const keyColumns = 'festival_id as "festivalId", payment_id as "paymentId", order_id as "orderId"';

/** The payment that a provider knows by one of these names. */
export async function findByReference(
  { resources }: Ctx,
  provider: string,
  references: readonly string[],
): Promise<ChargeKey | null> {
  for (const reference of references) {
    const { rows } = await resources.pool.query<ChargeKey>(
      `select ${keyColumns} from lookup.charge_by_reference($1, $2)`,
      [provider, reference],
    );
    if (rows[0]) return rows[0];
  }
  return null;
}

/** Charges that may still bring money and were not asked after for a while, in seconds. */
export async function chargesToAsk(
  { resources }: Ctx,
  { givenUp, thinking, most }: { givenUp: number; thinking: number; most: number },
): Promise<ChargeKey[]> {
  const { rows } = await resources.pool.query<ChargeKey>(
    `select ${keyColumns} from lookup.charges_to_ask(make_interval(secs => $1), make_interval(secs => $2), $3)`,
    [givenUp, thinking, most],
  );
  return rows;
}
