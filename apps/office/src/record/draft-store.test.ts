import { beforeEach, expect, test } from 'vitest';
import { dropDraft, keepDraft, readDraft, sweepDrafts, type Draft } from './draft-store.ts';

/** As a browser keeps it, with so much room. */
function storageOf(room: number): Storage {
  const kept = new Map<string, string>();
  return {
    get length() {
      return kept.size;
    },
    clear: () => kept.clear(),
    key: (at) => [...kept.keys()][at] ?? null,
    getItem: (key) => kept.get(key) ?? null,
    removeItem: (key) => void kept.delete(key),
    setItem: (key, value) => {
      if (value.length > room) throw new DOMException('full', 'QuotaExceededError');
      kept.set(key, value);
    },
  };
}

const name = { personId: 'p', festivalId: 'f', kind: 'stand', id: 'new' };
const draft: Draft = { at: 1000, version: null, base: { name: '' }, values: { name: 'Bar' } };
const day = 24 * 3_600_000;
let storage: Storage;
beforeEach(() => {
  storage = storageOf(1000);
});

test('a draft is there again for whoever left it, and for nobody else', () => {
  keepDraft(storage, name, draft);
  expect(readDraft(storage, name, 2000)).toEqual(draft);
  for (const other of [{ personId: 'q' }, { festivalId: 'g' }, { kind: 'stage' }, { id: 'x' }])
    expect(readDraft(storage, { ...name, ...other }, 2000)).toBeNull();
  dropDraft(storage, name);
  expect(readDraft(storage, name, 2000)).toBeNull();
});

test('after a fortnight it means nothing any more', () => {
  keepDraft(storage, name, draft);
  expect(readDraft(storage, name, 1000 + 13 * day)).toEqual(draft);
  expect(readDraft(storage, name, 1000 + 14 * day)).toBeNull();
  storage.setItem('something else', 'stays');
  storage.setItem('office.draft.broken', '{');
  sweepDrafts(storage, 1000 + 14 * day);
  expect(storage.length).toBe(1);
});

test('where there is no room, the form goes on without', () => {
  keepDraft(storage, name, { ...draft, values: { name: 'x'.repeat(2000) } });
  expect(readDraft(storage, name, 2000)).toBeNull();
});
