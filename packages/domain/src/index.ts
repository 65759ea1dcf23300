import * as access from './access/contract.ts';
import * as gates from './access/gate-contract.ts';
import * as account from './identity/account-contract.ts';
import * as board from './board/contract.ts';
import * as devices from './devices/contract.ts';
import * as address from './festival/address-contract.ts';
import * as festival from './festival/contract.ts';
import * as details from './festival/details-contract.ts';
import * as domain from './festival/domain-contract.ts';
import * as duplicate from './festival/duplicate-contract.ts';
import * as news from './festival/news-contract.ts';
import * as history from './history/contract.ts';
import * as preview from './festival/preview-contract.ts';
import * as identity from './identity/contract.ts';
import * as provider from './identity/provider-contract.ts';
import * as team from './identity/team-contract.ts';
import * as volunteers from './identity/volunteer-contract.ts';
import * as ledger from './ledger/contract.ts';
import * as lists from './lists/contract.ts';
import * as media from './media/contract.ts';
import * as personal from './personal/contract.ts';
import * as places from './places/contract.ts';
import * as programme from './programme/contract.ts';
import * as announcing from './programme/announce-contract.ts';
import * as lineUp from './programme/line-up-contract.ts';
import * as programmeExport from './programme/export/contract.ts';
import * as search from './search/contract.ts';
import * as programmeVisit from './programme/visit/contract.ts';
import * as programmeImport from './programme/import/contract.ts';
import * as stands from './stands/contract.ts';
import * as stock from './stands/stock-contract.ts';
import * as payments from './payments/contract.ts';
import * as presentment from './payments/presentment-contract.ts';
import * as paymentWatch from './payments/watch-contract.ts';
import * as ticketing from './ticketing/contract.ts';
import * as checkout from './ticketing/checkout-contract.ts';
import * as refunds from './ticketing/refund-contract.ts';
import * as orderDeeds from './ticketing/order-deeds-contract.ts';
import * as massRefunds from './ticketing/mass-refund-contract.ts';
import * as inventory from './ticketing/inventory-contract.ts';
import * as asked from './ticketing/asked/contract.ts';
import * as buying from './ticketing/buy-contract.ts';
import * as refundsByHand from './ticketing/refund-by-hand-contract.ts';
import * as pricing from './ticketing/pricing/contract.ts';
import * as deskSales from './ticketing/desk-contract.ts';
import * as attendees from './ticketing/attendee-contract.ts';
import * as guests from './ticketing/guests/contract.ts';
import * as myOrders from './ticketing/my-orders-contract.ts';
import * as work from './ticketing/hold-work/contract.ts';
import * as receipts from './ticketing/receipt-contract.ts';
import * as ticketKeys from './ticketing/key-contract.ts';
import * as heldTickets from './ticketing/ticket-contract.ts';
import { routesOf } from './routes-of.ts';

/** Every route of the platform, by domain. Server, OpenAPI and typed client are made from it. */
export const api = {
  identity: {
    ...routesOf(identity),
    ...routesOf(team),
    ...routesOf(volunteers),
    ...routesOf(provider),
    ...routesOf(account),
  },
  media: routesOf(media),
  festival: {
    ...routesOf(festival),
    ...routesOf(details),
    ...routesOf(news),
    ...routesOf(domain),
    ...routesOf(duplicate),
    ...routesOf(address),
    ...routesOf(preview),
  },
  devices: routesOf(devices),
  places: routesOf(places),
  programme: {
    ...routesOf(programme),
    ...routesOf(announcing),
    ...routesOf(lineUp),
    ...routesOf(programmeExport),
    ...routesOf(programmeImport),
    ...routesOf(programmeVisit),
  },
  stands: { ...routesOf(stands), ...routesOf(stock) },
  ledger: routesOf(ledger),
  payments: { ...routesOf(payments), ...routesOf(paymentWatch), ...routesOf(presentment) },
  ticketing: {
    ...routesOf(ticketing),
    ...routesOf(inventory),
    ...routesOf(pricing),
    ...routesOf(buying),
    ...routesOf(refundsByHand),
    ...routesOf(myOrders),
    ...routesOf(refunds),
    ...routesOf(checkout),
    ...routesOf(massRefunds),
    ...routesOf(orderDeeds),
    ...routesOf(heldTickets),
    ...routesOf(guests),
    ...routesOf(asked),
    ...routesOf(attendees),
    ...routesOf(deskSales),
    ...routesOf(ticketKeys),
    ...routesOf(work),
    ...routesOf(receipts),
  },
  access: { ...routesOf(access), ...routesOf(gates) },
  search: routesOf(search),
  board: routesOf(board),
  history: routesOf(history),
  personal: routesOf(personal),
  lists: routesOf(lists),
};
