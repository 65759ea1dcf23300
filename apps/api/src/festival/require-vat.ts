import { dateIn } from '@festivals/domain/calendar';
import { mayBeVat } from '@festivals/domain/festival/vat';
import type { Ctx } from '../platform/context.ts';
import { fail } from '../platform/fault.ts';
import type { Tx } from '../platform/transaction.ts';
import * as details from './details-store.ts';
import * as store from './store.ts';

/** Whether something new may be sold at a rate (in basis points): one that the festival has named, where it has named some. */
export async function offeredVat(tx: Tx, ctx: Ctx): Promise<(rate: number) => boolean> {
  const { zone } = (await store.find(tx)) ?? fail('general.not_found');
  const { vat } = await details.read(tx);
  const today = dateIn(ctx.clock.now(), zone);
  return (rate) => mayBeVat(vat.content, rate, today);
}

/** Refuses a rate that the festival does not offer. What is not changed is not judged again. */
export async function requireVat(tx: Tx, ctx: Ctx, { rate, before }: { rate: number | undefined; before?: number }) {
  if (rate === undefined || rate === before) return;
  if (!(await offeredVat(tx, ctx))(rate)) fail('festival.unknown_vat_rate', { rate });
}
