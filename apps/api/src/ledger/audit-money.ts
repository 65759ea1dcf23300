import { FestivalId } from '@festivals/domain/primitives';
import type { Ctx } from '../platform/context.ts';
import { record } from '../platform/record.ts';
import { look, step } from '../platform/transaction.ts';
import { findFlaws, type Flaw } from './money-check.ts';

const mostTold = 50;

/** Looks whether orders, payments, tickets and postings of every festival agree. What does not is told in its trail, and loudly. */
export async function auditMoney(ctx: Ctx): Promise<void> {
  for (const festivalId of await festivalsWithMoney(ctx)) {
    const flaws = await auditFestival(ctx, festivalId);
    if (flaws.length === 0) continue;
    ctx.resources.log.error({ festivalId, flaws: flaws.slice(0, mostTold) }, 'the books do not agree');
    await step(ctx, festivalId, (tx) =>
      record(tx, ctx, {
        name: 'ledger.flaws_found',
        subjectId: festivalId,
        after: { count: flaws.length, flaws: flaws.slice(0, mostTold) },
      }),
    );
  }
}

/** What does not agree in one festival, at one moment. */
export const auditFestival = (ctx: Ctx, festivalId: FestivalId): Promise<Flaw[]> =>
  look(ctx, festivalId, findFlaws, 'repeatable read');

/** The festivals in which anything is sold or booked. */
export async function festivalsWithMoney({ resources }: Ctx): Promise<FestivalId[]> {
  const { rows } = await resources.pool.query<{ id: string }>('select id from lookup.festivals_with_money() as id');
  return rows.map(({ id }) => FestivalId.parse(id));
}
