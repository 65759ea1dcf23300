import { expect, test } from 'vitest';
import { v7 } from 'uuid';
import type { LiveRule } from './live-rule.ts';
import { notificationsOf, readNews, type PassedEvent } from './news.ts';

const rules: LiveRule[] = [{ on: 'programme.slot', tell: 'slot:updated', needs: 'programme.read' }];
const [festival, other] = [v7(), v7()];
const event = (name: string, more: Partial<PassedEvent> = {}): PassedEvent => ({
  festival_id: festival,
  name,
  subject_id: v7(),
  person_id: null,
  ...more,
});
const heard = (events: PassedEvent[]) => notificationsOf(events, rules).map((payload) => readNews(payload));

test('what nobody listens to is not told, and each thing once', () => {
  const moved = event('programme.slot_moved', { person_id: v7() });
  const { festival_id: festivalId, subject_id: subjectId, person_id: by, name } = moved;
  expect(heard([moved, moved, event('ticketing.basket_held')])).toEqual([
    { festivalId, items: [{ name, subjectId, by }] },
  ]);
});

test('each festival hears of its own', () => {
  const news = heard([event('programme.slot_moved'), event('programme.slot_moved', { festival_id: other })]);
  expect(news.map((one) => one?.festivalId)).toEqual([festival, other]);
});

test('of many of one kind it is only told that there were some; of standings every one, in pieces that PostgreSQL takes', () => {
  const many = Array.from({ length: 500 }, () => event('programme.slot_moved'));
  expect(heard(many)).toEqual([
    { festivalId: festival, items: [{ name: 'programme.slot_moved', subjectId: null, by: null }] },
  ]);
  const standings = Array.from({ length: 500 }, () => event('identity.member_removed', { person_id: v7() }));
  const payloads = notificationsOf(standings, rules);
  expect(Math.max(...payloads.map((payload) => Buffer.byteLength(payload)))).toBeLessThan(8000);
  const persons = payloads.flatMap((payload) => readNews(payload)?.items ?? []).map(({ subjectId }) => subjectId);
  expect(persons).toEqual(standings.map(({ subject_id }) => subject_id));
});

test.each(['', 'null', '{}', '["x",[]]', '[7]', 'not json', `["${v7()}",[["a"]]]`])('%j is no news', (payload) => {
  expect(readNews(payload)).toBeNull();
});
