import { z } from 'zod';
import { forget, keep, recall } from '../store/kept.ts';
import type { LocalDatabase } from '../store/local-database.ts';
import { fromBase64Url, toBase64Url } from '@festivals/domain/bytes';

const NAME = 'device-key';

/** The secret half of this device's Ed25519 key. A browser has no key store for it: it lies in the app's own file, which only this origin can read. */
export const deviceKey = {
  keep: (db: LocalDatabase, secret: Uint8Array): Promise<void> => keep(db, NAME, toBase64Url(secret), Date.now()),
  read: async (db: LocalDatabase): Promise<Uint8Array | null> => {
    const kept = await recall(db, NAME, z.base64url());
    return kept ? fromBase64Url(kept.value) : null;
  },
  forget: (db: LocalDatabase): Promise<void> => forget(db, NAME),
};
