/** A whole purchase as it goes over the wire. What is in `purchase.json` was answered by a real API: `purchase-examples.test.ts` buys again and compares. */
import { readFileSync } from 'node:fs';

export interface Example {
  /** The route's name, as the document has it as `operationId`. */
  operation: string;
  params?: Record<string, string>;
  query?: Record<string, string>;
  /** Headers of its own, beside those that all calls share. */
  headers?: Record<string, string>;
  body?: unknown;
  status: number;
  /** Null where there is nothing to answer. */
  answer: unknown;
}

// Written by the test as `Example[]`.
export const purchase: readonly Example[] = JSON.parse(
  readFileSync(new URL('purchase.json', import.meta.url), 'utf8'),
) as readonly Example[];
