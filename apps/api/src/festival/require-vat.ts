import { dateIn } from '@festivals/domain/calendar';
import { mayBeVat } from '@festivals/domain/festival/vat';
import type { Ctx } from '../platform/context.ts';
import { fail } from '../platform/fault.ts';
import type { Tx } from '../platform/transaction.ts';
import * as details from './details-store.ts';
import * as store from './store.ts';

/** Refuses a rate (in basis points) that the festival has not named, where it has named some. What is not changed is not judged again. */
export async function requireVat(tx: Tx, ctx: Ctx, { rate, before }: { rate: number | undefined; before?: number }) {
  if (rate === undefined || rate === before) return;
  const { zone } = (await store.find(tx)) ?? fail('general.not_found');
  const { vat } = await details.read(tx);
  if (!mayBeVat(vat.content, rate, dateIn(ctx.clock.now(), zone))) fail('festival.unknown_vat_rate', { rate });
}
