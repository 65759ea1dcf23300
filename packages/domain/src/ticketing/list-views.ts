/** How the lists of what is for sale are looked at: in the shop's order, unless somebody asks for another. Pure. */
import { listView } from '../list-view.ts';
import type { TicketOption } from './inventory-contract.ts';
import type { TicketType } from './schemas.ts';

const textsOf = ({ name }: Pick<TicketType, 'name'>): string[] => Object.values(name);

export const ticketTypeList = listView({
  texts: (type: TicketType) => textsOf(type),
  sorts: { order: ({ order }) => order, price: ({ price }) => price, sold: ({ quota }) => quota.sold },
  only: {},
});

export const ticketOptionList = listView({
  texts: (option: TicketOption) => textsOf(option),
  sorts: { order: ({ order }) => order, price: ({ price }) => price },
  only: {},
});
