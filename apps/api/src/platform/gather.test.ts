import { expect, it } from 'vitest';
import { gathering } from './gather.ts';

class Refused extends Error {}
const wasRefused = (error: unknown) => error instanceof Refused;

/** A place that answers when it is told to, and refuses the asks below zero. */
function slowPlace(most?: number) {
  const calls: { asks: readonly number[]; end: () => void; fail: (error: Error) => void }[] = [];
  const ask = gathering<number, string>(
    (_, asks) =>
      new Promise((end, fail) =>
        calls.push({
          asks,
          end: () => (asks.some((one) => one < 0) ? fail(new Refused()) : end(asks.map((one) => `got ${one}`))),
          fail,
        }),
      ),
    wasRefused,
    most,
  );
  return { calls, ask, asked: () => calls.map(({ asks }) => asks) };
}

const turns = async () => {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
};

it('sends who comes alone at once, and all who come meanwhile together', async () => {
  const { calls, ask, asked } = slowPlace();
  const all = Promise.all([1, 2, 3].map((one) => ask('here', one)));
  expect(asked()).toEqual([[1]]);
  calls[0]?.end();
  await turns();
  expect(asked()).toEqual([[1], [2, 3]]);
  calls[1]?.end();
  expect(await all).toEqual(['got 1', 'got 2', 'got 3']);
});

it('lets no place wait for another', () => {
  const { ask, asked } = slowPlace();
  void ask('here', 1);
  void ask('there', 2);
  expect(asked()).toEqual([[1], [2]]);
});

it('takes no more at once than it may', async () => {
  const { calls, ask, asked } = slowPlace(2);
  const all = Promise.all([1, 2, 3, 4].map((one) => ask('here', one)));
  for (const at of [0, 1, 2]) {
    calls[at]?.end();
    await turns();
  }
  expect(await all).toHaveLength(4);
  expect(asked()).toEqual([[1], [2, 3], [4]]);
});

it('asks again for each alone when one of several is refused: only that one hears it', async () => {
  const { calls, ask, asked } = slowPlace();
  void ask('here', 1);
  const all = Promise.allSettled([2, -3, 4].map((one) => ask('here', one)));
  calls[0]?.end();
  await turns();
  calls[1]?.end();
  await turns();
  expect(asked().slice(1)).toEqual([[2, -3, 4], [2], [-3], [4]]);
  for (const call of calls.slice(2)) call.end();
  expect((await all).map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
});

it('never repeats a call of which nobody knows how it ended, and goes on with the next', async () => {
  const { calls, ask, asked } = slowPlace();
  void ask('here', 1);
  const lost = Promise.allSettled([ask('here', 2), ask('here', 3)]);
  calls[0]?.end();
  await turns();
  const late = ask('here', 4);
  calls[1]?.fail(new Error('the connection is gone'));
  expect((await lost).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  await turns();
  calls[2]?.end();
  expect(await late).toBe('got 4');
  expect(asked()).toEqual([[1], [2, 3], [4]]);
});
