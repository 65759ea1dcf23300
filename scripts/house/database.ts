import { join } from 'node:path';
import { migrate } from '../../database/src/migrate.ts';
import { startPostgres } from '../../database/src/postgres.ts';
import { seedOnce } from '../../database/src/seed-once.ts';
import { say } from './progress.ts';
import { takePort } from './ports.ts';
import { settings } from './settings.ts';

export interface HouseDatabase {
  url: string;
  stop(): Promise<void>;
}

/** The database of the house, running, migrated and with the demo festival in it. */
export async function openDatabase(): Promise<HouseDatabase> {
  const database = await provideDatabase();
  try {
    await timed('migrations', async () => {
      const applied = await migrate(database.url);
      return applied.length === 0 ? 'up to date' : `${applied.length} applied, up to ${applied.at(-1)}`;
    });
    if (settings.demo)
      await timed('demo', async () =>
        (await seedOnce(database.url)) ? 'the demo festival is filled in' : 'is there already',
      );
    return database;
  } catch (error) {
    await database.stop();
    throw error;
  }
}

async function provideDatabase(): Promise<HouseDatabase> {
  if (settings.databaseUrl !== undefined) {
    const { host, pathname } = new URL(settings.databaseUrl);
    say('database', `${host}${pathname}, as DATABASE_URL says`);
    return { url: settings.databaseUrl, stop: async () => undefined };
  }
  const began = Date.now();
  const wanted = settings.ports.database;
  const cluster = await startPostgres({
    home: join(settings.data, 'postgres'),
    port: await takePort(wanted, Object.values(settings.ports)),
  });
  const found = cluster.reused ? ', found running and used again' : '';
  const moved = !cluster.reused && cluster.port !== wanted ? `, as ${wanted} is taken` : '';
  say('database', `PostgreSQL on port ${cluster.port}${found}${moved}`, Date.now() - began);
  return { url: cluster.url(), stop: cluster.stop };
}

async function timed(about: string, work: () => Promise<string>): Promise<void> {
  const began = Date.now();
  say(about, await work(), Date.now() - began);
}
