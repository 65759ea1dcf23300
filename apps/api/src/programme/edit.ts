import type { FestivalId } from '@festivals/domain/primitives';
import type { Ctx } from '../platform/context.ts';
import { fail } from '../platform/fault.ts';
import { deed, type Tx } from '../platform/transaction.ts';
import { lockProgramme } from './edit-store.ts';

/** A deed upon a programme that nobody else edits meanwhile. */
export const edit = <T>(ctx: Ctx, festivalId: FestivalId, work: (tx: Tx) => Promise<T>): Promise<T> =>
  deed(ctx, festivalId, async (tx) => {
    await lockProgramme(tx);
    return work(tx);
  });

/** What is to be changed, if it is there and nobody has changed it since the caller read it. */
export function current<T extends { version: number }>(found: T | undefined, version: number): T {
  if (!found) fail('general.not_found');
  if (found.version !== version) fail('general.conflict', { version: found.version });
  return found;
}
