import Storage from 'expo-sqlite/kv-store';

/** Small choices that must be known before the store is open: language and look. */
export const preferences = {
  read: (name: string): string | null => Storage.getItemSync(name),
  write: (name: string, value: string): void => Storage.setItemSync(name, value),
};
