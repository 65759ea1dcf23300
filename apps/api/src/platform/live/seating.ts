import type { Present, Screen } from '@festivals/domain/live';
import type { FestivalId } from '@festivals/domain/primitives';
import { v7 } from 'uuid';
import { roomOf, screenNeeds } from './audience.ts';
import type { Bus } from './open-bus.ts';
import { Presence, type Movement } from './presence.ts';
import { readSeatNews, type SeatNews } from './seat-news.ts';
import type { LiveServer, LiveSocket } from './live-socket.ts';

const aliveEveryMs = 20_000;
/** A process that said nothing for so long has died without a word. */
const silenceMs = 65_000;

export interface Seating {
  present(festivalId: FestivalId, sees: (screen: Screen) => boolean): Present[];
  sit(socket: LiveSocket, festivalId: FestivalId, screen: Screen): void;
  /** Gets up, in this festival or wherever the socket sits. */
  leave(socket: LiveSocket, festivalId?: FestivalId): void;
  stop(): void;
}

/** Who looks at which screen, in all of the API's processes, told to everybody who may open that screen. */
export function seating(io: LiveServer, bus: Bus): Seating {
  const me = v7();
  const presence = new Presence();
  const heardAt = new Map<string, number>();
  const tell = (news: SeatNews) => bus.tellSeat(JSON.stringify(news));

  const announce = (movements: readonly Movement[]) => {
    for (const { festivalId, personId, name, screen, present } of movements) {
      const room = io.local.to(roomOf(festivalId, screenNeeds[screen]));
      if (present) room.emit('user:online', { festivalId, personId, name, screen });
      else room.emit('user:offline', { festivalId, personId, screen });
    }
  };

  const hear = (payload: string) => {
    const news = readSeatNews(payload);
    if (!news || news.process === me) return;
    heardAt.set(news.process, Date.now());
    if (news.kind === 'sat') announce(presence.sit(news));
    else if (news.kind === 'left') announce(presence.leave(news));
    else if (news.kind === 'hello') for (const seat of presence.seatsOf(me)) tell({ kind: 'sat', ...seat });
    else if (news.kind === 'bye') forget(news.process);
  };
  const forget = (process: string) => {
    heardAt.delete(process);
    announce(presence.leaveAll(process));
  };
  bus.onSeat(hear, () => {
    tell({ kind: 'hello', process: me });
    for (const seat of presence.seatsOf(me)) tell({ kind: 'sat', ...seat });
  });

  const beating = setInterval(() => {
    if (presence.seatsOf(me).length > 0) tell({ kind: 'alive', process: me });
    const now = Date.now();
    for (const [process, at] of heardAt) if (now - at > silenceMs) forget(process);
  }, aliveEveryMs);
  beating.unref();

  return {
    present: (festivalId, sees) => presence.present(festivalId, sees),
    sit: (socket, festivalId, screen) => {
      const { personId, name } = socket.data.person;
      const seat = { process: me, socket: socket.id, festivalId, personId, name, screen };
      const known = presence.seatsOf(me).find(({ socket: one }) => one === socket.id);
      if (known?.festivalId === festivalId && known.screen === screen) return;
      announce(presence.sit(seat));
      tell({ kind: 'sat', ...seat });
    },
    leave: (socket, festivalId) => {
      const seat = presence.seatsOf(me).find(({ socket: one }) => one === socket.id);
      if (!seat || (festivalId !== undefined && seat.festivalId !== festivalId)) return;
      announce(presence.leave(seat));
      tell({ kind: 'left', process: me, socket: socket.id });
    },
    stop: () => {
      clearInterval(beating);
      tell({ kind: 'bye', process: me });
    },
  };
}
