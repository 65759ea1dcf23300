import { env } from '../env.ts';

/** The origin of what has to be absolute: the one configured, never the one that a caller names. */
export const siteOrigin = (): string => env.siteUrl ?? 'http://localhost:3000';
