import type { Input, Output } from '@festivals/contract';
import type * as contract from '@festivals/domain/programme/contract';
import { z } from 'zod';
import { historyOf } from '../identity/history-of.ts';
import type { Ctx } from '../platform/context.ts';
import { decodeCursor, pageOf } from '../platform/cursor.ts';
import { fail } from '../platform/fault.ts';
import { actorId, record } from '../platform/record.ts';
import { deed, look } from '../platform/transaction.ts';
import { artist } from './artist-store.ts';
import { lockProgramme } from './edit-store.ts';
import * as store from './fee-store.ts';

/** What the artists are paid. */
export const listFees = (
  ctx: Ctx,
  { params }: Input<typeof contract.listFees>,
): Promise<Output<typeof contract.listFees>> => look(ctx, params.festivalId, (tx) => store.fees(tx));

const Key = z.tuple([z.int()]);
const At = z.object({ version: z.int() });

/** What was agreed with an artist. Who and when stand in the events, how much in the fees alone. */
export async function feeHistory(
  ctx: Ctx,
  { params, query }: Input<typeof contract.feeHistory>,
): Promise<Output<typeof contract.feeHistory>> {
  const [beforeSeq] = decodeCursor(Key, query.cursor) ?? [null];
  const { rows, agreed } = await look(ctx, params.festivalId, async (tx) => {
    if (!(await artist(tx, params.artistId))) fail('general.not_found');
    const wanted = { recordId: params.artistId, beginnings: ['programme.artist_fee_set'], beforeSeq };
    return {
      rows: await historyOf(tx, { ...wanted, most: query.limit + 1 }),
      agreed: await store.agreedFees(tx, params.artistId),
    };
  });
  const feeAt = (state: unknown) => {
    const fee = agreed.get(At.safeParse(state).data?.version ?? 0);
    return { fee: fee === undefined ? null : { amount: fee.amount, currency: fee.currency } };
  };
  return pageOf(
    rows,
    query.limit,
    ({ seq }) => [seq],
    ({ id, at, name, by, before, after }) => ({ id, at, name, by, before: feeAt(before), after: feeAt(after) }),
  );
}

/**
 * Agrees on a fee. The event says that there is another one, not how much it is: many read events, and the amounts stand
 * one after the other in their own table.
 */
export function setFee(
  ctx: Ctx,
  { params, body }: Input<typeof contract.setFee>,
): Promise<Output<typeof contract.setFee>> {
  return deed(ctx, params.festivalId, async (tx) => {
    await lockProgramme(tx);
    if (!(await artist(tx, params.artistId))) fail('general.not_found');
    const [before] = await store.fees(tx, params.artistId);
    const version = before?.version ?? 0;
    if (version !== body.version) fail('general.conflict', { version });
    const fee = { artistId: params.artistId, amount: body.amount, currency: body.currency, version: version + 1 };
    await store.insertFee(tx, { ...fee, setBy: actorId(ctx.caller), setAt: ctx.clock.now() });
    await record(tx, ctx, {
      name: 'programme.artist_fee_set',
      subjectId: params.artistId,
      before: { version },
      after: { version: fee.version },
    });
    return fee;
  });
}
