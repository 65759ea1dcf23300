import { clientMessages, type ClientMessageName, type Reply } from '@festivals/domain/live';
import { roomOf, screenNeeds } from './audience.ts';
import { enter, leave, type SettleParts } from './settle.ts';
import type { LiveSocket } from './live-socket.ts';

/** Nobody works on more festivals at once. */
const mostFestivals = 8;
/** How long one waits for the connection over which news come. */
const patienceMs = 3000;

export interface LiveHouse extends SettleParts {
  /** Resolves once nothing that happens is missed any more. */
  ready(): Promise<void>;
}

/** Does what one message of a client asks and says so, where the client wants to know; what cannot be read is left alone. */
export function answer(socket: LiveSocket, house: LiveHouse, packet: readonly unknown[], isAllowed: boolean): void {
  const [name, message] = packet;
  const last = packet.at(-1);
  const reply: (answer: Reply) => void = typeof last === 'function' ? (one) => void last(one) : () => undefined;
  if (!isKnown(name)) return;
  if (!isAllowed) return reply({ ok: false, error: 'general.too_many_requests' });
  doings[name](socket, house, message).then(reply, (error: unknown) => {
    house.resources.log.error({ err: error }, 'a live message failed');
    reply({ ok: false, error: 'general.internal' });
  });
}

const isKnown = (name: unknown): name is ClientMessageName => typeof name === 'string' && Object.hasOwn(doings, name);

type Doing = (socket: LiveSocket, house: LiveHouse, message: unknown) => Promise<Reply>;

const refused = (error: string): Reply => ({ ok: false, error });

const doings: Record<ClientMessageName, Doing> = {
  subscribe: async (socket, house, message) => {
    const read = clientMessages.subscribe.safeParse(message);
    if (!read.success) return refused('general.validation_failed');
    const { festivalId } = read.data;
    if (socket.data.festivals.size >= mostFestivals && !socket.data.festivals.has(festivalId))
      return refused('general.too_many_requests');
    if (!(await within(patienceMs, house.ready()))) return refused('general.unavailable');
    const granted = await enter(socket, house, festivalId);
    if (granted === null) return refused('identity.forbidden');
    return { ok: true, present: house.seats.present(festivalId, (screen) => granted.includes(screenNeeds[screen])) };
  },
  unsubscribe: async (socket, { seats }, message) => {
    const read = clientMessages.unsubscribe.safeParse(message);
    if (!read.success) return refused('general.validation_failed');
    leave(socket, seats, read.data.festivalId);
    return { ok: true, present: [] };
  },
  presence: async (socket, { seats }, message) => {
    const read = clientMessages.presence.safeParse(message);
    if (!read.success) return refused('general.validation_failed');
    const { festivalId, screen } = read.data;
    if (screen === null) seats.leave(socket, festivalId);
    else if (!socket.rooms.has(roomOf(festivalId, screenNeeds[screen]))) return refused('identity.forbidden');
    else seats.sit(socket, festivalId, screen);
    return { ok: true, present: [] };
  },
};

/** Whether something came to be in time. */
async function within(ms: number, coming: Promise<void>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), ms);
  });
  const came = await Promise.race([coming.then(() => true), late]);
  clearTimeout(timer);
  return came;
}
