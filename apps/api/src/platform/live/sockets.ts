/** The live half of the API: sockets that hear what happens in the festivals of their people, as far as those may see it. */
import type { Server as HttpServer } from 'node:http';
import type { TLSSocket } from 'node:tls';
import { livePath } from '@festivals/domain/live';
import type { FestivalId, SessionId } from '@festivals/domain/primitives';
import { Server } from 'socket.io';
import type { Resources } from '../context.ts';
import type { DomainModule } from '../domain-module.ts';
import { Fault } from '../fault.ts';
import type { Authenticate } from '../guard.ts';
import { roomOf, roomOfAll } from './audience.ts';
import { coalesce, type Outgoing } from './coalesce.ts';
import { factsOf, isOurOrigin } from './handshake.ts';
import { concernsStanding } from './live-rule.ts';
import type { LiveServer, LiveSocket } from './live-socket.ts';
import { messageLimit } from './message-limit.ts';
import { newsChannel, readNews, type News } from './news.ts';
import { openBus } from './open-bus.ts';
import { seating } from './seating.ts';
import { answer } from './answer.ts';
import { settle, type StandingOf } from './settle.ts';

const mostBytesPerMessage = 4096;
/** Tabs of one session, and more: a client that opens sockets in a circle is stopped. */
const mostSocketsPerSession = 20;
/** Standings are looked at again this often though nobody told of a change: a session also ends by time. */
const recheckEveryMs = 60_000;

export interface LiveParts {
  modules: readonly DomainModule[];
  authenticate: Authenticate;
  standingOf: StandingOf;
}

export interface Live {
  close(): Promise<void>;
}

/** Attaches the sockets to the HTTP server. */
export function openSockets(http: HttpServer, resources: Resources, parts: LiveParts): Live {
  const { env } = resources;
  const io: LiveServer = new Server(http, {
    path: livePath,
    // No long polling: it would tie each client to one of several processes.
    transports: ['websocket'],
    serveClient: false,
    maxHttpBufferSize: mostBytesPerMessage,
    connectTimeout: 10_000,
    allowRequest: (request, decide) => decide(null, isOurOrigin(env, request.headers)),
  });
  const rules = parts.modules.flatMap((module) => module.live ?? []);
  const say = coalesce(rules, (festivalId, messages) => tell(io, festivalId, messages));
  const bus = openBus(io, resources, {
    [newsChannel]: (payload) => {
      const news = readNews(payload);
      if (news) void hearNews(news);
    },
    returned: () => {
      for (const festivalId of festivalsOf(io)) io.local.to(roomOfAll(festivalId)).emit('live:resync', { festivalId });
      void recheck(io, () => true);
    },
  });
  const seats = seating(io, bus);

  /** Who lost a right by these news is out of its room before they are told. */
  const hearNews = async ({ festivalId, items }: News) => {
    const persons = new Set(items.filter(({ name }) => concernsStanding(name)).map(({ subjectId }) => subjectId));
    if (persons.size > 0) await recheck(io, ({ data }) => persons.has(data.person.personId));
    say.add(festivalId, items);
  };
  const recheck = async (server: LiveServer, concerns: (socket: LiveSocket) => boolean) => {
    const sockets = [...server.sockets.sockets.values()].filter(concerns);
    await Promise.allSettled(sockets.map((socket) => settle(socket, { resources, ...parts, seats })));
  };
  const rechecking = setInterval(() => void recheck(io, () => true), recheckEveryMs);
  rechecking.unref();

  io.use(async (socket, next) => {
    const refusal = await admit(io, socket, resources, parts.authenticate);
    next(refusal === null ? undefined : new Error(refusal));
  });
  io.on('connection', (socket) => hear(socket, { resources, ...parts, seats, ready: bus.ready }));

  return {
    close: async () => {
      clearInterval(rechecking);
      say.stop();
      seats.stop();
      io.disconnectSockets(true);
      io.engine.close();
      await bus.close();
    },
  };
}

/** Everything that a socket says comes through here: what is not known, too long or too often is not heard. */
function hear(socket: LiveSocket, house: Parameters<typeof answer>[1]): void {
  const allowed = messageLimit(Date.now());
  // Taken before it would become an event: a client could otherwise emit `error`.
  socket.use((packet) => {
    const verdict = allowed(Date.now());
    if (verdict === 'disconnected') return void socket.disconnect(true);
    answer(socket, house, packet, verdict === 'heard');
  });
  socket.on('disconnect', () => house.seats.leave(socket));
}

/** Lets a socket in whose person is signed in; else says why not, by the name of an error of the catalogue. */
async function admit(
  io: LiveServer,
  socket: LiveSocket,
  resources: Resources,
  authenticate: Authenticate,
): Promise<string | null> {
  const { headers, auth } = socket.handshake;
  const isTls = (socket.request.socket as Partial<TLSSocket>).encrypted === true;
  try {
    const caller = await authenticate(resources, factsOf(headers, auth, isTls), null);
    if (caller.kind !== 'person') return 'identity.not_signed_in';
    if (socketsOf(io, caller.sessionId) >= mostSocketsPerSession) return 'general.too_many_requests';
    socket.data = { person: caller, festivals: new Set(), turn: Promise.resolve() };
    return null;
  } catch (error) {
    // A device that was revoked is told so by the routes it calls; here it is nobody.
    if (error instanceof Fault) return 'identity.not_signed_in';
    resources.log.warn({ err: error }, 'a socket could not be admitted');
    return 'general.unavailable';
  }
}

function tell(io: LiveServer, festivalId: FestivalId, messages: readonly Outgoing[]): void {
  for (const message of messages) {
    const room = io.local.to(roomOf(festivalId, message.needs));
    if (message.name === 'stats:update') room.emit(message.name, { festivalId, topic: message.topic });
    else room.emit(message.name, { festivalId, changes: message.changes });
  }
}

function festivalsOf(io: LiveServer): Set<FestivalId> {
  return new Set([...io.sockets.sockets.values()].flatMap(({ data }) => [...data.festivals]));
}

function socketsOf(io: LiveServer, sessionId: SessionId): number {
  let count = 0;
  for (const { data } of io.sockets.sockets.values()) if (data.person.sessionId === sessionId) count += 1;
  return count;
}
