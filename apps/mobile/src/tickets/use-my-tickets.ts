import { MyTicket } from '@festivals/domain/ticketing/schemas';
import { z } from 'zod';
import { personClient } from '../api/person-client.ts';
import { usePerson } from '../session/person.ts';
import { useKept } from '../store/use-kept.ts';

/** My tickets of all festivals, kept on this device; the server is asked for news when there is a network. */
export function useMyTickets() {
  const person = usePerson();
  return useKept({ name: 'tickets', shape: z.array(MyTicket), ask: askMyTickets, enabled: Boolean(person) });
}

async function askMyTickets(): Promise<MyTicket[]> {
  const tickets: MyTicket[] = [];
  let cursor: string | undefined;
  do {
    const page = await personClient.ticketing.listMyTickets({ query: { limit: 200, ...(cursor ? { cursor } : {}) } });
    tickets.push(...page.items);
    cursor = page.next ?? undefined;
  } while (cursor);
  return tickets;
}
