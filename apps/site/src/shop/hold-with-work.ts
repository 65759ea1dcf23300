import { ApiError } from '@festivals/contract/api-error';
import type { Festival } from '@festivals/domain/festival/contract';
import type { Basket } from '@festivals/domain/ticketing/schemas';
import { site } from '../shell/site-later.ts';
import { doWork } from './do-work.ts';
import type { Wishes } from '@festivals/domain/ticketing/pricing/chosen';

/** Work that was done for a hold. */
export interface Work {
  challenge: string;
  nonce: string;
}

interface Hold {
  festivalId: Festival['id'];
  body: Wishes & { secret: string; total: number };
  key: string;
  /** Work that was done for this hold before. */
  work: Work | undefined;
  /** Work is done from now on; called again with what came of it, before it is sent. */
  onWork: (work: Work | null) => void;
}

/** Work may run out on its way, and be wanted anew. */
const attempts = 3;

/** Holds what is wished for. Where the festival wants work first, it is done, and the same hold is asked for with the same key. */
export async function holdWithWork({ festivalId, body, key, work, onWork }: Hold): Promise<Basket> {
  let done = work;
  for (let left = attempts; ; left -= 1) {
    try {
      const asked = { params: { festivalId }, body: { ...body, ...(done && { work: done }) } };
      return await site.ticketing.holdBasket(asked, { idempotencyKey: key });
    } catch (error) {
      const wanted = wantedBy(error);
      if (!wanted || left === 1) throw error;
      onWork(null);
      const { challenge, bits } = wanted;
      done = { challenge, nonce: await doWork({ challenge, bits, key, secret: body.secret }) };
      onWork(done);
    }
  }
}

/** The API's own shape, read without trust: it may be of another day than this page. */
function wantedBy(error: unknown): { challenge: string; bits: number } | null {
  if (!(error instanceof ApiError) || error.name !== 'WORK_WANTED') return null;
  const { challenge, bits } = error.details;
  return typeof challenge === 'string' && typeof bits === 'number' ? { challenge, bits } : null;
}
