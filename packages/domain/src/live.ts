/**
 * What open screens are told while somebody looks at them, and what they may say themselves. A message names what changed and
 * never carries it: whoever hears it asks by the ordinary routes, and is answered what they may see.
 */
import { z } from 'zod';
import { FestivalId, PersonId } from './primitives.ts';

/** What the public site is told: which festival changed, and in which domains. Nothing of what it is now. */
export const SiteChange = z.object({ festivalId: FestivalId, domains: z.array(z.string()) });
export type SiteChange = z.infer<typeof SiteChange>;

/** Things that a screen may show. */
export const Thing = z.enum([
  'festival',
  'team',
  'media',
  'place',
  'stage',
  'artist',
  'slot',
  'stand',
  'product',
  'ticket_type',
  'price',
  'promo_code',
  'order',
  'gate',
  'scan',
  'device',
]);
export type Thing = z.infer<typeof Thing>;

/** Groups of figures on the overview. */
export const Topic = z.enum(['sales', 'access', 'attention']);
export type Topic = z.infer<typeof Topic>;

/** Screens of the office on which people see each other. */
export const Screen = z.enum([
  'overview',
  'programme',
  'map',
  'media',
  'stands',
  'tickets',
  'prices',
  'codes',
  'orders',
  'ledger',
  'gates',
  'devices',
  'team',
  'history',
  'settings',
]);
export type Screen = z.infer<typeof Screen>;

/** Things that changed, with the person who changed each, if it was one deed of theirs; null for more of them than are worth naming. */
export const Updated = z.object({
  festivalId: FestivalId,
  changes: z.array(z.object({ id: z.string(), by: PersonId.nullable() })).nullable(),
});
export type Updated = z.infer<typeof Updated>;

/** Somebody on a screen. */
export const Present = z.object({ personId: PersonId, name: z.string(), screen: Screen });
export type Present = z.infer<typeof Present>;

const InFestival = z.object({ festivalId: FestivalId });

/** What the server says. */
export const serverMessages = {
  ...byThing(Updated),
  /** Figures moved. */
  'stats:update': InFestival.extend({ topic: Topic }),
  'user:online': InFestival.extend(Present.shape),
  'user:offline': InFestival.extend({ personId: PersonId, screen: Screen }),
  /** Something may have been missed: everything on the screen is to be asked for again. */
  'live:resync': InFestival,
  /** What the reader may do in the festival is not what it was. */
  'live:rights': InFestival,
  /** The reader has lost the right to hear of the festival. */
  'live:left': InFestival,
};
export type UpdateName = `${Thing}:updated`;
export type ServerMessageName = keyof typeof serverMessages;
export type ServerMessage<N extends ServerMessageName> = z.infer<(typeof serverMessages)[N]>;

/** The events of the socket as a typed client or server wants to know them. */
export type ServerEvents = { [N in ServerMessageName]: (message: ServerMessage<N>) => void };

/** What a client may say; anything else is not heard. */
export const clientMessages = {
  subscribe: InFestival,
  unsubscribe: InFestival,
  /** Which screen the client shows; null for none. */
  presence: InFestival.extend({ screen: Screen.nullable() }),
};
export type ClientMessageName = keyof typeof clientMessages;
export type ClientMessage<N extends ClientMessageName> = z.infer<(typeof clientMessages)[N]>;

/** How a client's message was taken: by the name of an error of the catalogue where it was refused. */
export type Reply = { ok: true; present: Present[] } | { ok: false; error: string };

export type ClientEvents = {
  subscribe: (message: ClientMessage<'subscribe'>, reply: (reply: Reply) => void) => void;
  unsubscribe: (message: ClientMessage<'unsubscribe'>) => void;
  presence: (message: ClientMessage<'presence'>) => void;
};

/** Where the socket answers, on the face's own origin. */
export const livePath = '/api/socket.io';

function byThing<S extends z.ZodType>(schema: S): Record<UpdateName, S> {
  // Object.fromEntries forgets the keys that it was given.
  return Object.fromEntries(Thing.options.map((thing) => [`${thing}:updated`, schema])) as Record<UpdateName, S>;
}
