import { withConnection } from './connect.ts';

/**
 * Fills in the demo festival unless this database has had it before; an organiser who deleted it is not given it again.
 * @returns whether it was filled in now
 */
export function seedOnce(databaseUrl: string): Promise<boolean> {
  return withConnection(databaseUrl, async (client) => {
    await client.query(`select pg_advisory_lock(hashtextextended('festivals.seed', 0))`);
    await client.query(
      'create table if not exists platform.seed (name text primary key, seeded_at timestamptz not null default now())',
    );
    const { rowCount } = await client.query(`select from platform.seed where name = 'demo'`);
    if (rowCount === 1) return false;
    const { seedDemo } = await import('./demo/seed.ts');
    await seedDemo(databaseUrl);
    await client.query(`insert into platform.seed (name) values ('demo')`);
    return true;
  });
}
