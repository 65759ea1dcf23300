import type { Input, Output } from '@festivals/contract';
import { chart } from '@festivals/domain/ledger/chart';
import type * as contract from '@festivals/domain/ledger/contract';
import { office } from '@festivals/messages/office';
import { find as findFestival } from '../festival/store.ts';
import type { Ctx } from '../platform/context.ts';
import { fail } from '../platform/fault.ts';
import type { Column } from '../platform/table/column.ts';
import { allPages, tableFile } from '../platform/table/table-file.ts';
import { look } from '../platform/transaction.ts';
import { entryPage, type EntryRow } from './store.ts';

const entriesAtOnce = 1000;

type Line = Omit<EntryRow, 'legs'> & EntryRow['legs'][number];

/** The journal as a file, a line a posting, written while it is read. */
export async function exportLedger(
  ctx: Ctx,
  { params, query: { unusual, ...table } }: Input<typeof contract.exportLedger>,
): Promise<Output<typeof contract.exportLedger>> {
  const { slug, zone } = await look(
    ctx,
    params.festivalId,
    async (tx) => (await findFestival(tx)) ?? fail('general.not_found'),
  );
  const entries = allPages<EntryRow, string>(
    (after) => look(ctx, params.festivalId, (tx) => entryPage(tx, { unusual, after, most: entriesAtOnce })),
    ({ seq }) => seq,
  );
  return tableFile({
    ...table,
    name: `${slug}-ledger`,
    zone,
    rows: linesOf(entries),
    columns: columnsIn(ctx.request.language),
  });
}

async function* linesOf(entries: AsyncIterable<EntryRow>): AsyncGenerator<Line> {
  for await (const { legs, ...entry } of entries) for (const leg of legs) yield { ...entry, ...leg };
}

function columnsIn(language: Ctx['request']['language']): Column<Line>[] {
  const { ledger: t } = office[language];
  return [
    { heading: t.entry, kind: 'text', value: ({ id }) => id },
    { heading: t.kind, kind: 'text', value: ({ kind }) => t.kinds[kind] },
    { heading: t.occurred, kind: 'moment', value: ({ occurredAt }) => occurredAt },
    { heading: t.number, kind: 'text', value: ({ account }) => chart[account].number },
    { heading: t.account, kind: 'text', value: ({ account }) => t.accounts[account] },
    { heading: t.subject, kind: 'text', value: ({ subject }) => subject },
    { heading: t.rate, kind: 'number', value: ({ rate }) => rate / 100 },
    { heading: t.debit, kind: 'money', value: ({ amount }) => Math.max(amount, 0) },
    { heading: t.credit, kind: 'money', value: ({ amount }) => Math.max(-amount, 0) },
    { heading: t.currency, kind: 'text', value: ({ currency }) => currency },
    { heading: t.reason, kind: 'text', value: ({ reason }) => reason ?? '' },
  ];
}
