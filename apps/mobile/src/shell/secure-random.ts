import { getRandomValues, randomUUID } from 'expo-crypto';

/** Gives a phone's engine the Web Crypto names with which keys and ids are made. */
export function provideSecureRandom(): void {
  if (typeof globalThis.crypto !== 'undefined') return;
  Object.defineProperty(globalThis, 'crypto', { value: { getRandomValues, randomUUID } });
}
