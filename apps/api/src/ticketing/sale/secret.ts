import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { Env } from '../../platform/env.ts';

/** A basket's secret is kept as its hash alone. It is long and random, so a plain hash does. */
export const hashSecret = (secret: string): Buffer => createHash('sha256').update(secret).digest();

/** The secret of the link in an order's mail: made from the server's key, kept nowhere. */
export const linkSecret = (env: Env, orderId: string): string =>
  createHmac('sha256', env.JWT_SECRET).update(`order link ${orderId}`).digest('base64url');

/** Whether a secret opens an order: the buyer's own, or that of the mail's link. An order that no basket's secret opens has a hash of another length. */
export function opensOrder(env: Env, order: { id: string; secretHash: Buffer }, secret: string): boolean {
  return sameHash(hashSecret(secret), order.secretHash) || sameText(secret, linkSecret(env, order.id));
}

const sameText = (one: string, other: string): boolean => sameHash(hashSecret(one), hashSecret(other));
const sameHash = (one: Buffer, other: Buffer): boolean => one.length === other.length && timingSafeEqual(one, other);
