/** Chargebacks at Mollie (docs.mollie.com/reference/chargebacks-api): what a payer's bank took back, and perhaps gave again. */
import { minorUnits } from '@festivals/domain/payments/rules';
import { Currency } from '@festivals/domain/primitives';
import { z } from 'zod';
import { MollieAmount, type mollieClient, mollieList, type MolliePayment } from './mollie-client.ts';
import type { ProviderDispute } from './provider.ts';

type Call = ReturnType<typeof mollieClient>;

export const MollieChargeback = z.object({
  resource: z.literal('chargeback'),
  id: z.string().regex(/^chb_\w+$/),
  paymentId: z.string().regex(/^tr_\w+$/),
  amount: MollieAmount,
  settlementAmount: MollieAmount.nullish(),
  reason: z.object({ code: z.string(), description: z.string() }).nullish(),
  createdAt: z.iso.datetime({ offset: true }),
  reversedAt: z.iso.datetime({ offset: true }).nullish(),
});
export type MollieChargeback = z.infer<typeof MollieChargeback>;

/** A chargeback is known by its payment and itself: Mollie wants both when it is asked for. */
const referenceOf = ({ paymentId, id }: MollieChargeback): string => `${paymentId}/${id}`;

/** Mollie says that a chargeback was reversed; that one is lost for good it never says. */
export async function readChargeback(call: Call, reference: string): Promise<ProviderDispute | null> {
  const named = /^(tr_\w+)\/(chb_\w+)$/.exec(reference);
  if (!named) return null;
  const chargeback = await call(
    { method: 'GET', path: `/v2/payments/${named[1]}/chargebacks/${named[2]}` },
    MollieChargeback,
  );
  const { data: currency } = Currency.safeParse(chargeback.amount.currency);
  const amount = currency && minorUnits(chargeback.amount.value, currency);
  if (!amount) return null;
  return {
    chargeReferences: [chargeback.paymentId],
    claims: null,
    status: chargeback.reversedAt ? 'WON' : 'OPEN',
    amount,
    currency,
    reason: chargeback.reason?.description ?? 'chargeback',
    answerBy: null,
    withdrawn: true,
    fee: 0,
  };
}

/** The chargebacks of a payment; it says itself whether there are any. */
export async function chargebacksOf(call: Call, payment: MolliePayment): Promise<string[]> {
  if (!payment.amountChargedBack || Number(payment.amountChargedBack.value) === 0) return [];
  const path = `/v2/payments/${payment.id}/chargebacks`;
  return (await Array.fromAsync(mollieList(call, path, 'chargebacks', MollieChargeback))).map(referenceOf);
}

/** Chargebacks since a moment, newest first, and those that were reversed since. */
export async function chargebacksSince(call: Call, since: Date): Promise<string[]> {
  const found: string[] = [];
  for await (const chargeback of mollieList(call, '/v2/chargebacks', 'chargebacks', MollieChargeback)) {
    if (new Date(chargeback.createdAt) < since) break;
    found.push(referenceOf(chargeback));
  }
  return found;
}
