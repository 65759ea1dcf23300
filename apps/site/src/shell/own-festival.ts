/** On whose own domain a page is read: there its addresses leave the festival's name out. */
const name = Symbol.for('festivals.site.own');

interface Store {
  getStore(): string | undefined;
}

/** Has what is made within know whose domain it is for. */
export function provideOwn(store: Store): void {
  Object.assign(globalThis, { [name]: store });
}

/** The festival's address on the platform; null on the platform itself. */
export function ownFestival(): string | null {
  if (typeof document !== 'undefined') return document.documentElement.dataset['own'] ?? null;
  // Set by the server that makes pages, before any is made.
  const shared = globalThis as { [name]?: Store };
  return shared[name]?.getStore() ?? null;
}
