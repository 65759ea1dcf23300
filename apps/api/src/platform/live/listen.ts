import pg from 'pg';
import type { Logger } from 'pino';

export interface Listening {
  /** Whether nothing said on the channels is missed at this moment. */
  isListening(): boolean;
  /** Resolves once it listens. */
  ready(): Promise<void>;
  close(): Promise<void>;
}

export interface Listener {
  /** Opens a connection of its own: one that came from the pool would be given back. */
  connect(): pg.Client;
  channels: readonly string[];
  log: Logger;
  hear(channel: string, payload: string): void;
  /** It listens again after a time in which something may have been said. */
  returned(): void;
}

const firstPauseMs = 200;
const longestPauseMs = 5000;

/** Listens to notifications of PostgreSQL, and again whenever the connection was lost. */
export function listen({ connect, channels, log, hear, returned }: Listener): Listening {
  let client: pg.Client | null = null;
  let timer: NodeJS.Timeout | undefined;
  let failures = 0;
  let closed = false;
  let everListened = false;
  let { promise: ready, resolve: nowReady } = Promise.withResolvers<void>();
  let listening = false;

  const lost = () => {
    if (listening) ({ promise: ready, resolve: nowReady } = Promise.withResolvers<void>());
    listening = false;
    client = null;
    if (closed) return;
    clearTimeout(timer);
    timer = setTimeout(() => void start(), Math.min(longestPauseMs, firstPauseMs * 2 ** failures++));
    timer.unref();
  };

  const start = async () => {
    const mine = connect();
    client = mine;
    mine.on('error', () => undefined);
    mine.once('end', lost);
    mine.on('notification', ({ channel, payload }) => hear(channel, payload ?? ''));
    try {
      await mine.connect();
      await mine.query(channels.map((channel) => `listen ${pg.escapeIdentifier(channel)}`).join('; '));
    } catch (error) {
      log.warn({ err: error }, 'cannot listen to the database');
      mine.off('end', lost);
      await mine.end().catch(() => undefined);
      return lost();
    }
    if (closed) return;
    failures = 0;
    listening = true;
    nowReady();
    if (everListened) returned();
    everListened = true;
  };
  const started = start();

  return {
    isListening: () => listening,
    ready: () => ready,
    close: async () => {
      closed = true;
      clearTimeout(timer);
      await started;
      await client?.end().catch(() => undefined);
    },
  };
}
