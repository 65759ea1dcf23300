import type { Input, Output } from '@festivals/contract';
import { OrderId } from '@festivals/domain/primitives';
import type * as contract from '@festivals/domain/ticketing/contract';
import { office } from '@festivals/messages/office';
import { find as findFestival } from '../festival/store.ts';
import type { Ctx } from '../platform/context.ts';
import { fail } from '../platform/fault.ts';
import { record } from '../platform/record.ts';
import type { Column } from '../platform/table/column.ts';
import { allPages, tableFile } from '../platform/table/table-file.ts';
import { look, step } from '../platform/transaction.ts';
import { type OrderPlace, orderPage, type OrderRow } from './order-pages.ts';

const rowsAtOnce = 1000;

/** Every order that fits, as a file that is written while it is read. Buyers' names leave the house: the trail says who took them. */
export async function exportOrders(
  ctx: Ctx,
  { params, query }: Input<typeof contract.exportOrders>,
): Promise<Output<typeof contract.exportOrders>> {
  const { format, mark, ...filter } = query;
  const { slug, zone } = await step(ctx, params.festivalId, async (tx) => {
    const festival = (await findFestival(tx)) ?? fail('general.not_found');
    await record(tx, ctx, { name: 'ticketing.orders_exported', subjectId: festival.id, after: { format, ...filter } });
    return festival;
  });
  const rows = allPages<OrderRow, OrderPlace>(
    (after) => look(ctx, params.festivalId, (tx) => orderPage(tx, filter, after, rowsAtOnce)),
    ({ key, id }) => [key, OrderId.parse(id)],
  );
  return tableFile({ name: `${slug}-orders`, format, mark, zone, rows, columns: columnsIn(ctx.request.language) });
}

function columnsIn(language: Ctx['request']['language']): Column<OrderRow>[] {
  const { orders: t, orderStatus } = office[language];
  return [
    { heading: t.reference, kind: 'text', value: ({ reference }) => reference },
    { heading: t.placed, kind: 'moment', value: ({ placedAt }) => placedAt },
    { heading: t.status, kind: 'text', value: ({ status }) => orderStatus[status] },
    { heading: t.buyer, kind: 'text', value: ({ name }) => name },
    { heading: t.email, kind: 'text', value: ({ email }) => email },
    { heading: t.tickets, kind: 'number', value: ({ ticketCount }) => ticketCount },
    { heading: t.total, kind: 'money', value: ({ total }) => total },
    { heading: t.currency, kind: 'text', value: ({ currency }) => currency },
  ];
}
