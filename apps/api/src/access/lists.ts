import { type GateRow, gateList } from '@festivals/domain/access/list-view';
import { office } from '@festivals/messages/office';
import { type Listed, pagedList, wholeList } from '../platform/table/listed.ts';
import { allPages } from '../platform/table/table-file.ts';
import { look } from '../platform/transaction.ts';
import { type AdmissionRow, admissions } from './admission-store.ts';
import { gatesToList } from './gate-store.ts';

const rowsAtOnce = 1000;

export const accessLists: readonly Listed[] = [
  wholeList<GateRow>({
    name: 'gates',
    needs: 'places.read',
    view: () => gateList,
    read: gatesToList,
    columns: (language) => {
      const { gates: t } = office[language];
      return [
        { heading: t.name, kind: 'text', value: ({ name }) => name },
        { heading: t.entrance, kind: 'text', value: ({ entrance }) => entrance },
      ];
    },
  }),
  pagedList<AdmissionRow>({
    name: 'admissions',
    needs: 'access.read',
    sorts: ['at'],
    only: ['conflicts'],
    rows: (ctx, { id }, { only, descending = true }) =>
      allPages<AdmissionRow, readonly [at: string, id: string]>(
        (after) =>
          look(ctx, id, (tx) =>
            admissions(tx, id, { after, descending, conflicts: only === 'conflicts', most: rowsAtOnce }),
          ),
        (row) => [row.at, row.id],
      ),
    columns: (language) => {
      const { gates: t } = office[language];
      return [
        { heading: t.at, kind: 'moment', value: ({ at }) => at },
        { heading: t.ticket, kind: 'text', value: ({ ticketId }) => ticketId },
        { heading: t.device, kind: 'text', value: ({ deviceName }) => deviceName },
        { heading: t.received, kind: 'moment', value: ({ receivedAt }) => receivedAt },
        { heading: t.verdict, kind: 'text', value: ({ primary }) => (primary ? t.first : t.again) },
      ];
    },
  }),
];
