/** What a test needs that is not its own matter, made through the API: a festival on sale, paid tickets, codes for devices. */
import { createClient, type Client } from '@festivals/contract';
import { api } from '@festivals/domain';
import type { Festival } from '@festivals/domain/festival/contract';
import type { Order, TicketType } from '@festivals/domain/ticketing/schemas';
import type { BrowserContext } from 'playwright-core';
import { house } from './house.ts';

/** Somebody whom the demo brings along; its passwords are public. */
export const demo = (who: 'organiser' | 'harbour' | 'programmer' | 'staff' | 'visitor') => ({
  email: `${who}@demo.example`,
  password: 'festivals-demo',
});

/** A festival on sale with its ticket types, and its organiser's way to the API. */
export interface Stage {
  festival: Festival;
  types: TicketType[];
  organiser: Client<typeof api>;
}

/** What is sold: a name, a price in cents, and how many there are. */
interface Sold {
  name: string;
  price: number;
  capacity: number;
}

const clientOf = (token?: string) =>
  createClient(api, { baseUrl: `${house.api}/api`, face: 'app', language: () => 'en', token: () => token });

/** The API as the demo's somebody. */
export async function signedIn(who: Parameters<typeof demo>[0]): Promise<Client<typeof api>> {
  const { tokens } = await clientOf().identity.login({ body: demo(who) }, { headers: { 'x-tokens': 'body' } });
  if (!tokens) throw new Error('The API signed somebody in without giving tokens.');
  return clientOf(tokens.access);
}

/** Opens a festival that no other test knows, as the demo's second organiser. */
export async function openFestival(name: string, sold: readonly Sold[]): Promise<Stage> {
  const organiser = await signedIn('harbour');
  const slug = `${name.toLowerCase().replaceAll(/\W+/g, '-')}-${Date.now().toString(36)}`;
  const { id: festivalId } = await organiser.festival.createFestival({
    body: {
      name,
      slug,
      tagline: { en: 'Boots on, hearts open' },
      description: { en: 'Three days in the long meadow.' },
      startsOn: '2040-07-13',
      endsOn: '2040-07-15',
      zone: 'Europe/Brussels',
      place: {
        name: 'The long meadow',
        address: 'Chemin des Saules 1',
        city: 'Valbrume',
        country: 'BE',
        latitude: 50.6,
        longitude: 4.7,
      },
      currency: 'EUR',
      languages: ['en'],
    },
  });
  const params = { festivalId };
  const types: TicketType[] = [];
  for (const { name, price, capacity } of sold) {
    const body = { name: { en: name }, price, vat: 600, capacity };
    types.push(await organiser.ticketing.createTicketType({ params, body }));
  }
  const festival = await organiser.festival.moveFestival({ params, body: { to: 'PUBLISHED' } });
  return { festival, types, organiser };
}

/** Buys tickets of one type as a guest, with a card that is accepted. */
export async function buyTickets(
  festivalId: Festival['id'],
  ticketTypeId: TicketType['id'],
  quantity: number,
  buyer = { name: 'Ada Łovelace', email: 'ada@example.org' },
): Promise<Order & { secret: string }> {
  const { ticketing } = clientOf();
  const secret = crypto.randomUUID();
  const params = { festivalId };
  const basket = await ticketing.holdBasket({ params, body: { secret, items: [{ ticketTypeId, quantity }] } });
  const order = await ticketing.placeOrder({
    params,
    body: { basketId: basket.id, secret, ...buyer, language: 'en' },
  });
  const onOrder = { festivalId, orderId: order.id };
  return {
    ...(await ticketing.payOrder({ params: onOrder, body: { secret, method: 'succeeds' } })),
    secret,
  };
}

/** Signs a browser in at one face, without its form. */
export async function signInBrowser(
  context: BrowserContext,
  face: 'site' | 'office',
  who: Parameters<typeof demo>[0],
): Promise<void> {
  const answer = await context.request.post(`${house[face]}/api/auth/login`, {
    data: demo(who),
    headers: { 'x-face': face },
  });
  if (!answer.ok()) throw new Error(`${face} does not sign in ${who}: ${answer.status()}`);
  // The site asks for the session only where it remembers one.
  await context.addInitScript(() => localStorage.setItem('signed-in', 'yes'));
}
