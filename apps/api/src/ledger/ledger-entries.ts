import type { Input, Output } from '@festivals/contract';
import type * as contract from '@festivals/domain/ledger/contract';
import { z } from 'zod';
import type { Ctx } from '../platform/context.ts';
import { decodeCursor, pageOf } from '../platform/cursor.ts';
import { look } from '../platform/transaction.ts';
import * as store from './store.ts';

const Place = z.tuple([z.string().regex(/^\d{1,18}$/)]);

/** The journal, newest first. */
export function listLedgerEntries(
  ctx: Ctx,
  { params, query: { limit, cursor, unusual } }: Input<typeof contract.listLedgerEntries>,
): Promise<Output<typeof contract.listLedgerEntries>> {
  const [after] = decodeCursor(Place, cursor) ?? [null];
  return look(ctx, params.festivalId, async (tx) =>
    pageOf(
      await store.entryPage(tx, { unusual, after, most: limit + 1 }),
      limit,
      ({ seq }) => [seq],
      ({ seq: _seq, ...entry }) => entry,
    ),
  );
}
