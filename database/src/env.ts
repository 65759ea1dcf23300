import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

/** The one place where this package reads the environment; the values are read at each use. */
export const env = {
  /** The project's root folder. */
  root,
  /** Where a running house keeps its data: cluster, logs, secrets. */
  get data(): string {
    return resolve(process.env['FESTIVALS_DATA'] ?? resolve(root, '.data'));
  },
  /** The owner's connection string, or undefined when the embedded cluster is wanted. */
  get databaseUrl(): string | undefined {
    return process.env['DATABASE_URL'] || undefined;
  },
  /** What the API's pools use instead of `databaseUrl` where a pooler forbids `role=`. */
  get databaseApiUrl(): string | undefined {
    return process.env['DATABASE_API_URL'] || undefined;
  },
  /** Tells this process and the ones it starts where the database is. */
  set databaseUrl(url: string | undefined) {
    if (url === undefined) delete process.env['DATABASE_URL'];
    else process.env['DATABASE_URL'] = url;
  },
};
