import { type ChargeKey, findCharge, keepReference } from '../../payments/charge-store.ts';
import type { Ctx } from '../../platform/context.ts';
import { look, step } from '../../platform/transaction.ts';
import { resolvePayment } from './resolve-payments.ts';

/** A provider has news of a payment: its state is asked for and booked. A name that a crash kept from us is taken from the news. */
export async function hearChargeNews(ctx: Ctx, key: ChargeKey, references: readonly string[]): Promise<void> {
  const charge = await look(ctx, key.festivalId, (tx) => findCharge(tx, key.paymentId));
  // A page comes before its charges: where the news name both, the page is the one that we begin and end.
  const reference =
    references.find((name) => name.startsWith('cs_')) ?? references.find((name) => /^(?:pi|tr)_/.test(name));
  if (charge?.reference === null && reference !== undefined) {
    await step(ctx, key.festivalId, (tx) => keepReference(tx, key.paymentId, reference));
  }
  await resolvePayment(ctx, key, { neverAsked: false });
}
