import type { Input, Output } from '@festivals/contract';
import { may } from '@festivals/domain/identity/policy';
import type { recordHistory as contract } from '@festivals/domain/history/contract';
import { z } from 'zod';
import { historyOf } from '../identity/history-of.ts';
import { type Ctx, personOf } from '../platform/context.ts';
import { decodeCursor, pageOf } from '../platform/cursor.ts';
import type { HistoryRule } from '../platform/history-rule.ts';
import { look } from '../platform/transaction.ts';

const Key = z.tuple([z.int()]);

/** The past of one record. Whoever may audit reads all of it, others what they may change themselves. */
export const recordHistory =
  (rules: readonly HistoryRule[]) =>
  async (ctx: Ctx, { params, query }: Input<typeof contract>): Promise<Output<typeof contract>> => {
    const caller = personOf(ctx);
    const [beforeSeq] = decodeCursor(Key, query.cursor) ?? [null];
    const beginnings = may(caller, 'audit.read')
      ? null
      : rules.filter(({ needs }) => may(caller, needs)).map(({ on }) => on);
    const rows = await look(ctx, params.festivalId, (tx) =>
      historyOf(tx, { recordId: params.recordId, beginnings, beforeSeq, most: query.limit + 1 }),
    );
    return pageOf(
      rows,
      query.limit,
      ({ seq }) => [seq],
      ({ seq: _seq, ...change }) => change,
    );
  };
