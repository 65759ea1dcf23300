import { expect, test } from 'vitest';
import { groupsOf, movedTo, stepOf } from './menu-order.ts';
import type { Row } from './menu-sheet.ts';

const row = (key: string, sectionId: string, order: number, removed = false): Row => ({
  key,
  saved: null,
  cells: { sectionId, order: String(order) },
  removed,
  refused: {},
});
const rows = [row('a', 'hot', 3), row('b', 'hot', 1), row('c', '', 2), row('d', 'gone', 5), row('e', 'cold', 9, true)];
const sections = ['hot', 'cold'];
const keys = (some: readonly Row[]) =>
  groupsOf(some, sections).map(({ sectionId, rows: below }) => `${sectionId}:${below.map(({ key }) => key).join('')}`);

test('rows stand below their headings, those of a heading that is gone below none', () => {
  expect(keys(rows)).toEqual([':cd', 'hot:ba', 'cold:']);
});

test.each([
  [{ key: 'a', sectionId: 'hot', index: 0 }, [':cd', 'hot:ab', 'cold:']],
  [{ key: 'c', sectionId: 'cold', index: 0 }, [':d', 'hot:ba', 'cold:c']],
  [{ key: 'd', sectionId: 'hot', index: 1 }, [':c', 'hot:bda', 'cold:']],
  [{ key: 'a', sectionId: '', index: 2 }, [':cda', 'hot:b', 'cold:']],
  [{ key: 'nobody', sectionId: '', index: 0 }, [':cd', 'hot:ba', 'cold:']],
])('%j', (target, wanted) => {
  expect(keys(movedTo(rows, target, sections))).toEqual(wanted);
});

test('a move leaves alone whoever need not be numbered anew', () => {
  const many = Array.from({ length: 9 }, (_, index) => row(String(index), 'hot', index * 10));
  const after = movedTo(many, { key: '8', sectionId: 'hot', index: 7 }, sections);
  expect(after.filter((one, index) => one !== many[index]).map(({ key }) => key)).toEqual(['7', '8']);
});

test('a step goes past a heading, and nowhere at the ends', () => {
  const groups = groupsOf(rows, sections);
  expect(stepOf(groups, 'b', true)).toEqual({ key: 'b', sectionId: 'hot', index: 1 });
  expect(stepOf(groups, 'a', true)).toEqual({ key: 'a', sectionId: 'cold', index: 0 });
  expect(stepOf(groups, 'b', false)).toEqual({ key: 'b', sectionId: '', index: 2 });
  expect(stepOf(groups, 'c', false)).toBeNull();
});
