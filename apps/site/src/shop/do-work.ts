import { Unreachable } from '@festivals/contract/api-error';
import type { WorkFor } from '@festivals/domain/ticketing/hold-work/proof-of-work';

export interface AskedWork extends WorkFor {
  bits: number;
}

/** The nonce of a hold's work, after some tenths of a second. @throws Unreachable where the program that does it cannot be had */
export const doWork = (work: AskedWork): Promise<string> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./work.worker.ts', import.meta.url));
    worker.addEventListener('message', ({ data }: MessageEvent<string>) => {
      worker.terminate();
      resolve(data);
    });
    worker.addEventListener('error', (event) => {
      worker.terminate();
      reject(new Unreachable(event.message));
    });
    worker.postMessage(work, []);
  });
