import type { Input, Output } from '@festivals/contract';
import { may } from '@festivals/domain/identity/policy';
import type * as contract from '@festivals/domain/lists/contract';
import { find as findFestival } from '../festival/store.ts';
import { type Ctx, personOf } from '../platform/context.ts';
import { fail } from '../platform/fault.ts';
import { record } from '../platform/record.ts';
import type { Listed } from '../platform/table/listed.ts';
import { step } from '../platform/transaction.ts';

/** One of the festival's lists as a file. What is known of people leaves the house: the trail says who took which part of it. */
export const exportList =
  (lists: readonly Listed[]) =>
  async (
    ctx: Ctx,
    { params: { festivalId, list: name }, query }: Input<typeof contract.exportList>,
  ): Promise<Output<typeof contract.exportList>> => {
    const list = lists.find((one) => one.name === name) ?? fail('general.not_found');
    if (!may(personOf(ctx), list.needs)) fail('identity.forbidden');
    if (!list.knows(query)) fail('general.validation_failed', { sort: query.sort, only: query.only });
    const { mark: _mark, ...asked } = query;
    const festival = await step(ctx, festivalId, async (tx) => {
      const there = (await findFestival(tx)) ?? fail('general.not_found');
      await record(tx, ctx, { name: 'lists.exported', subjectId: festivalId, after: { list: name, ...asked } });
      return there;
    });
    return list.file(ctx, { ...festival, id: festivalId }, query);
  };
