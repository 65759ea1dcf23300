/** A festival that asks its buyers questions still lets its guests in without any. */
import { asking, question } from '@festivals/domain/ticketing/asked/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startApi, type TestApi } from '../../testing/start-api.ts';
import { bouncer, openDoor, tokenOf } from './testing.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.stop());

test('a guest gets a ticket where buyers have to answer, at once or by invitation', async () => {
  const door = await openDoor(api, { capacity: 5, places: 5 });
  const params = { festivalId: door.festivalId };
  const { client } = door.organiser;
  const { version } = await client.ticketing.getAsked({ params });
  await client.ticketing.saveAsked({
    params,
    body: { asked: asking({ names: 'REQUIRED', questions: [question({ required: true })] }), version },
  });

  const { add, confirm, invite, all } = bouncer(door.organiser, door);
  const { id: friend } = await add('Ada', null, 1);
  await confirm([friend]);
  const { id: invited } = await add('Bo', 'bo@example.org');
  await invite(invited);
  const token = await tokenOf(api, 'bo@example.org');
  const { state } = await api.client('site').ticketing.answerGuestInvitation({ body: { token, answer: 'ACCEPT' } });

  expect(state).toBe('ACCEPTED');
  expect((await all()).map((guest) => guest.state)).toEqual(['CONFIRMED', 'CONFIRMED']);
});
