import { createAdapter } from '@socket.io/redis-streams-adapter';
import pg from 'pg';
import { createClient } from 'redis';
import type { Resources } from '../context.ts';
import { listen } from './listen.ts';
import { newsChannel } from './news.ts';
import { seatChannel } from './seat-news.ts';
import type { LiveServer } from './live-socket.ts';

export interface Hearers {
  [newsChannel](payload: string): void;
  /** It hears again after a time in which something may have been missed. */
  returned(): void;
}

/** What goes between the API's processes: news come from the relay by the database; who sits where goes by Redis, where there is one. */
export interface Bus {
  /** Resolves once no news are missed. */
  ready(): Promise<void>;
  /** Tells the other processes of a seat. */
  tellSeat(payload: string): void;
  /** Hears what others tell of seats; whoever hears again after a silence says hello again. */
  onSeat(hear: (payload: string) => void, returned: () => void): void;
  close(): Promise<void>;
}

export function openBus(io: LiveServer, resources: Resources, hearers: Hearers): Bus {
  const { env, log, pool } = resources;
  let hearSeat: (payload: string) => void = () => undefined;
  let seatsReturned: () => void = () => undefined;
  const redis = env.REDIS_URL === undefined ? null : joinRedis(io, env.REDIS_URL, log, (payload) => hearSeat(payload));
  const listening = listen({
    connect: () =>
      new pg.Client({
        connectionString: env.DATABASE_API_URL ?? env.DATABASE_URL,
        application_name: 'festivals-live',
        keepAlive: true,
      }),
    channels: redis ? [newsChannel] : [newsChannel, seatChannel],
    log,
    hear: (channel, payload) => (channel === newsChannel ? hearers[newsChannel](payload) : hearSeat(payload)),
    returned: () => {
      hearers.returned();
      seatsReturned();
    },
  });
  return {
    ready: listening.ready,
    tellSeat: (payload) => {
      if (redis) return redis.tell(payload);
      pool
        .query({ name: 'tell_seat', text: 'select pg_notify($1, $2)', values: [seatChannel, payload] })
        .catch((error: unknown) => log.debug({ err: error }, 'a seat was not told'));
    },
    onSeat: (hear, returned) => {
      hearSeat = hear;
      seatsReturned = returned;
      if (redis) returned();
      else void listening.ready().then(returned);
    },
    close: async () => {
      await listening.close();
      await redis?.close();
    },
  };
}

function joinRedis(io: LiveServer, url: string, log: Resources['log'], hear: (payload: string) => void) {
  const client = createClient({ url });
  client.on('error', (error: unknown) => log.warn({ err: error }, 'Redis does not answer'));
  const connected = client.connect().then(
    () => void io.adapter(createAdapter(client)),
    (error: unknown) => log.error({ err: error }, 'Redis could not be reached'),
  );
  // The server's own events between processes are not part of the contract with clients.
  const between = io as unknown as {
    on(name: string, hear: (payload: string) => void): void;
    serverSideEmit(name: string, payload: string): void;
  };
  void connected.then(() => between.on('seat', hear));
  return {
    tell: (payload: string) => void connected.then(() => between.serverSideEmit('seat', payload)),
    close: async () => {
      await connected;
      await client.quit().catch(() => undefined);
    },
  };
}
