import { join } from 'node:path';
import { env } from './env.ts';
import { migrate } from './migrate.ts';
import { startPostgres } from './postgres.ts';
import { prepareTemplate, withDatabase } from './template.ts';
import { typesAreCurrent, writeTypes } from './generate-types.ts';

const usage = `Usage: node database/src/cli.ts <command>
  migrate          applies the pending migrations
  types            writes database/src/generated.ts from a freshly migrated database
  types --check    fails when that file is not current
  seed             fills in the demo festival
DATABASE_URL names the database; without it the project's own PostgreSQL is started for the time of the command.`;

const [command, ...flags] = process.argv.slice(2);

/** Runs `work` on `DATABASE_URL`, or on the embedded cluster, which ends with the command unless it ran before. */
async function withDatabaseUrl(
  cluster: { home: string; disposable: boolean },
  work: (url: string) => Promise<void>,
): Promise<void> {
  if (env.databaseUrl !== undefined) return work(env.databaseUrl);
  const server = await startPostgres({ ...cluster, home: join(env.data, cluster.home) });
  try {
    await work(server.url());
  } finally {
    if (!server.reused) await server.stop();
  }
}

const house = { home: 'postgres', disposable: false };
const scratch = { home: 'postgres-test', disposable: true };

if (command === 'migrate') {
  await withDatabaseUrl(house, async (url) => {
    const applied = await migrate(url);
    console.log(applied.length === 0 ? 'The database is up to date.' : `Applied ${applied.join(', ')}.`);
  });
} else if (command === 'types') {
  await withDatabaseUrl(scratch, async (url) => {
    const fresh = withDatabase(url, await prepareTemplate(url));
    if (!flags.includes('--check')) {
      await writeTypes(fresh);
      console.log('Wrote database/src/generated.ts.');
    } else if (await typesAreCurrent(fresh)) {
      console.log('database/src/generated.ts is current.');
    } else {
      console.error('database/src/generated.ts is stale: run `npm run types:database`.');
      process.exitCode = 1;
    }
  });
} else if (command === 'seed') {
  const { seedDemo } = await import('./demo/seed.ts');
  await withDatabaseUrl(house, async (url) => void (await seedDemo(url)));
} else {
  console.error(usage);
  process.exitCode = 2;
}
