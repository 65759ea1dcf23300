import { v4 as uuid } from 'uuid';
import { z } from 'zod';
import { deviceStore } from '../shell/device-store.ts';
import { newSecret } from '../shell/new-secret.ts';

/** One deed and its key: whoever repeats the deed repeats the key, so that it happens once. */
const Intent = z.object({ key: z.string(), of: z.string() });

/** What this device knows of a purchase under way; it outlives a reload, a dead battery and a lost network. */
const Purchase = z.object({
  /** Opens the basket and the order made from it; the server keeps only its hash. */
  secret: z.string(),
  quantities: z.record(z.string(), z.int()),
  codes: z.array(z.string()).default([]),
  basketId: z.string().optional(),
  orderId: z.string().optional(),
  intents: z.partialRecord(z.enum(['hold', 'order', 'payment']), Intent),
});
export type Purchase = z.infer<typeof Purchase>;

const place = (festivalId: string) => `purchase:${festivalId}`;

export function recallPurchase(festivalId: string): Purchase | null {
  const kept = deviceStore.get(place(festivalId));
  if (kept === null) return null;
  const parsed = Purchase.safeParse(JSON.parse(kept));
  return parsed.success ? parsed.data : null;
}

export const keepPurchase = (festivalId: string, purchase: Purchase): void =>
  deviceStore.set(place(festivalId), JSON.stringify(purchase));

export const forgetPurchase = (festivalId: string): void => deviceStore.remove(place(festivalId));

/** A new purchase with a secret of its own. */
export const beginPurchase = (quantities: Record<string, number>, codes: readonly string[] = []): Purchase => ({
  secret: newSecret(),
  quantities,
  codes: [...codes],
  intents: {},
});

/** The key for a deed: the one it was tried with before, or a new one when it is another deed. */
export function keyFor(
  purchase: Purchase,
  deed: keyof Purchase['intents'],
  what: unknown,
): { key: string; purchase: Purchase } {
  const of = JSON.stringify(what);
  const known = purchase.intents[deed];
  if (known?.of === of) return { key: known.key, purchase };
  const key = uuid();
  return { key, purchase: { ...purchase, intents: { ...purchase.intents, [deed]: { key, of } } } };
}

/** The deed was answered for good: the next attempt is another deed. */
export function closeIntent(purchase: Purchase, deed: keyof Purchase['intents']): Purchase {
  const { [deed]: _, ...intents } = purchase.intents;
  return { ...purchase, intents };
}

const secretPlace = (orderId: string) => `order:${orderId}`;

/** Keeps the secret of an order, so that this device can always show its tickets. */
export const keepOrderSecret = (orderId: string, secret: string): void => deviceStore.set(secretPlace(orderId), secret);

/**
 * The secret of an order: from the shop's own link (in the fragment, which no server sees), from the mail's, or from this device.
 * A mail's secret must not push out the buyer's own, which it does not replace.
 */
export function recallOrderSecret(orderId: string, address: Pick<Location, 'hash' | 'search'>): string | null {
  return (
    deviceStore.get(secretPlace(orderId)) ??
    (address.hash.slice(1) || new URLSearchParams(address.search).get('secret'))
  );
}
