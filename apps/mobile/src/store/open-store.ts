import { openExpoEngine } from './expo-engine.ts';
import { storeOf, type Engine, type Store } from './local-database.ts';
import { migrateStore } from './migrate-store.ts';

const ATTEMPTS = 20;
const PAUSE_MS = 250;

/** Opens and migrates the store of this device; call it once the store is claimed. */
export async function openStore(): Promise<Store> {
  const store = storeOf(await openPatiently());
  await migrateStore(store);
  return store;
}

/** A browser frees the file of a closed tab a moment after its lock. */
async function openPatiently(): Promise<Engine> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await openExpoEngine();
    } catch (cause) {
      if (attempt === ATTEMPTS) throw cause;
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
  }
}
