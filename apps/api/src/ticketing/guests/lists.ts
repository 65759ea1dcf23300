import type { GuestList } from '@festivals/domain/ticketing/guests/schemas';
import { guestListList } from '@festivals/domain/ticketing/guests/list-views';
import { localised } from '@festivals/messages';
import { office } from '@festivals/messages/office';
import type { z } from 'zod';
import { type Listed, pagedList, wholeList } from '../../platform/table/listed.ts';
import { allPages } from '../../platform/table/table-file.ts';
import { look } from '../../platform/transaction.ts';
import { guestLists as readLists } from './guest-list-store.ts';
import { guests, type ListedGuest } from './guest-store.ts';

const rowsAtOnce = 1000;
const isId = (text: string) => /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/.test(text);

export const guestLists: readonly Listed[] = [
  wholeList<z.input<typeof GuestList>>({
    name: 'guest-lists',
    needs: 'guests.edit',
    view: () => guestListList,
    read: (tx) => readLists(tx),
    columns: (language) => {
      const { guests: t } = office[language];
      return [
        { heading: t.name, kind: 'text', value: ({ name }) => name },
        { heading: t.purposeLabel, kind: 'text', value: ({ purpose }) => t.purpose[purpose] },
        { heading: t.owner, kind: 'text', value: ({ owner }) => owner?.name ?? null },
        { heading: t.type, kind: 'text', value: ({ typeName }) => localised(typeName, language) },
        { heading: t.places, kind: 'number', value: ({ places }) => places },
        { heading: t.figures.waiting, kind: 'number', value: ({ waiting }) => waiting },
        { heading: t.figures.invited, kind: 'number', value: ({ invited }) => invited },
        { heading: t.figures.confirmed, kind: 'number', value: ({ confirmed }) => confirmed },
        { heading: t.figures.declined, kind: 'number', value: ({ declined }) => declined },
        { heading: t.figures.arrived, kind: 'number', value: ({ arrived }) => arrived },
        { heading: t.deadline, kind: 'moment', value: ({ deadline }) => deadline },
        { heading: t.note, kind: 'text', value: ({ note }) => note },
      ];
    },
  }),
  // Of one list, by its id, or of all.
  pagedList<ListedGuest>({
    name: 'guests',
    needs: 'guests.edit',
    sorts: [],
    only: isId,
    rows: (ctx, { id: festivalId }, { only, search = '' }) =>
      thatFit(
        allPages<ListedGuest & { at: string }, { at: string; id: string }>(
          (after) => look(ctx, festivalId, (tx) => guests(tx, { listId: only, after, most: rowsAtOnce })),
          ({ at, id }) => ({ at, id }),
        ),
        search.toLowerCase(),
      ),
    columns: (language) => {
      const { guests: t, orders } = office[language];
      return [
        { heading: t.list, kind: 'text', value: ({ listName }) => listName },
        { heading: t.guest, kind: 'text', value: ({ name }) => name },
        { heading: t.email, kind: 'text', value: ({ email }) => email },
        { heading: t.companions, kind: 'number', value: ({ companions }) => companions },
        { heading: t.stateLabel, kind: 'text', value: ({ state }) => t.state[state] },
        { heading: t.type, kind: 'text', value: ({ typeName }) => localised(typeName, language) },
        { heading: orders.reference, kind: 'text', value: ({ reference }) => reference },
        { heading: orders.tickets, kind: 'number', value: ({ tickets }) => tickets },
        { heading: t.figures.arrived, kind: 'number', value: ({ arrived }) => arrived },
        { heading: t.note, kind: 'text', value: ({ note }) => note },
      ];
    },
  }),
];

async function* thatFit<T extends ListedGuest>(all: AsyncIterable<T>, search: string): AsyncGenerator<T> {
  for await (const guest of all)
    if (`${guest.name} ${guest.email ?? ''} ${guest.note}`.toLowerCase().includes(search)) yield guest;
}
