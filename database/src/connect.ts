import pg from 'pg';
import { makeImpatient } from './impatient.ts';

/** The role of API and worker: it owns nothing, so every table's row-level security binds it. */
export const apiRole = 'festivals_api';

// Money is counted in minor units and never leaves the safe integers; a number beyond them is a fault to see at once.
pg.types.setTypeParser(pg.types.builtins.INT8, exactInteger);
const int8Array: number = 1016;
pg.types.setTypeParser(int8Array, (text) =>
  text
    .slice(1, -1)
    .split(',')
    .filter(Boolean)
    .map((element) => (element === 'NULL' ? null : exactInteger(element))),
);
// An instant leaves the database as the API writes it: ISO 8601 in UTC with milliseconds.
// Read as it is written in UTC, for a `Date` takes ten times as long and a list has thousands; any other zone takes the long way.
const inUtc = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)(?:\.(\d{1,6}))?\+00$/;
pg.types.setTypeParser(pg.types.builtins.TIMESTAMPTZ, (text) => {
  const [, day, time, fraction = ''] = inUtc.exec(text) ?? [];
  return day === undefined ? new Date(text).toISOString() : `${day}T${time}.${fraction.slice(0, 3).padEnd(3, '0')}Z`;
});
// A local date is 'YYYY-MM-DD' and has no zone; the driver would make it an instant at the process's midnight.
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);

function exactInteger(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value))
    throw new RangeError(`The integer ${text} from the database is too large to be exact.`);
  return value;
}

export interface PoolOptions {
  /** Connections of this process; 8 to 16 serve best, more is slower. */
  max?: number;
  /**
   * Takes on a role that cannot pass by row-level security, and leaves queries uncompiled: compiling one takes longer than
   * the short ones of a service run. Without it the pool is the owner's.
   */
  role?: typeof apiRole;
  /** Shown in `pg_stat_activity`. */
  name?: string;
  /** How long to wait for a connection and for an answer, in milliseconds; as long as it takes when left out. */
  patienceMs?: number;
}

/** Opens a pool whose integers (`bigint`) are numbers and whose dates are strings, as the generated types say. */
export function openPool(databaseUrl: string, options: PoolOptions = {}): pg.Pool {
  const { patienceMs } = options;
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max: options.max ?? 10,
    application_name: options.name ?? 'festivals',
    ...(patienceMs === undefined ? {} : { connectionTimeoutMillis: patienceMs }),
    ...(options.role === undefined ? {} : { options: sessionOptions(options.role, patienceMs) }),
  });
  // A connection that breaks is replaced by the pool, and whoever was using it hears of it; unheard, the event would end the process.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => {
    client.on('error', () => undefined);
    // A server that is there says by itself that a statement took too long.
    if (patienceMs !== undefined) makeImpatient(client, patienceMs + 1000);
  });
  return pool;
}

const sessionOptions = (role: string, patienceMs: number | undefined): string =>
  [`role=${role}`, 'jit=off', 'timezone=UTC', ...(patienceMs === undefined ? [] : [`statement_timeout=${patienceMs}`])]
    .map((setting) => `-c ${setting}`)
    .join(' ');

/** Runs `work` on one connection of its own and closes it, whatever happens. */
export async function withConnection<T>(databaseUrl: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: databaseUrl, application_name: 'festivals-tool' });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
