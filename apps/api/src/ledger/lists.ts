import { chart } from '@festivals/domain/ledger/chart';
import { office } from '@festivals/messages/office';
import { type Listed, pagedList } from '../platform/table/listed.ts';
import { allPages } from '../platform/table/table-file.ts';
import { look } from '../platform/transaction.ts';
import { entryPage, type EntryRow } from './store.ts';

const entriesAtOnce = 1000;

type Line = Omit<EntryRow, 'legs'> & EntryRow['legs'][number];

/** The journal, a line a posting. */
export const ledgerLists: readonly Listed[] = [
  pagedList<Line>({
    name: 'ledger',
    needs: 'ledger.read',
    sorts: [],
    only: ['unusual'],
    rows: (ctx, { id }, { only }) =>
      linesOf(
        allPages<EntryRow, string>(
          (after) => look(ctx, id, (tx) => entryPage(tx, { unusual: only === 'unusual', after, most: entriesAtOnce })),
          ({ seq }) => seq,
        ),
      ),
    columns: (language) => {
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
    },
  }),
];

async function* linesOf(entries: AsyncIterable<EntryRow>): AsyncGenerator<Line> {
  for await (const { legs, ...entry } of entries) for (const leg of legs) yield { ...entry, ...leg };
}
