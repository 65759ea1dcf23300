import { settings } from '../house/settings.ts';
import { startExternalPostgres } from './external-postgres.ts';
import { conclude, runSteps, skipped, vitest } from './steps.ts';

const name = 'tests on an external PostgreSQL';
console.log(`\nFestivals · ${name}\n`);

if (settings.databaseUrl !== undefined) {
  conclude(await runSteps([vitest('api', { DATABASE_URL: settings.databaseUrl })], 1));
} else {
  const server = await startExternalPostgres();
  if (server === undefined) {
    const why = 'Debian’s postgresql is not installed, and only root can install it. Or set DATABASE_URL.';
    conclude([settings.ci ? { name, output: why, passed: 0, failed: 1, skipped: 0 } : skipped(name, why)]);
  } else {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(130));
    process.on('exit', server.stop);
    console.log(`  PostgreSQL ${server.version}`);
    conclude(await runSteps([vitest('api', { DATABASE_URL: server.url })], 1));
  }
}
