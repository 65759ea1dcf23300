import type { FestivalId } from '@festivals/domain/primitives';
import { createHmac, timingSafeEqual } from 'node:crypto';
import { deriveKey } from '../identity/derive-key.ts';

/** Lets whoever holds it look at one festival, published or not, until it expires; nothing else. */
export function issuePreviewToken(secret: string, festivalId: FestivalId, expiresAt: Date): string {
  const expiry = Math.floor(expiresAt.getTime() / 1000).toString(36);
  return `${expiry}.${seal(secret, festivalId, expiry).toString('base64url')}`;
}

/** Whether a token is one for this festival that has not expired. */
export function isPreviewToken(secret: string, festivalId: FestivalId, token: string, now: Date): boolean {
  const [expiry = '', sealed = '', ...surplus] = token.split('.');
  if (surplus.length > 0 || !/^[0-9a-z]{1,12}$/.test(expiry)) return false;
  const [given, wanted] = [Buffer.from(sealed, 'base64url'), seal(secret, festivalId, expiry)];
  if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) return false;
  return Number.parseInt(expiry, 36) * 1000 > now.getTime();
}

const seal = (secret: string, festivalId: string, expiry: string): Buffer =>
  createHmac('sha256', deriveKey(secret, 'preview')).update(`${festivalId} ${expiry}`).digest();
