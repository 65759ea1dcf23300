import * as SecureStore from 'expo-secure-store';
import type { LocalDatabase } from '../store/local-database.ts';
import { fromBase64Url, toBase64Url } from '@festivals/domain/bytes';

const NAME = 'device.key';
// Kept out of backups: a restored copy on another phone would be a second signer of the same chain.
const options = { keychainAccessible: SecureStore.WHEN_UNLOCKED_THIS_DEVICE_ONLY };

/** The secret half of this device's Ed25519 key, in the phone's key store; it never leaves the device. */
export const deviceKey = {
  keep: (_db: LocalDatabase, secret: Uint8Array): Promise<void> =>
    SecureStore.setItemAsync(NAME, toBase64Url(secret), options),
  read: async (_db: LocalDatabase): Promise<Uint8Array | null> => {
    const kept = await SecureStore.getItemAsync(NAME, options);
    return kept ? fromBase64Url(kept) : null;
  },
  forget: (_db: LocalDatabase): Promise<void> => SecureStore.deleteItemAsync(NAME, options),
};
