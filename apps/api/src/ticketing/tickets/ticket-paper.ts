import type { Input, Output } from '@festivals/contract';
import type * as contract from '@festivals/domain/ticketing/ticket-contract';
import type { Ctx } from '../../platform/context.ts';
import { fail } from '../../platform/fault.ts';
import { record } from '../../platform/record.ts';
import { deed, look } from '../../platform/transaction.ts';
import * as store from './ticket-store.ts';

export const getTicketPaper = (
  ctx: Ctx,
  { params }: Input<typeof contract.getTicketPaper>,
): Promise<Output<typeof contract.getTicketPaper>> => look(ctx, params.festivalId, store.readPaper);

/** Chooses what tickets are printed on, unless somebody else has chosen since. */
export const saveTicketPaper = (
  ctx: Ctx,
  { params, body }: Input<typeof contract.saveTicketPaper>,
): Promise<Output<typeof contract.saveTicketPaper>> =>
  deed(ctx, params.festivalId, async (tx) => {
    const before = await store.readPaper(tx);
    const after = (await store.writePaper(tx, body)) ?? fail('general.conflict', { version: before.version });
    await record(tx, ctx, {
      name: 'ticketing.paper_chosen',
      subjectId: params.festivalId,
      before: { paper: before.paper },
      after: { paper: after.paper },
    });
    return after;
  });
