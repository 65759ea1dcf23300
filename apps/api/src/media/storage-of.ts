import type { Env } from '../platform/env.ts';
import { localStorage } from './local-storage.ts';
import type { Storage } from './picture-storage.ts';

const opened = new WeakMap<Env, Promise<Storage>>();

/** The storage that this process was configured with: a folder, or a bucket, whose client is loaded only then. */
export function storageOf(env: Env): Promise<Storage> {
  const known = opened.get(env);
  if (known) return known;
  const storage = open(env);
  opened.set(env, storage);
  return storage;
}

async function open(env: Env): Promise<Storage> {
  if (!env.S3_BUCKET) return localStorage(env.FESTIVALS_DATA);
  const { s3Storage } = await import('./s3-storage.ts');
  return s3Storage(env, env.S3_BUCKET);
}
