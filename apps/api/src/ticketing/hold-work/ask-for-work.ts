import type { Input, Output } from '@festivals/contract';
import { isPublic } from '@festivals/domain/festival/rules';
import type * as contract from '@festivals/domain/ticketing/hold-work/contract';
import { find as findFestival } from '../../festival/store.ts';
import type { Ctx } from '../../platform/context.ts';
import { fail } from '../../platform/fault.ts';
import { look } from '../../platform/transaction.ts';
import { readRules } from '../pricing/price-rules.ts';
import { isWorkWanted, newChallenge } from './hold-work.ts';

/** Whether a hold costs work now, for those who would rather do it before they ask. */
export function askForWork(
  ctx: Ctx,
  { params: { festivalId } }: Input<typeof contract.askForWork>,
): Promise<Output<typeof contract.askForWork>> {
  return look(ctx, festivalId, async (tx) => {
    const festival = await findFestival(tx);
    if (!festival || !isPublic(festival)) fail('general.not_found');
    const { rules } = await readRules(tx);
    return { wanted: isWorkWanted(ctx, festivalId, rules.proofOfWork), ...newChallenge(ctx, festivalId) };
  });
}
