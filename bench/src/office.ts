// How the office bears a large festival: 100 stages, 5 000 sets, 2 000 products, 5 000 places, 100 000 orders.
// Measures in the house at OFFICE_URL and DATABASE_URL, or in one that it opens.
import { createClient } from '@festivals/contract';
import { api } from '@festivals/domain';
import { FestivalId } from '@festivals/domain/primitives';
import { importRowsPerSecond } from './import-rows.ts';
import { openLargeFestival } from './large-festival.ts';
import { fillWithTrade } from './large-trade.ts';
import { openHouse } from './open-house.ts';
import { percentile, rounded } from './percentile.ts';
import { timetableFps } from './timetable-fps.ts';

const organiser = { email: 'harbour@demo.example', password: 'festivals-demo' };
const chromium = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium';

/** How long a call takes, one after the other, in milliseconds: 95 of 100 are faster. */
async function p95(call: (at: number) => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let at = 0; at < 60; at += 1) {
    const began = performance.now();
    await call(at);
    // The first ones find nothing in memory and nothing planned.
    if (at >= 10) times.push(performance.now() - began);
  }
  return rounded(percentile(times, 0.95));
}

const house = await openHouse();
try {
  const { festivalId, slug } = await openLargeFestival(house.database, organiser.email);
  await fillWithTrade(house.database, festivalId);
  const guest = createClient(api, { baseUrl: `${house.office}/api`, face: 'app' });
  const { tokens } = await guest.identity.login({ body: organiser }, { headers: { 'x-tokens': 'body' } });
  const client = createClient(api, { baseUrl: `${house.office}/api`, face: 'app', token: () => tokens?.access });
  const params = { festivalId: FestivalId.parse(festivalId) };

  const lists = {
    sets: await p95(() => client.programme.getProgrammeDraft({ params })),
    places: await p95(() => client.places.getMap({ params })),
    stands: await p95(() => client.stands.listStands({ params })),
    orders: await p95(() => client.ticketing.listOrders({ params, query: {} })),
    history: await p95(() => client.identity.listAudit({ params, query: {} })),
  };
  const words = ['artist 4711', 'ordre', 'product 17', 'stge 12', 'buyer 9', 'place 333', 'anna', 'kunde@example.org'];
  const search_p95_ms = await p95((at) =>
    client.search.searchFestival({ params, query: { q: words[at % words.length] ?? '' } }),
  );
  const drag = await timetableFps({ ...organiser, office: house.office, chromium, slug, day: '2040-07-12' });
  const import_rows_per_s = await importRowsPerSecond(client, params.festivalId);
  const figures = {
    import_rows_per_s,
    ...drag,
    list_p95_ms: Math.max(...Object.values(lists)),
    search_p95_ms,
    lists_p95_ms: lists,
  };
  if (process.argv.includes('--json')) console.log(JSON.stringify(figures));
  else for (const [name, value] of Object.entries(figures)) console.log(`${name.padEnd(18)} ${JSON.stringify(value)}`);
} finally {
  await house.close();
}
