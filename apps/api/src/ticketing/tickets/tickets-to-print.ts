import { guardianNow } from '../asked/guardian-now.ts';
import type { StoredAsked } from '../asked/order-asked-store.ts';
import type { OrderView } from '../orders/order-view.ts';
import type { TicketToPrint } from './ticket-to-print.ts';

/** What of an order goes on paper: each ticket that opens a gate, with who holds it. */
export function ticketsToPrint(
  { reference, currency, lines, tickets }: Pick<OrderView, 'reference' | 'currency' | 'lines' | 'tickets'>,
  { holders, company }: Pick<StoredAsked, 'holders' | 'company'>,
  gift: boolean,
): TicketToPrint[] {
  const extras = lines.filter(({ kind }) => kind === 'OPTION');
  return tickets.flatMap((ticket): TicketToPrint[] => {
    // What opens no gate any more is not handed out again.
    if (ticket.status !== 'SOLD' && ticket.status !== 'USED') return [];
    const line = lines.find(({ lineNo }) => lineNo === ticket.lineNo);
    if (!line) return [];
    // A line's name says which kind of its type it is: adult, reduced.
    const typeName = line.kind === 'TICKET' ? line.name : ticket.typeName;
    const holder = holders.find(({ ticketId }) => ticketId === ticket.id);
    const minor = holder?.minor ? { guardian: holder.guardian && guardianNow(holder.guardian, holders) } : null;
    const price = gift ? null : line.unitPrice;
    return [{ ...ticket, typeName, reference, currency, extras, minor, price, vat: line.vat, company }];
  });
}
