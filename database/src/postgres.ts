import { rmSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { abandonedHomes, clusterHome, serverPrograms, serverUser } from './cluster-home.ts';
import { address, initialise, launch, readPassword, runningPort, stopServer } from './postgres-server.ts';

export interface ClusterOptions {
  /** The folder the cluster lives in, made if it is missing. */
  home: string;
  /** The port to prefer; the next free one is taken when it is in use. Any free one by default. */
  port?: number;
  /** For tests alone: gives up durability, so that a crash of the machine may corrupt the cluster. */
  disposable?: boolean;
  /** Further lines of its `postgresql.conf`, written when the cluster is made. */
  settings?: readonly string[];
}

export interface Cluster {
  port: number;
  /** Whether a server left by a killed process was found running and is used again. */
  reused: boolean;
  /** The owner's connection string to one database of the cluster. */
  url(database?: string): string;
  /** Ends every connection and then the server; what was committed is safe. */
  stop(): Promise<void>;
}

/** The role that owns the tables. It is no superuser, so that what works here works on a rented PostgreSQL too. */
const owner = 'festivals';
const mainDatabase = 'festivals';

/** Starts the embedded PostgreSQL 18, or takes over the one that a killed process left running on the same folder. */
export async function startPostgres(options: ClusterOptions): Promise<Cluster> {
  const user = serverUser();
  const programs = await serverPrograms(user);
  const home = clusterHome(options.home, user);
  const server = { user, programs, home, data: join(home, 'data') };

  for (const abandoned of abandonedHomes(home)) {
    await stopServer({ ...server, home: abandoned, data: join(abandoned, 'data') });
    rmSync(abandoned, { recursive: true, force: true });
  }
  await initialise(server, options);

  let port = await runningPort(server);
  const reused = port !== undefined;
  port ??= await launch(server, options.port);

  const password = readPassword(home);
  await createOwner(port, password);
  return {
    port,
    reused,
    url: (database = mainDatabase) => address(owner, password, port, database),
    stop: () => stopServer(server),
  };
}

async function createOwner(port: number, password: string): Promise<void> {
  const client = new pg.Client({ connectionString: address('postgres', password, port, 'postgres') });
  await client.connect();
  try {
    // Two processes may come here together: each statement is tried, and "exists already" is the answer hoped for.
    await client.query(`create role ${owner} login createdb createrole password '${password}'`).catch(unlessExists);
    await client.query(`create database ${mainDatabase} owner ${owner}`).catch(unlessExists);
  } finally {
    await client.end();
  }
}

function unlessExists(error: unknown): void {
  const already = ['42710', '42P04', '23505'];
  if (!(error instanceof pg.DatabaseError && already.includes(error.code ?? ''))) throw error;
}
