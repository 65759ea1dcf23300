import { expect, it } from 'vitest';
import { z } from 'zod';
import { forget, keep, recall } from './kept.ts';
import { openNodeStore } from './node-engine.ts';

const Shape = z.array(z.string());

it('keeps the last value with its moment', async () => {
  const store = await openNodeStore();
  await keep(store, 'names', ['Alba'], 1);
  await keep(store, 'names', ['Brume'], 2);
  expect(await recall(store, 'names', Shape)).toEqual({ value: ['Brume'], at: 2 });
  await forget(store, 'names');
  expect(await recall(store, 'names', Shape)).toBeNull();
});

it('takes what an older version kept in another shape for nothing', async () => {
  const store = await openNodeStore();
  await keep(store, 'names', { old: true }, 1);
  expect(await recall(store, 'names', Shape)).toBeNull();
});

it('undoes a transaction that fails, and goes on after it', async () => {
  const store = await openNodeStore();
  const failing = store.transaction(async (tx) => {
    await keep(tx, 'names', ['Alba'], 1);
    throw new Error('power cut');
  });
  await expect(failing).rejects.toThrow('power cut');
  expect(await recall(store, 'names', Shape)).toBeNull();
  await keep(store, 'names', ['Brume'], 2);
  expect(await recall(store, 'names', Shape)).toEqual({ value: ['Brume'], at: 2 });
});

it('lets nothing slip between the statements of a transaction', async () => {
  const store = await openNodeStore();
  const slow = store.transaction(async (tx) => {
    await keep(tx, 'names', ['Alba'], 1);
    await new Promise((resolve) => setImmediate(resolve));
    return recall(tx, 'names', Shape);
  });
  const quick = keep(store, 'names', ['Brume'], 2);
  expect((await slow)?.value).toEqual(['Alba']);
  await quick;
  expect((await recall(store, 'names', Shape))?.value).toEqual(['Brume']);
});
