import { createHash, createHmac, randomBytes } from 'node:crypto';
import type { Env } from '../platform/env.ts';
import { deriveKey } from './derive-key.ts';

/** 256 random bits as text: a refresh token or the token of a mail. */
export const newToken = (): string => randomBytes(32).toString('base64url');

/** What is kept of a token. It has 256 bits, so a plain hash cannot be guessed back. */
export const hashToken = (token: string): Buffer => createHash('sha256').update(token).digest();

/**
 * The refresh token that follows another. It is computed, not drawn, so that a renewal asked twice in the same moment can
 * be answered twice with one and the same token, although none is stored; without the server's secret it is as good as random.
 */
export const successorOf = (env: Env, token: string): string =>
  createHmac('sha256', deriveKey(env.JWT_SECRET, 'refresh-token')).update(token).digest('base64url');
