/** What this device remembers. A browser that refuses to keep anything forgets with the page, and nothing breaks. */
const forgetful = new Map<string, string>();

export const deviceStore = {
  get(key: string): string | null {
    try {
      return localStorage.getItem(key);
    } catch {
      return forgetful.get(key) ?? null;
    }
  },
  set(key: string, value: string): void {
    try {
      localStorage.setItem(key, value);
    } catch {
      forgetful.set(key, value);
    }
  },
  /** The keys that begin so. */
  keys(beginning: string): string[] {
    try {
      return Object.keys(localStorage).filter((key) => key.startsWith(beginning));
    } catch {
      return [...forgetful.keys()].filter((key) => key.startsWith(beginning));
    }
  },
  remove(key: string): void {
    try {
      localStorage.removeItem(key);
    } catch {
      forgetful.delete(key);
    }
  },
};
