/** A festival that is called off: what was published says so to everyone, what never was stays its team's. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startApi, type TestApi } from '../testing/start-api.ts';
import { readinessChecks } from './readiness.ts';
import { draft, failureOf } from './testing.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startApi();
  // What else a festival lacks is no matter here.
  readinessChecks.splice(0);
});
afterAll(() => api.stop());

async function calledOff(wasPublished: boolean) {
  const { client } = await api.person();
  const { id, slug } = await client.festival.createFestival({ body: draft() });
  const params = { festivalId: id };
  if (wasPublished) await client.festival.moveFestival({ params, body: { to: 'PUBLISHED' } });
  await client.festival.moveFestival({ params, body: { to: 'CANCELLED' } });
  return { client, slug, params };
}

/** Everything by which a stranger could learn of a festival, as far as it answers. */
async function toldOf({ slug, params }: Awaited<ReturnType<typeof calledOff>>) {
  const { festival, programme, places, stands, ticketing } = api.client('site');
  const asked = {
    festival: festival.getFestival({ params }),
    'by its address': festival.getFestivalBySlug({ params: { slug } }),
    details: festival.getDetails({ params }),
    news: festival.listNews({ params }),
    'line-up': programme.getLineUp({ params }),
    calendar: programme.feedProgrammeIcs({ params }),
    places: places.listPlaces({ params }),
    stands: stands.listStands({ params }),
    offers: ticketing.listOffers({ params }),
  };
  const answers = await Promise.all(
    Object.entries(asked).map(async ([name, call]) => [name, await failureOf(call)] as const),
  );
  const { items } = await festival.listFestivals({ query: { limit: 200 } });
  return [
    ...answers.flatMap(([name, failure]) => (failure ? [] : [name])),
    ...(items.some((one) => one.slug === slug) ? ['the list'] : []),
  ];
}

test('before it was ever published, it is told to nobody but its team', async () => {
  const festival = await calledOff(false);
  expect(await toldOf(festival)).toEqual([]);
  expect(await festival.client.festival.getFestival({ params: festival.params })).toMatchObject({
    status: 'CANCELLED',
    publishedAt: null,
  });
});

test('after it was published, it is still found, and says that it is called off', async () => {
  expect(await toldOf(await calledOff(true))).toEqual([
    'festival',
    'by its address',
    'details',
    'news',
    'line-up',
    'calendar',
    'places',
    'stands',
    'offers',
    'the list',
  ]);
});
