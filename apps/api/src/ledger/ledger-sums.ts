import type { Input, Output } from '@festivals/contract';
import type * as contract from '@festivals/domain/ledger/contract';
import type { Ctx } from '../platform/context.ts';
import { look } from '../platform/transaction.ts';
import * as store from './store.ts';

/** The trial balance of a festival's days. Exact at every moment: one snapshot sees the sums and what came after them. */
export const getLedgerSums = (
  ctx: Ctx,
  { params, query }: Input<typeof contract.getLedgerSums>,
): Promise<Output<typeof contract.getLedgerSums>> => look(ctx, params.festivalId, (tx) => store.sums(tx, query));
