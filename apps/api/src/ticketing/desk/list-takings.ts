import type { Input, Output } from '@festivals/contract';
import { festivalDay, instantOnDay, sameTimeLater } from '@festivals/domain/calendar';
import { may } from '@festivals/domain/identity/policy';
import type { FestivalId } from '@festivals/domain/primitives';
import type * as contract from '@festivals/domain/ticketing/desk-contract';
import { sql } from 'kysely';
import type { z } from 'zod';
import { find as findFestival } from '../../festival/store.ts';
import { type Ctx, personOf } from '../../platform/context.ts';
import { fail } from '../../platform/fault.ts';
import { look } from '../../platform/transaction.ts';

export type TakingRow = z.input<typeof contract.Taking>;

/** When a festival's day begins, and the night before it ends. */
const dayBegins = '06:00';

export const listTakings = (
  ctx: Ctx,
  { params, query }: Input<typeof contract.listTakings>,
): Promise<Output<typeof contract.listTakings>> => takingsOf(ctx, params.festivalId, query.day);

/** What was taken and paid out by hand on a day that ends with the night: all of it for whoever reads the ledger, one's own for others. */
export async function takingsOf(
  ctx: Ctx,
  festivalId: FestivalId,
  wanted: string | undefined,
): Promise<{ day: string; takings: TakingRow[] }> {
  const caller = personOf(ctx);
  const own = may(caller, 'ledger.read') ? null : caller.personId;
  return look(ctx, festivalId, async (tx) => {
    const { zone } = (await findFestival(tx)) ?? fail('general.not_found');
    const day = wanted ?? festivalDay(ctx.clock.now(), zone);
    const from = instantOnDay(day, dayBegins, zone);
    const { rows } = await sql<TakingRow>`
      select person_id as "personId", name, place as "where", currency, times, taken, paid_out as "paidOut"
      from takings_by_hand(current_festival(), ${from}, ${sameTimeLater(from, 1, zone)}, ${own}::uuid)`.execute(tx);
    return { day, takings: rows };
  });
}
