import { FestivalId } from '@festivals/domain/primitives';
import type { SiteChange } from '@festivals/domain/live';
import { v7 } from 'uuid';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { gatherChanges } from './gather-changes.ts';

const [one, other] = [FestivalId.parse(v7()), FestivalId.parse(v7())];
let said: SiteChange[];
let changes: ReturnType<typeof gatherChanges>;

beforeEach(() => {
  vi.useFakeTimers();
  said = [];
  changes = gatherChanges((change) => said.push(change));
});
afterEach(() => {
  changes.stop();
  vi.useRealTimers();
});

test('the first change is said at once, those of the next moment in one go', () => {
  changes.add(one, ['festival']);
  changes.add(one, ['stands']);
  changes.add(one, ['ticketing', 'stands']);
  expect(said).toEqual([{ festivalId: one, domains: ['festival'] }]);
  vi.advanceTimersByTime(250);
  expect(said.slice(1)).toEqual([{ festivalId: one, domains: ['stands', 'ticketing'] }]);
  vi.advanceTimersByTime(250);
  changes.add(one, ['places']);
  expect(said.at(-1)).toEqual({ festivalId: one, domains: ['places'] });
});

test('one festival does not wait for another', () => {
  changes.add(one, ['festival']);
  changes.add(other, ['stands']);
  expect(said.map(({ festivalId }) => festivalId)).toEqual([one, other]);
});
