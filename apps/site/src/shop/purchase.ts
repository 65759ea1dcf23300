import type { Company } from '@festivals/domain/ticketing/pricing/chosen';
import { v4 as uuid } from 'uuid';
import { deviceStore } from '../shell/device-store.ts';
import type { Work } from './hold-with-work.ts';
import { newSecret } from '../shell/new-secret.ts';
import { keptBy, recallKept } from '../shell/session.ts';

type Deed = 'hold' | 'order' | 'payment';
/** One deed and its key: whoever repeats the deed repeats the key, so that it happens once. */
interface Intent {
  key: string;
  of: string;
}

/** What this device knows of a purchase under way; it outlives a reload, a dead battery and a lost network. */
export interface Purchase {
  /** Opens the basket and the order made from it; the server keeps only its hash. */
  secret: string;
  quantities: Record<string, number>;
  codes: string[];
  company?: Company | undefined;
  /** Whether it was shown without VAT, because the company owes it. */
  reverseCharge?: boolean | undefined;
  /** What was done for the hold that is under way. */
  work?: Work | undefined;
  basketId?: string | undefined;
  orderId?: string | undefined;
  intents: Partial<Record<Deed, Intent>>;
}

const isText = (value: unknown): value is string => typeof value === 'string';
const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isIntent = (value: unknown): boolean =>
  value === undefined || (isObject(value) && isText(value['key']) && isText(value['of']));

const isCompany = (value: unknown): boolean =>
  isObject(value) &&
  isText(value['country']) &&
  isText(value['vatNumber']) &&
  (value['name'] === undefined || isText(value['name']));

const isWork = (value: unknown): boolean => isObject(value) && isText(value['challenge']) && isText(value['nonce']);

/** Whether what is kept is of a shape that we still know. By hand: a reader who only looks loads no schemas. */
const isPurchase = (kept: unknown): kept is Purchase =>
  isObject(kept) &&
  isText(kept['secret']) &&
  isObject(kept['quantities']) &&
  Object.values(kept['quantities']).every((quantity) => Number.isSafeInteger(quantity)) &&
  Array.isArray(kept['codes']) &&
  kept['codes'].every(isText) &&
  (kept['company'] === undefined || isCompany(kept['company'])) &&
  (kept['work'] === undefined || isWork(kept['work'])) &&
  [undefined, true, false].some((known) => kept['reverseCharge'] === known) &&
  [kept['basketId'], kept['orderId']].every((id) => id === undefined || isText(id)) &&
  isObject(kept['intents']) &&
  Object.values(kept['intents']).every(isIntent);

const place = (festivalId: string) => `purchase:${festivalId}`;

/** Whether what changed on this device, of which all is said to be gone by null, may be the purchase. */
export const isOfPurchase = (key: string | null, festivalId: string): boolean =>
  key === null || key === place(festivalId);

export function recallPurchase(festivalId: string): Purchase | null {
  const kept = deviceStore.get(place(festivalId));
  if (kept === null) return null;
  const read: unknown = JSON.parse(kept);
  return isPurchase(read) ? read : null;
}

export const keepPurchase = (festivalId: string, purchase: Purchase): void =>
  deviceStore.set(place(festivalId), JSON.stringify(purchase));

export const forgetPurchase = (festivalId: string): void => deviceStore.remove(place(festivalId));

/** A new purchase with a secret of its own. */
export const beginPurchase = (
  quantities: Record<string, number>,
  codes: readonly string[] = [],
  bought: Pick<Purchase, 'company' | 'reverseCharge'> = {},
): Purchase => ({
  secret: newSecret(),
  quantities,
  codes: [...codes],
  ...bought,
  intents: {},
});

export type Choice = Pick<Purchase, 'quantities' | 'codes' | 'company'>;

/** Nothing is held any more; what was chosen stays, also for a reload. */
export const keepChoice = (festivalId: string, { quantities, codes, company }: Choice): void =>
  keepPurchase(festivalId, beginPurchase(quantities, codes, { company }));

/** What is being chosen stays for a reload, or a look at another language. What is held already is another tab's to change. */
export function changeChoice(festivalId: string, { quantities, codes, company }: Choice): void {
  const known = recallPurchase(festivalId);
  if (known?.basketId) return;
  const purchase = known ?? beginPurchase(quantities, codes);
  keepPurchase(festivalId, { ...purchase, quantities, codes, company });
}

/** The key for a deed: the one it was tried with before, or a new one when it is another deed. */
export function keyFor(purchase: Purchase, deed: Deed, what: unknown): { key: string; purchase: Purchase } {
  const of = JSON.stringify(what);
  const known = purchase.intents[deed];
  if (known?.of === of) return { key: known.key, purchase };
  const key = uuid();
  return { key, purchase: { ...purchase, intents: { ...purchase.intents, [deed]: { key, of } } } };
}

/** The deed was answered for good: the next attempt is another deed. */
export function closeIntent(purchase: Purchase, deed: Deed): Purchase {
  const { [deed]: _, ...intents } = purchase.intents;
  return { ...purchase, intents };
}

const secretPlace = (orderId: string) => `order:${orderId}`;

/** Keeps the secret of an order, so that this device can show its tickets: always, or until the account that bought it leaves. */
export const keepOrderSecret = (orderId: string, secret: string): void =>
  deviceStore.set(keptBy(secretPlace(orderId)), secret);

/**
 * The secret of an order: from the shop's own link (in the fragment, which no server sees), from the mail's, or from this device.
 * A mail's secret must not push out the buyer's own, which it does not replace.
 */
export function recallOrderSecret(orderId: string, address: Pick<Location, 'hash' | 'search'>): string | null {
  return (
    recallKept(secretPlace(orderId)) ?? (address.hash.slice(1) || new URLSearchParams(address.search).get('secret'))
  );
}
