import type { Input, Output } from '@festivals/contract';
import type { showPictures as contract } from '@festivals/domain/festival/contract';
import type { Ctx } from '../platform/context.ts';
import { fail } from '../platform/fault.ts';
import { record } from '../platform/record.ts';
import { deed } from '../platform/transaction.ts';
import { show, shownFor } from './shown-store.ts';
import * as store from './store.ts';

/** Chooses what the festival shows of itself, unless it shows something else by now than the caller saw. */
export const showPictures = (ctx: Ctx, { params, body }: Input<typeof contract>): Promise<Output<typeof contract>> =>
  deed(ctx, params.festivalId, async (tx) => {
    const { use, was, now } = body;
    if (!(await store.lock(tx))) fail('general.not_found');
    const before = await shownFor(tx, use);
    if (before.join() !== was.join()) fail('general.conflict', { now: before });
    await show(tx, use, now);
    await record(tx, ctx, {
      name: 'festival.pictures_shown',
      subjectId: params.festivalId,
      before: { [use]: before },
      after: { [use]: now },
    });
    return (await store.find(tx)) ?? fail('general.not_found');
  });
