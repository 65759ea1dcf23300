import { fail } from '../platform/fault.ts';

/** What is to be changed, if it is there and nobody has changed it since the caller read it. */
export function current<T extends { version: number }>(found: T | undefined, version: number): T {
  if (!found) fail('general.not_found');
  if (found.version !== version) fail('general.conflict', { version: found.version });
  return found;
}
