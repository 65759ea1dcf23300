import type { ClientEvents, ServerEvents } from '@festivals/domain/live';
import type { FestivalId } from '@festivals/domain/primitives';
import type { Server, Socket } from 'socket.io';
import type { Person } from '../context.ts';

/** What is known of a socket. */
export interface SocketData {
  person: Person;
  /** Festivals it listens to. */
  festivals: Set<FestivalId>;
  /** What is done for this socket, one after the other. */
  turn: Promise<unknown>;
}

type NothingBetweenServers = Record<string, never>;
export type LiveServer = Server<ClientEvents, ServerEvents, NothingBetweenServers, SocketData>;
export type LiveSocket = Socket<ClientEvents, ServerEvents, NothingBetweenServers, SocketData>;
