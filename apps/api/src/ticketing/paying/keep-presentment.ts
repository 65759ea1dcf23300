import { present } from '@festivals/domain/payments/presentment';
import type { Presentment } from '@festivals/domain/payments/presentment-schemas';
import { type Currency, FestivalId } from '@festivals/domain/primitives';
import { presentmentRates } from '../../payments/presentment-store.ts';
import type { Ctx } from '../../platform/context.ts';
import { step } from '../../platform/transaction.ts';
import type { StoredOrder } from '../orders/order-view.ts';
import { findPresentment, insertPresentment } from './presentment-store.ts';

/** Keeps as what an order's total was shown; the first word stays, and a currency that is shown no more is not kept. */
export const keepPresentment = (
  ctx: Ctx,
  { festivalId, id, total }: Pick<StoredOrder, 'festivalId' | 'id' | 'total'>,
  currency: Currency,
): Promise<{ presentment?: Presentment }> =>
  step(ctx, FestivalId.parse(festivalId), async (tx) => {
    const shown = (await presentmentRates(tx)).find((rate) => rate.currency === currency);
    if (shown) await insertPresentment(tx, id, { currency, rate: shown.rate, amount: present(total, shown.rate) });
    const presentment = await findPresentment(tx, id);
    return presentment ? { presentment } : {};
  });
