import { expect, it } from 'vitest';
import { sharedFlush } from './durable.ts';

/** A disk whose flushes end when they are told to. */
function slowDisk() {
  const flushes: { end: () => void; fail: (error: Error) => void }[] = [];
  const flush = () => new Promise<void>((end, fail) => flushes.push({ end, fail }));
  return { flushes, untilDurable: sharedFlush(flush) };
}

const turns = async () => {
  for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
};

it('flushes once for all who ask together', async () => {
  const { flushes, untilDurable } = slowDisk();
  const all = Promise.all([untilDurable(), untilDurable(), untilDurable()]);
  await turns();
  expect(flushes).toHaveLength(1);
  flushes[0]?.end();
  await all;
});

it('never lets a flush that began earlier speak for a later commit', async () => {
  const { flushes, untilDurable } = slowDisk();
  void untilDurable();
  await turns();
  let durable = false;
  const late = [untilDurable(), untilDurable()];
  void Promise.all(late).then(() => (durable = true));
  flushes[0]?.end();
  await turns();
  expect(durable).toBe(false);
  expect(flushes).toHaveLength(2);
  flushes[1]?.end();
  await Promise.all(late);
});

it('tells those who waited for a flush that failed, and nobody else', async () => {
  const { flushes, untilDurable } = slowDisk();
  const first = untilDurable();
  await turns();
  const second = untilDurable();
  flushes[0]?.fail(new Error('the disk is full'));
  await expect(first).rejects.toThrow('the disk is full');
  await turns();
  flushes[1]?.end();
  await second;
});
