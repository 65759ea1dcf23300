import { abilities } from '@festivals/domain/identity/policy';
import type { Permission } from '@festivals/domain/identity/roles';
import type { FestivalId, SessionId } from '@festivals/domain/primitives';
import type { Caller, Resources } from '../context.ts';
import { roomOf, roomOfAll } from './audience.ts';
import type { Seating } from './seating.ts';
import type { LiveSocket } from './live-socket.ts';

/** Who a session's person is in a festival at this moment; a guest once the session is over. */
export type StandingOf = (resources: Resources, sessionId: SessionId, festivalId: FestivalId | null) => Promise<Caller>;

export interface SettleParts {
  resources: Resources;
  standingOf: StandingOf;
  seats: Seating;
}

/**
 * Puts a socket into the rooms that its person may be in now, and out of all others; ends it with its session. Deny by default: who
 * cannot be looked up is in no room.
 */
export function settle(socket: LiveSocket, parts: SettleParts): Promise<void> {
  return inTurn(socket, async () => {
    if (socket.disconnected) return;
    if (socket.data.festivals.size === 0) return void (await standing(socket, parts, null));
    for (const festivalId of socket.data.festivals) {
      const granted = await standing(socket, parts, festivalId);
      if (granted === null) return;
      const hasChanged = place(socket, festivalId, granted);
      if (hasChanged) socket.emit('live:rights', { festivalId });
      if (mayListen(granted)) continue;
      leave(socket, parts.seats, festivalId);
      socket.emit('live:left', { festivalId });
    }
  });
}

/** Lets a socket listen to a festival; says what it may see there, or null when it may not. */
export function enter(socket: LiveSocket, parts: SettleParts, festivalId: FestivalId): Promise<Permission[] | null> {
  return inTurn(socket, async () => {
    const granted = await standing(socket, parts, festivalId);
    if (granted === null || !mayListen(granted)) return null;
    socket.data.festivals.add(festivalId);
    place(socket, festivalId, granted);
    return granted;
  });
}

export function leave(socket: LiveSocket, seats: Seating, festivalId: FestivalId): void {
  socket.data.festivals.delete(festivalId);
  place(socket, festivalId, []);
  seats.leave(socket, festivalId);
}

const mayListen = (granted: readonly Permission[]): boolean => granted.includes('festival.read');

/** What the person may do in a festival; null when the session is over, which ends the socket. */
async function standing(
  socket: LiveSocket,
  { resources, standingOf }: SettleParts,
  festivalId: FestivalId | null,
): Promise<Permission[] | null> {
  try {
    const caller = await standingOf(resources, socket.data.person.sessionId, festivalId);
    if (caller.kind === 'person') return abilities(caller);
  } catch (error) {
    resources.log.warn({ err: error }, 'a socket could not be looked at again');
  }
  socket.disconnect(true);
  return null;
}

/** @returns whether the rooms are not those that they were */
function place(socket: LiveSocket, festivalId: FestivalId, granted: readonly Permission[]): boolean {
  const all = roomOfAll(festivalId);
  const wanted = mayListen(granted)
    ? new Set([all, ...granted.map((ability) => roomOf(festivalId, ability))])
    : new Set<string>();
  const had = [...socket.rooms].filter((room) => room === all || room.startsWith(`${all}:`));
  const lost = had.filter((room) => !wanted.has(room));
  for (const room of lost) void socket.leave(room);
  void socket.join([...wanted]);
  return lost.length > 0 || had.length !== wanted.size;
}

/** One after the other: what was looked up earlier never overwrites what was looked up later. */
function inTurn<T>(socket: LiveSocket, work: () => Promise<T>): Promise<T> {
  const turn = socket.data.turn.then(work, work);
  socket.data.turn = turn.catch(() => undefined);
  return turn;
}
