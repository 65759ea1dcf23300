import type { Download, Input } from '@festivals/contract';
import { FestivalId, Language } from '@festivals/domain/primitives';
import type * as contract from '@festivals/domain/ticketing/receipt-contract';
import * as details from '../../festival/details-store.ts';
import * as festivals from '../../festival/store.ts';
import { personOf, type Ctx } from '../../platform/context.ts';
import { fail } from '../../platform/fault.ts';
import { look } from '../../platform/transaction.ts';
import { coverOnPaper } from '../tickets/cover-on-paper.ts';
import { hasMail } from '../orders/has-mail.ts';
import { openOrder } from '../orders/open-order.ts';
import type { StoredOrder } from '../orders/order-view.ts';
import { addresseeOf, companyOf, orderOf } from '../store.ts';
import { receiptPdf } from './receipt-pdf.ts';
import { findMoney } from './receipt-store.ts';

/** The receipt of a paid order, for whoever has its secret. */
export const orderReceipt = async (
  ctx: Ctx,
  { params: { festivalId, orderId }, query }: Input<typeof contract.orderReceipt>,
): Promise<Download> => print(ctx, await openOrder(ctx, festivalId, orderId, query.secret), () => ctx.request.language);

/** The receipt of an order of mine. */
export async function myReceipt(ctx: Ctx, { params }: Input<typeof contract.myReceipt>): Promise<Download> {
  const { rows } = await ctx.resources.pool.query<{ festivalId: FestivalId }>(
    'select festival_id as "festivalId" from lookup.order_of($1, $2)',
    [personOf(ctx).personId, params.orderId],
  );
  const mine = rows[0] ?? fail('general.not_found');
  return print(ctx, await orderOf(ctx, mine.festivalId, params.orderId), () => ctx.request.language);
}

/** The receipt of an order for the team, which hands it to its buyer: so it is in the buyer's language. */
export const getReceipt = async (
  ctx: Ctx,
  { params: { festivalId, orderId } }: Input<typeof contract.getReceipt>,
): Promise<Download> => print(ctx, await orderOf(ctx, festivalId, orderId), (ofBuyer) => ofBuyer);

async function print(ctx: Ctx, order: StoredOrder, choose: (ofBuyer: Language) => Language): Promise<Download> {
  return { body: await printReceipt(ctx, order, choose), name: `receipt-${order.reference}.pdf` };
}

/** The receipt of a paid order on paper. */
export async function printReceipt(
  ctx: Ctx,
  order: StoredOrder,
  choose: (ofBuyer: Language) => Language,
): Promise<Uint8Array> {
  const { paidAt } = order;
  if (paidAt === null) fail('ticketing.not_paid');
  const read = await look(ctx, FestivalId.parse(order.festivalId), async (tx) => ({
    festival: (await festivals.find(tx)) ?? fail('general.not_found'),
    seller: (await details.read(tx)).contact.content,
    company: await companyOf(tx, order.id),
    money: (await findMoney(tx, order.id)) ?? fail('ticketing.not_paid'),
    ofBuyer: (await addresseeOf(tx, order.id))?.language,
  }));
  const { festival, company, money } = read;
  // An organiser who has not said who they are sells in the festival's name.
  const seller = { ...read.seller, organisation: read.seller.organisation || festival.name };
  const cover = await coverOnPaper(ctx.resources, festival.pictures.cover, 'A4');
  return receiptPdf(
    // Some left no address, and of some none is left.
    { ...order, email: hasMail(order.email) ? order.email : '', paidAt, ...money, company, seller },
    { festival: { ...festival, cover }, language: choose(Language.parse(read.ofBuyer)) },
  );
}
