import { AttendeeFilter, AttendeeSort, readAttendeesOnly } from '@festivals/domain/ticketing/attendee-contract';
import { OrderFilter } from '@festivals/domain/ticketing/contract';
import type { TicketOption } from '@festivals/domain/ticketing/inventory-contract';
import { ticketOptionList, ticketTypeList } from '@festivals/domain/ticketing/list-views';
import { CodeFilter, CodeSort, CodeState } from '@festivals/domain/ticketing/pricing/contract';
import { RefundsByHandOnly } from '@festivals/domain/ticketing/refund-by-hand-contract';
import { LocalDate, OrderId, TicketId } from '@festivals/domain/primitives';
import { OrderStatus, type TicketType } from '@festivals/domain/ticketing/schemas';
import { localised } from '@festivals/messages';
import { office } from '@festivals/messages/office';
import type { z } from 'zod';
import { type Listed, pagedList, wholeList } from '../platform/table/listed.ts';
import { allPages } from '../platform/table/table-file.ts';
import { look } from '../platform/transaction.ts';
import { answerColumns, answersOf, type AnsweredRow } from './asked/answer-columns.ts';
import { options } from './types/option-store.ts';
import { type AttendeePlace, attendeePage, type AttendeeRow } from './attendees/attendee-pages.ts';
import { type TakingRow, takingsOf } from './desk/list-takings.ts';
import { type OrderPlace, orderPage, type OrderRow } from './orders/order-pages.ts';
import { type CodePlace, codePage, type CodeRow } from './pricing/promo-code-store.ts';
import { type RefundByHandPlace, type RefundByHandView, refundsByHand } from './refunds/refund-by-hand-store.ts';
import { ticketTypes } from './types/ticket-type-store.ts';

const rowsAtOnce = 1000;

export const ticketingLists: readonly Listed[] = [
  pagedList<OrderRow & AnsweredRow>({
    name: 'orders',
    needs: 'orders.read',
    sorts: OrderFilter.shape.sort.unwrap().options,
    only: OrderStatus.options,
    rows: (ctx, { id: festivalId }, { only, ...asked }) => {
      const filter = OrderFilter.parse({ ...asked, status: only });
      return allPages<OrderRow & AnsweredRow, OrderPlace>(
        (after) =>
          look(ctx, festivalId, async (tx) => {
            const page = await orderPage(tx, filter, after, rowsAtOnce);
            const answers = await answersOf(
              tx,
              page.map(({ id }) => id),
            );
            return page.map((row) => ({ ...row, answers: answers.get(row.id) ?? [] }));
          }),
        ({ key, id }) => [key, OrderId.parse(id)],
      );
    },
    moreColumns: answerColumns,
    columns: (language) => {
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
        { heading: t.kind, kind: 'text', value: ({ kind }) => t.kinds[kind] },
      ];
    },
  }),
  pagedList<RefundByHandView>({
    name: 'refunds-by-hand',
    needs: 'payments.read',
    sorts: [],
    only: RefundsByHandOnly.options,
    rows: (ctx, { id: festivalId }, { only }) => {
      const wanted = RefundsByHandOnly.optional().parse(only);
      return allPages<RefundByHandView, RefundByHandPlace>(
        (after) => look(ctx, festivalId, (tx) => refundsByHand(tx, { only: wanted, after, most: rowsAtOnce })),
        ({ owedAt, refundId }) => [owedAt, refundId],
      );
    },
    columns: (language) => {
      const { orders, refundsByHand: t, ledger } = office[language];
      return [
        { heading: orders.reference, kind: 'text', value: ({ orderReference }) => orderReference },
        { heading: orders.buyer, kind: 'text', value: ({ name }) => name },
        { heading: orders.email, kind: 'text', value: ({ email }) => email },
        { heading: t.owedSince, kind: 'moment', value: ({ owedAt }) => owedAt },
        { heading: orders.total, kind: 'money', value: ({ amount }) => amount },
        { heading: orders.currency, kind: 'text', value: ({ currency }) => currency },
        { heading: ledger.reason, kind: 'text', value: ({ reason }) => reason },
        { heading: t.paidAt, kind: 'moment', value: ({ paid }) => paid?.at ?? null },
        { heading: t.from, kind: 'text', value: ({ paid }) => (paid ? t[paid.from] : '') },
        { heading: t.reference, kind: 'text', value: ({ paid }) => paid?.reference ?? '' },
      ];
    },
  }),
  pagedList<TakingRow & { day: string }>({
    name: 'takings',
    needs: 'desk.sell',
    sorts: [],
    only: (day) => LocalDate.safeParse(day).success,
    rows: async function* (ctx, { id: festivalId }, { only: day }) {
      const told = await takingsOf(ctx, festivalId, day);
      for (const taking of told.takings) yield { ...taking, day: told.day };
    },
    columns: (language) => {
      const { desk: t, orders } = office[language];
      return [
        { heading: t.day, kind: 'text', value: (row) => row.day },
        { heading: t.clerk, kind: 'text', value: ({ name }) => name ?? '' },
        { heading: t.means, kind: 'text', value: ({ where }) => t.where[where] },
        { heading: t.times, kind: 'number', value: ({ times }) => times },
        { heading: t.taken, kind: 'money', value: ({ taken }) => taken },
        { heading: t.paidOut, kind: 'money', value: ({ paidOut }) => paidOut },
        { heading: t.left, kind: 'money', value: ({ taken, paidOut }) => taken - paidOut },
        { heading: orders.currency, kind: 'text', value: ({ currency }) => currency },
      ];
    },
  }),
  pagedList<AttendeeRow>({
    name: 'attendees',
    needs: 'orders.read',
    sorts: AttendeeSort.options,
    only: (name) => readAttendeesOnly(name) !== null,
    rows: (ctx, { id: festivalId }, { only, ...asked }) => {
      const filter = AttendeeFilter.parse({ ...asked, ...(only === undefined ? {} : readAttendeesOnly(only)) });
      return allPages<AttendeeRow, AttendeePlace>(
        (after) => look(ctx, festivalId, (tx) => attendeePage(tx, filter, after, rowsAtOnce)),
        ({ key, ticketId }) => [key, TicketId.parse(ticketId)],
      );
    },
    columns: (language) => {
      const { attendees: t, orders } = office[language];
      return [
        { heading: t.number, kind: 'text', value: ({ ticketId }) => ticketId.slice(-8).toUpperCase() },
        { heading: t.holder, kind: 'text', value: ({ holder }) => holder },
        { heading: t.type, kind: 'text', value: ({ typeName }) => localised(typeName, language) },
        { heading: t.stateLabel, kind: 'text', value: ({ state }) => t.state[state] },
        { heading: orders.reference, kind: 'text', value: ({ reference }) => reference },
        { heading: orders.kind, kind: 'text', value: ({ kind }) => orders.kinds[kind] },
        { heading: orders.buyer, kind: 'text', value: ({ buyer }) => buyer },
        { heading: orders.email, kind: 'text', value: ({ email }) => email },
        { heading: t.issued, kind: 'moment', value: ({ issuedAt }) => issuedAt },
      ];
    },
  }),
  pagedList<CodeRow>({
    name: 'promo-codes',
    needs: 'ticketing.read',
    sorts: CodeSort.options,
    only: CodeState.options,
    rows: (ctx, { id: festivalId }, { only, ...asked }) => {
      const filter = CodeFilter.parse({ ...asked, state: only });
      return allPages<CodeRow, CodePlace>(
        (after) => look(ctx, festivalId, (tx) => codePage(tx, filter, after, rowsAtOnce)),
        ({ key, id }) => [key, id],
      );
    },
    columns: (language) => {
      const { codes: t } = office[language];
      return [
        { heading: t.code, kind: 'text', value: ({ code }) => code },
        { heading: t.note, kind: 'text', value: ({ note }) => note },
        { heading: t.effect, kind: 'text', value: ({ effect }) => t.effects[effect] },
        { heading: t.value, kind: 'number', value: ({ effect, value }) => (effect === 'NONE' ? null : value / 100) },
        { heading: t.uses, kind: 'number', value: ({ uses }) => uses },
        { heading: t.used, kind: 'number', value: ({ used }) => used },
        { heading: t.spent, kind: 'money', value: ({ spent }) => spent },
        { heading: t.validFrom, kind: 'moment', value: ({ validFrom }) => validFrom },
        { heading: t.validUntil, kind: 'moment', value: ({ validUntil }) => validUntil },
        { heading: t.made, kind: 'moment', value: ({ createdAt }) => createdAt },
      ];
    },
  }),
  wholeList<z.input<typeof TicketType>>({
    name: 'ticket-types',
    needs: 'ticketing.read',
    view: () => ticketTypeList,
    read: ticketTypes,
    columns: (language, { currency }) => {
      const { tickets: t, orders, record } = office[language];
      return [
        { heading: t.name, kind: 'text', value: ({ name }) => localised(name, language) },
        { heading: t.price, kind: 'money', value: ({ price }) => price },
        { heading: orders.currency, kind: 'text', value: () => currency },
        { heading: `${t.vat} %`, kind: 'number', value: ({ vat }) => vat / 100 },
        { heading: t.capacity, kind: 'number', value: ({ quota }) => quota.capacity },
        { heading: t.quota, kind: 'number', value: ({ quota }) => quota.sold },
        { heading: t.onSaleFrom, kind: 'moment', value: ({ onSaleFrom }) => onSaleFrom },
        { heading: t.onSaleUntil, kind: 'moment', value: ({ onSaleUntil }) => onSaleUntil },
        { heading: t.hidden, kind: 'text', value: ({ hidden }) => (hidden ? record.yes : record.no) },
      ];
    },
  }),
  wholeList<z.input<typeof TicketOption>>({
    name: 'ticket-options',
    needs: 'ticketing.read',
    view: () => ticketOptionList,
    read: options,
    columns: (language, { currency }) => {
      const { option: t, tickets, orders, record } = office[language];
      return [
        { heading: tickets.name, kind: 'text', value: ({ name }) => localised(name, language) },
        { heading: t.kindLabel, kind: 'text', value: ({ kind }) => t.kind[kind] },
        { heading: tickets.price, kind: 'money', value: ({ price }) => price },
        { heading: orders.currency, kind: 'text', value: () => currency },
        { heading: `${tickets.vat} %`, kind: 'number', value: ({ vat }) => vat / 100 },
        { heading: tickets.capacity, kind: 'number', value: ({ capacity }) => capacity },
        { heading: tickets.maxPerPerson, kind: 'number', value: ({ maxPerPerson }) => maxPerPerson },
        { heading: t.needsTicket, kind: 'text', value: ({ needsTicket }) => (needsTicket ? record.yes : record.no) },
      ];
    },
  }),
];
