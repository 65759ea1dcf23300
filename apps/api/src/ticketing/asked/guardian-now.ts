import type { StoredAsked } from './order-asked-store.ts';

type Guardian = NonNullable<StoredAsked['holders'][number]['guardian']>;

/** A guardian with a ticket is whoever holds it by now. */
export function guardianNow(guardian: Guardian, holders: StoredAsked['holders']): Guardian {
  const { place } = guardian;
  const at = place && holders.find(({ lineNo, nth }) => lineNo === place.lineNo && nth === place.nth);
  return at ? { ...guardian, name: at.holder } : guardian;
}
