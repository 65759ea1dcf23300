import type { FestivalStatus } from '@festivals/domain/festival/contract';
import type { Currency } from '@festivals/domain/primitives';
import type { PriceRules, TypeOnSale } from '@festivals/domain/ticketing/pricing/price-list';
import type { Basket, Line } from '@festivals/domain/ticketing/schemas';
import pg from 'pg';
import type { z } from 'zod';
import { gathering } from '../../platform/gather.ts';
import type { StoredOrder } from '../orders/order-view.ts';
import type { Extras } from '../pricing/extras-of.ts';
import type { OrderDetails } from '../pricing/order-details.ts';

export interface BasketToHold {
  festivalId: string;
  basketId: string;
  secretHash: Buffer;
  lines: readonly (z.input<typeof Line> & { quotaId: string | null })[];
  /** What it takes beside the places of its lines; null where that is nothing. */
  extras: Extras | null;
  currency: Currency;
  seconds: number;
}

export interface OrderToPlace {
  festivalId: string;
  orderId: string;
  basketId: string;
  secretHash: Buffer;
  reference: string;
  email: string;
  name: string;
  language: string;
  personId: string | null;
  paySeconds: number;
  /** Who comes with which ticket, and what was answered. */
  details: OrderDetails | null;
}

export interface PaymentToBegin {
  festivalId: string;
  orderId: string;
  secretHash: Buffer;
  paymentId: string;
  provider: string;
}

/** Either the answer that the key had before, or what is to be charged. */
export type BegunPayment = { kept: StoredOrder } | { kept?: never; amount: number; currency: Currency };

/** A ticket type as it is sold now, with the state of its festival and its rules of pricing. */
export interface OfferedType extends Omit<TypeOnSale, 'tiers' | 'variations'> {
  tiers: TypeOnSale['tiers'] | null;
  variations: TypeOnSale['variations'] | null;
  status: FestivalStatus;
  currency: Currency;
  country: string;
  rules: PriceRules | null;
  /** Its last day, in its own zone, and the hour at which that day's night ends. */
  endsOn: string;
  zone: string;
  cutOff: number;
  /** When that was so, by the database's clock: it alone says what is on sale, whichever process asks. */
  readAt: string;
}

/** Who does it, as the event log names them, and the key that it is done with. */
interface Stamp {
  by: string;
  caller: Buffer | null;
  key: string | null;
  bodyHash: Buffer | null;
}
type Stamped<Ask> = Ask & Stamp;

/** The deeds of a sale, each by one SQL function that does it for many of one festival. */
export function gatheredDeeds(pool: Pick<pg.Pool, 'query'>) {
  const call = async <Answer>(name: string, festivalId: string, columns: readonly (readonly unknown[])[]) => {
    const places = columns.map((_, at) => `, $${at + 2}`).join('');
    const { rows } = await pool.query<{ answers: Answer[] }>({
      name,
      text: `select ${name}($1${places}) as answers`,
      values: [festivalId, ...columns],
    });
    return rows[0]?.answers ?? [];
  };
  return {
    offer: gathering<readonly string[], readonly OfferedType[]>(async (festivalId, asks) => {
      const { rows } = await pool.query<OfferedType>({
        name: 'ticket-catalogue',
        text: `select id, quota_id as "quotaId", name, price, vat, min_per_order as "minPerOrder",
            max_per_order as "maxPerOrder", hidden, on_sale_from as "onSaleFrom", on_sale_until as "onSaleUntil",
            names_price as "namesPrice", tiers, variations, festival_status as status, currency, country, rules, ends_on::text as "endsOn", zone,
            cut_off as "cutOff", now() as "readAt"
            from lookup.ticket_catalogue($1, $2)`,
        values: [festivalId, [...new Set(asks.flat())]],
      });
      return asks.map((ids) => rows.filter(({ id }) => ids.includes(id)));
    }, wasRefused),
    hold: gathering<Stamped<BasketToHold>, z.input<typeof Basket>>(
      (festivalId, asks) =>
        call('hold_baskets', festivalId, [
          asks.map(({ basketId }) => basketId),
          asks.map(({ secretHash }) => secretHash),
          asks.map(({ lines }) => JSON.stringify(lines)),
          asks.map(({ extras }) => extras && JSON.stringify(extras)),
          asks.map(({ currency }) => currency),
          asks.map(({ seconds }) => seconds),
          asks.map(({ by }) => by),
          ...keysOf(asks),
        ]),
      wasRefused,
    ),
    place: gathering<Stamped<OrderToPlace>, StoredOrder>(
      (festivalId, asks) =>
        call('place_orders', festivalId, [
          asks.map(({ orderId }) => orderId),
          asks.map(({ basketId }) => basketId),
          asks.map(({ secretHash }) => secretHash),
          asks.map(({ reference }) => reference),
          asks.map(({ email }) => email),
          asks.map(({ name }) => name),
          asks.map(({ language }) => language),
          asks.map(({ personId }) => personId),
          asks.map(({ paySeconds }) => paySeconds),
          asks.map(({ details }) => details && JSON.stringify(details)),
          asks.map(({ by }) => by),
          ...keysOf(asks),
        ]),
      wasRefused,
    ),
    begin: gathering<Stamped<PaymentToBegin>, BegunPayment>(
      (festivalId, asks) =>
        call('begin_payments', festivalId, [
          asks.map(({ orderId }) => orderId),
          asks.map(({ secretHash }) => secretHash),
          asks.map(({ paymentId }) => paymentId),
          asks.map(({ provider }) => provider),
          ...keysOf(asks),
        ]),
      wasRefused,
    ),
    // One release serves all who wait for one.
    release: gathering<number, number>(async (festivalId, asks) => {
      const { rows } = await pool.query<{ released: number }>({
        name: 'release_expired',
        text: 'select release_expired($1, $2) as released',
        values: [festivalId, Math.max(...asks)],
      });
      return asks.map(() => rows[0]?.released ?? 0);
    }, wasRefused),
    settle: gathering<Stamped<{ paymentId: string }>, StoredOrder>(
      (festivalId, asks) =>
        call('settle_payments', festivalId, [
          asks.map(({ paymentId }) => paymentId),
          asks.map(({ by }) => by),
          ...keysOf(asks),
        ]),
      wasRefused,
    ),
  };
}

const keysOf = (asks: readonly Stamp[]) => [
  asks.map(({ caller }) => caller),
  asks.map(({ key }) => key),
  asks.map(({ bodyHash }) => bodyHash),
];

/** The database answered, and nothing of the call was done: our own refusals, values and constraints, and a deadlock that it lost. */
const wasRefused = (error: unknown): boolean =>
  error instanceof pg.DatabaseError && /^(FE|22|23|40)/.test(error.code ?? '');
