import * as SecureStore from 'expo-secure-store';

const ACCESS = 'session.access';
const REFRESH = 'session.refresh';

export type Tokens = { access: string; refresh: string } | null;

/** Asks the server for bearer tokens in the body: a phone's app has no cookie jar of its own. */
export const tokenHeaders: Record<string, string> = { 'x-tokens': 'body' };

/** The session of the person on a phone, in the system's key store. */
export const tokens = {
  access: async (): Promise<string | undefined> => (await SecureStore.getItemAsync(ACCESS)) ?? undefined,
  refresh: async (): Promise<string | undefined> => (await SecureStore.getItemAsync(REFRESH)) ?? undefined,
  keep: async (next: Tokens): Promise<void> => {
    if (next) {
      await SecureStore.setItemAsync(ACCESS, next.access);
      await SecureStore.setItemAsync(REFRESH, next.refresh);
    } else {
      await SecureStore.deleteItemAsync(ACCESS);
      await SecureStore.deleteItemAsync(REFRESH);
    }
  },
};
