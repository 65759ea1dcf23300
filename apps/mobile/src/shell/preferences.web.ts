/** Small choices that must be known before the store is open: language and look. */
export const preferences = {
  read: (name: string): string | null => localStorage.getItem(name),
  write: (name: string, value: string): void => localStorage.setItem(name, value),
};
