import type { Input, Output } from '@festivals/contract';
import type * as contract from '@festivals/domain/access/contract';
import type { Ctx } from '../platform/context.ts';
import { look } from '../platform/transaction.ts';
import { figures } from './admission-store.ts';

/** How many came in, and how many may still come. */
export const getAccessFigures = (
  ctx: Ctx,
  { params }: Input<typeof contract.getAccessFigures>,
): Promise<Output<typeof contract.getAccessFigures>> =>
  look(ctx, params.festivalId, (tx) => figures(tx, params.festivalId));
