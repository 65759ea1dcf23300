import { setTimeout as wait } from 'node:timers/promises';
import type { Client } from '@festivals/contract';
import type { api } from '@festivals/domain';
import type { FestivalId } from '@festivals/domain/primitives';
import { rounded } from './percentile.ts';

const rows = 10_000;

/** Ten thousand sets from a file, as an organiser has it done: handed in, read, shown and written. Rows by the seconds from first to last. */
export async function importRowsPerSecond({ programme }: Client<typeof api>, festivalId: FestivalId): Promise<number> {
  const name = 'large.csv';
  const began = performance.now();
  const { id } = await programme.uploadProgrammeImport({
    params: { festivalId },
    query: { name },
    body: new Blob([largeFile()], { type: 'application/octet-stream' }),
  });
  const params = { festivalId, importId: id };
  const until = async (wanted: string) => {
    for (;;) {
      const now = await programme.getProgrammeImport({ params });
      if (now.status === wanted) return now;
      if (now.fault) throw new Error(`The import failed: ${JSON.stringify(now.fault)}`);
      await wait(50);
    }
  };
  const ready = await until('READY');
  if (ready.counts?.new !== rows) throw new Error(`Not all rows are new: ${JSON.stringify(ready.counts)}`);
  await programme.applyProgrammeImport({ params, body: { hash: ready.hash ?? '' } });
  await until('APPLIED');
  return rounded(rows / ((performance.now() - began) / 1000), 0);
}

/** Sets of ten minutes on stages of their own, around the clock. */
function largeFile(): string {
  const lines = ['id,day,start,end,stage,artist'];
  const time = (minutes: number) =>
    `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
  for (let row = 0; row < rows; row += 1) {
    const at = 600 + (row % 50) * 10;
    const day = 11 + (Math.floor(row / 50) % 5);
    const stage = Math.floor(row / 250);
    lines.push(
      `row-${row},2040-07-${day},${time(at)},${time(at + 10)},Imported stage ${stage},Imported artist ${row % 4000}`,
    );
  }
  return lines.join('\n');
}
