import { openDatabaseAsync } from 'expo-sqlite';
import type { Engine } from './local-database.ts';

/** Opens the app's SQLite file. `synchronous = full`: a verdict turns green only after its fact is on disk. */
export async function openExpoEngine(): Promise<Engine> {
  const database = await openDatabaseAsync('festivals.db');
  await database.execAsync('pragma synchronous = full');
  return {
    run: async (sql, values) => void (await database.runAsync(sql, values)),
    all: (sql, values) => database.getAllAsync(sql, values),
  };
}
