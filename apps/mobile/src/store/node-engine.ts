import { DatabaseSync } from 'node:sqlite';
import { migrateStore } from './migrate-store.ts';
import { storeOf, type Store } from './local-database.ts';

/** A migrated store on Node's own SQLite, for tests: the same SQL as on the phone. `path` survives a reopening. */
export async function openNodeStore(path = ':memory:'): Promise<Store> {
  const database = new DatabaseSync(path);
  const store = storeOf({
    run: async (sql, values) => void database.prepare(sql).run(...values),
    all: async (sql, values) => database.prepare(sql).all(...values),
  });
  await migrateStore(store);
  return store;
}
