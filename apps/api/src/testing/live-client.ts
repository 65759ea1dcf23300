import { livePath, type ClientEvents, type Reply, type ServerEvents } from '@festivals/domain/live';
import { io, type Socket } from 'socket.io-client';

/** A client of the live socket that keeps all it hears. */
export interface LiveClient {
  socket: Socket<ServerEvents, ClientEvents>;
  heard: { name: string; message: unknown }[];
  /** What it heard of one name. */
  named(name: string): unknown[];
  subscribe(festivalId: string): Promise<Reply>;
  /** Says anything whatever, and waits for the answer, if there is one in time. */
  say(name: string, ...message: unknown[]): Promise<unknown>;
  close(): void;
}

export interface LiveClientOptions {
  token?: string;
  face?: string;
  headers?: Record<string, string>;
}

/** Connects, or rejects with the name of the refusal. */
export async function liveClient(apiUrl: string, options: LiveClientOptions = {}): Promise<LiveClient> {
  const { token, face, headers } = options;
  const socket: Socket<ServerEvents, ClientEvents> = io(new URL(apiUrl).origin, {
    path: livePath,
    transports: ['websocket'],
    forceNew: true,
    reconnection: false,
    auth: { ...(token !== undefined && { token }), ...(face !== undefined && { face }) },
    ...(headers && { extraHeaders: headers }),
  });
  const heard: LiveClient['heard'] = [];
  socket.onAny((name: string, message: unknown) => heard.push({ name, message }));
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve);
    socket.once('connect_error', (error) => {
      socket.close();
      reject(error);
    });
  });
  // What is not in the contract must be sendable by a test.
  const raw = socket as unknown as {
    timeout(ms: number): { emitWithAck(name: string, ...args: unknown[]): Promise<unknown> };
  };
  const say = (name: string, ...message: unknown[]) =>
    raw
      .timeout(30_000)
      .emitWithAck(name, ...message)
      .catch(() => 'no answer');
  return {
    socket,
    heard,
    named: (name) => heard.filter((one) => one.name === name).map(({ message }) => message),
    subscribe: async (festivalId) => (await say('subscribe', { festivalId })) as Reply,
    say,
    close: () => socket.close(),
  };
}
