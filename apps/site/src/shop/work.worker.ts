/** Does a hold's work beside the page, so that nothing on it stands still. */
import { findNonce } from '@festivals/domain/ticketing/hold-work/proof-of-work';
import type { AskedWork } from './do-work.ts';

const tries = 5_000;

addEventListener('message', ({ data: { bits, ...work } }: MessageEvent<AskedWork>) => {
  for (let from = 0; ; from += tries) {
    const nonce = findNonce(work, { bits, from, count: tries });
    if (nonce !== null) return postMessage(nonce);
  }
});
