import type { Festival } from '@festivals/domain/festival/contract';
import { site } from '../shell/site-later.ts';
import type { Purchase } from './purchase.ts';

/** Gives back what is held and was not ordered; a hold that cannot be given back ends by itself within its fifteen minutes. */
export async function giveBack(festivalId: Festival['id'], purchase: Purchase | null): Promise<void> {
  if (!purchase?.basketId || purchase.orderId) return;
  await site.ticketing
    .releaseBasket({ params: { festivalId, basketId: purchase.basketId }, query: { secret: purchase.secret } })
    .catch(() => undefined);
}
