/** Settlements at Mollie (docs.mollie.com/reference/settlements-api): what it sent to the bank, of which payments, less what it keeps. */
import { minorUnits } from '@festivals/domain/payments/rules';
import { Currency } from '@festivals/domain/primitives';
import { shares } from '@festivals/domain/shares';
import { z } from 'zod';
import { MollieChargeback } from './mollie-chargebacks.ts';
import { MollieAmount, type mollieClient, mollieList, MolliePayment } from './mollie-client.ts';
import type { ProviderPayout } from './provider.ts';

type Call = ReturnType<typeof mollieClient>;

const Settlement = z.object({
  resource: z.literal('settlement'),
  id: z.string().regex(/^stl_\w+$/),
  createdAt: z.iso.datetime({ offset: true }),
  settledAt: z.iso.datetime({ offset: true }).nullish(),
  status: z.enum(['open', 'pending', 'paidout', 'failed']),
  amount: MollieAmount,
});

const Refund = z.object({
  resource: z.literal('refund'),
  paymentId: z.string(),
  amount: MollieAmount,
  settlementAmount: MollieAmount.nullish(),
});

/** Settlements that left since a moment, or failed to; newest first. */
export async function settlementsSince(call: Call, since: Date): Promise<string[]> {
  const found: string[] = [];
  for await (const settlement of mollieList(call, '/v2/settlements', 'settlements', Settlement)) {
    if (new Date(settlement.createdAt) < since) break;
    if (settlement.status === 'paidout' || settlement.status === 'failed') found.push(settlement.id);
  }
  return found;
}

/**
 * A settlement, with what of it came from which festival. Mollie says what it kept for all of it together, in parts of cents: each
 * festival bears its share by what was paid for it, and all shares come to what was kept.
 */
export async function readSettlement(
  call: Call,
  paymentNamed: (reference: string) => Promise<MolliePayment>,
  reference: string,
): Promise<ProviderPayout | null> {
  const path = `/v2/settlements/${reference}`;
  const settlement = await call({ method: 'GET', path }, Settlement);
  const { data: currency } = Currency.safeParse(settlement.amount.currency);
  const amount = currency && minorUnits(settlement.amount.value.replace('-', ''), currency);
  if (!currency || amount == null || (settlement.status !== 'paidout' && settlement.status !== 'failed')) return null;
  const valueOf = (known: z.infer<typeof MollieAmount> | null | undefined): number =>
    known?.currency === currency ? (minorUnits(known.value.replace('-', ''), currency) ?? 0) : 0;

  const festivals = new Map<string, string>();
  const sums = new Map<string, { paid: number; gross: number }>();
  const add = (festivalId: string, paid: number, back: number) => {
    const before = sums.get(festivalId) ?? { paid: 0, gross: 0 };
    sums.set(festivalId, { paid: before.paid + paid, gross: before.gross + paid - back });
  };
  const festivalOf = async (payment: string): Promise<string> => {
    const known = festivals.get(payment) ?? (await paymentNamed(payment)).metadata?.festival ?? '';
    festivals.set(payment, known);
    return known;
  };
  for await (const payment of mollieList(call, `${path}/payments`, 'payments', MolliePayment)) {
    festivals.set(payment.id, payment.metadata?.festival ?? '');
    add(payment.metadata?.festival ?? '', valueOf(payment.settlementAmount ?? payment.amount), 0);
  }
  for await (const refund of mollieList(call, `${path}/refunds`, 'refunds', Refund))
    add(await festivalOf(refund.paymentId), 0, valueOf(refund.settlementAmount ?? refund.amount));
  for await (const { paymentId, settlementAmount, amount: taken } of mollieList(
    call,
    `${path}/chargebacks`,
    'chargebacks',
    MollieChargeback,
  ))
    add(await festivalOf(paymentId), 0, valueOf(settlementAmount ?? taken));

  const ours = [...sums];
  const kept = ours.reduce((sum, [, { gross }]) => sum + gross, 0) - amount;
  const borne = shares(
    Math.max(0, kept),
    ours.map(([, { paid }]) => paid),
  );
  return {
    failed: settlement.status === 'failed',
    at: new Date(settlement.settledAt ?? settlement.createdAt),
    currency,
    amount,
    parts: ours.flatMap(([festivalId, { gross }], at) => {
      const fees = borne[at] ?? 0;
      return festivalId === '' ? [] : [{ festivalId, net: gross - fees, fees }];
    }),
  };
}
