import { FestivalId } from '@festivals/domain/primitives';
import type { PayerStep } from '@festivals/domain/payments/schemas';
import { findCharge } from '../../payments/charge-store.ts';
import { isOnline, liveProvider } from '../../payments/providers.ts';
import { orUnavailable } from '../../payments/or-unavailable.ts';
import { readSettings } from '../../payments/setting-store.ts';
import type { Ctx } from '../../platform/context.ts';
import { look } from '../../platform/transaction.ts';
import type { StoredOrder } from '../orders/order-view.ts';

/** What the payer of an order does next. */
export async function payerStep(ctx: Ctx, order: StoredOrder): Promise<PayerStep> {
  const { payment } = order;
  if (order.status !== 'AWAITING_PAYMENT' || payment?.status !== 'PENDING') return { kind: 'none' };
  const festivalId = FestivalId.parse(order.festivalId);
  if (payment.action === 'on_site' || payment.action === 'transfer') {
    const { settings } = await look(ctx, festivalId, readSettings);
    if (payment.action === 'on_site')
      return { kind: 'on_site', until: order.payUntil, note: settings.onSite?.note ?? '' };
    if (!settings.transfer) return { kind: 'none' };
    const { holder, iban, bic } = settings.transfer;
    return { kind: 'transfer', holder, iban, bic, reference: order.reference, until: order.payUntil };
  }
  if (!isOnline(payment.provider)) return { kind: 'none' };
  const charge = await look(ctx, festivalId, (tx) => findCharge(tx, payment.id));
  if (!charge) return { kind: 'none' };
  return orUnavailable(liveProvider(ctx, payment.provider).step(charge));
}
