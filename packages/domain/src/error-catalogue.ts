import type { KnownError } from '@festivals/contract/openapi';

/** `number` is the code on the wire (`ERR_<number>`), in the range of its subject; never reused for another meaning. */
export interface ErrorEntry {
  number: number;
  status: number;
}

export type ErrorCatalogue = Record<string, ErrorEntry>;

/** `ticketing.sold_out` → `SOLD_OUT`, the name on the wire. */
export const wireName = (name: string): string => name.slice(name.indexOf('.') + 1).toUpperCase();

export const knownError = (catalogue: ErrorCatalogue, name: string): KnownError => {
  const entry = catalogue[name];
  if (!entry) throw new Error(`Error not in the catalogue: ${name}`);
  return { code: `ERR_${entry.number}`, name: wireName(name), status: entry.status };
};
