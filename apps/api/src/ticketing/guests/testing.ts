/** A guest list in a festival that sells, for tests. */
import { v7 } from 'uuid';
import { newestMessages } from '../../mail/mailbox.ts';
import type { TestApi } from '../../testing/start-api.ts';
import { openShop, type Shop } from '../testing.ts';

type Person = Awaited<ReturnType<TestApi['person']>>;

export interface Door extends Shop {
  listId: string;
  organiser: Person;
}

/** A festival with a list of so many places of a type that there are so many of. */
export async function openDoor(
  api: TestApi,
  wanted: { capacity: number; places: number; deadline?: string },
): Promise<Door> {
  const shop = await openShop(api, { capacity: wanted.capacity });
  const organiser = await api.person({ roles: [{ festivalId: shop.festivalId, role: 'ORGANISER' }] });
  const { id } = await organiser.client.ticketing.createGuestList({
    params: { festivalId: shop.festivalId },
    body: {
      name: `Crew ${v7()}`,
      purpose: 'CREW',
      ticketTypeId: shop.ticketTypeId,
      places: wanted.places,
      ...(wanted.deadline ? { deadline: wanted.deadline } : {}),
    },
  });
  return { ...shop, listId: id, organiser };
}

/** What may be done with a list's guests, by whoever does it. */
export function bouncer(
  { client }: Pick<Person, 'client'>,
  { festivalId, listId }: Pick<Door, 'festivalId' | 'listId'>,
) {
  const { ticketing } = client;
  const params = { festivalId, guestListId: listId };
  const add = (name: string, email: string | null = null, companions = 0) =>
    ticketing.addGuest({ params, body: { name, email, companions } });
  const invite = (...guestIds: string[]) => ticketing.inviteGuests({ params, body: { guestIds } });
  const confirm = (guestIds: string[], idempotencyKey?: string) =>
    ticketing.confirmGuests({ params, body: { guestIds } }, idempotencyKey ? { idempotencyKey } : {});
  const remove = (...guestIds: string[]) => ticketing.removeGuests({ params, body: { guestIds } });
  const all = () => ticketing.listGuests({ params });
  const list = async () => (await ticketing.listGuestLists({ params })).find(({ id }) => id === listId);
  return { params, ticketing, add, invite, confirm, remove, all, list };
}

/** Has the mails sent, and answers the token of the last invitation that somebody got. */
export async function tokenOf(api: TestApi, email: string): Promise<string> {
  await api.runJobsOnce();
  const mails = await newestMessages(api.resources.env.FESTIVALS_DATA, 50);
  const mail = mails.find(({ to, text }) => to.includes(email) && text.includes('/invitation/'));
  return /\/invitation\/([\w-]+)/.exec(mail?.text ?? '')?.[1] ?? '';
}

/** A list with somebody on it, in any festival, written by the owner. */
export async function insertGuestList(
  api: TestApi,
  festivalId: string,
): Promise<{ guestListId: string; guestId: string }> {
  const [guestListId, guestId] = [v7(), v7()];
  await api.ownerPool.query(
    `insert into guest_list (festival_id, id, name, purpose, ticket_type_id, places)
     select festival_id, $2, 'Walked past', 'PRESS', id, 10 from ticket_type where festival_id = $1 limit 1`,
    [festivalId, guestListId],
  );
  await api.ownerPool.query(
    `insert into guest (festival_id, id, guest_list_id, name, language) values ($1, $2, $3, 'Ada', 'en')`,
    [festivalId, guestId, guestListId],
  );
  return { guestListId, guestId };
}
