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

/** What goes between the API's processes: news come from the relay by the database; who sits where goes by Redis, where one answers. */
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
  const redis =
    env.REDIS_URL === undefined
      ? null
      : joinRedis(io, env.REDIS_URL, log, { hear: (payload) => hearSeat(payload), returned: () => seatsReturned() });
  const listening = listen({
    connect: () =>
      new pg.Client({
        connectionString: env.DATABASE_API_URL ?? env.DATABASE_URL,
        application_name: 'festivals-live',
        keepAlive: true,
      }),
    // Seats as well: another process may have lost Redis.
    channels: [newsChannel, seatChannel],
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
      if (redis?.answers()) return redis.tell(payload);
      pool
        .query({ name: 'tell_seat', text: 'select pg_notify($1, $2)', values: [seatChannel, payload] })
        .catch((error: unknown) => log.debug({ err: error }, 'a seat was not told'));
    },
    onSeat: (hear, returned) => {
      hearSeat = hear;
      seatsReturned = returned;
      void listening.ready().then(returned);
    },
    close: async () => {
      await listening.close();
      await redis?.close();
    },
  };
}

interface SeatHearers {
  hear(payload: string): void;
  returned(): void;
}

function joinRedis(io: LiveServer, url: string, log: Resources['log'], { hear, returned }: SeatHearers) {
  const client = createClient({ url });
  let answered = false;
  client.on('error', (error: unknown) => {
    log.error({ err: error }, 'Redis does not answer: seats go by the database');
    // What was told last may not have arrived.
    if (answered) returned();
    answered = false;
  });
  client.on('ready', () => {
    log.info('Redis answers: seats go by it');
    answered = true;
    returned();
  });
  // The adapter publishes without waiting: a connection that breaks meanwhile would end the process.
  const publish = client.publish.bind(client);
  const safely: typeof publish = (...said) => publish(...said).catch(() => 0);
  Object.assign(client, { publish: safely });
  client.connect().catch(() => undefined);
  // At once, though nobody may answer yet: sockets lose their rooms when they are given another adapter.
  io.adapter(createAdapter(client));
  // The server's own events between processes are not part of the contract with clients.
  const between = io as unknown as {
    on(name: string, hear: (payload: string) => void): void;
    serverSideEmit(name: string, payload: string): void;
  };
  between.on('seat', hear);
  return {
    answers: () => client.isReady,
    tell: (payload: string) => between.serverSideEmit('seat', payload),
    close: async () => {
      io.of('/').adapter.close();
      if (client.isOpen) client.destroy();
    },
  };
}
