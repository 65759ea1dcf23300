import { FestivalId } from '@festivals/domain/primitives';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { v7 } from 'uuid';
import { coalesce, type Outgoing, pauseMs } from './coalesce.ts';

const festivalId = FestivalId.parse(v7());
const [bar, well, ada, brio] = [v7(), v7(), v7(), v7()];
let said: Outgoing[];
let news: ReturnType<typeof coalesce>;

beforeEach(() => {
  vi.useFakeTimers();
  said = [];
  news = coalesce([{ on: 'places.', tell: 'place:updated', needs: 'places.read' }], (_festival, messages) => {
    said.push(...messages);
  });
  // The first is told at once; what follows waits for the pause to end.
  happens('places.place_added', well, ada);
  said = [];
});
afterEach(() => {
  news.stop();
  vi.useRealTimers();
});

const happens = (name: string, subjectId: string, by: string | null) => news.add(festivalId, [{ name, subjectId, by }]);
const heard = () => {
  vi.advanceTimersByTime(pauseMs);
  return said.map((message) => ('changes' in message ? message.changes : null));
};

test('what happens within a pause is told in one go, with who did it', () => {
  happens('places.place_changed', bar, ada);
  happens('places.place_changed', well, brio);
  expect(heard()).toEqual([
    [
      { id: bar, by: ada },
      { id: well, by: brio },
    ],
  ]);
});

test.each([
  ['another', brio],
  ['the same person elsewhere', ada],
])('who changed something does not take it for theirs alone when %s changed it as well', (_who, other) => {
  happens('places.place_changed', bar, ada);
  happens('places.place_removed', bar, other);
  expect(heard()).toEqual([[{ id: bar, by: null }]]);
});
