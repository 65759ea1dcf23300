import { readScanFact, type ScanFact } from '@festivals/domain/access/scan-fact';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { devicesModule } from '../devices/module.ts';
import { insertFestival } from '../festival/testing.ts';
import { startApi, type TestApi } from '../testing/start-api.ts';
import { accessModule } from './module.ts';
import { flipped, openGate, sellTickets } from './testing.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startApi({ modules: [devicesModule, accessModule] });
});
afterAll(() => api.stop());

/** How one run goes: which ticket each scan of each gate is of and when, and in which order and batches facts arrive. */
const runs = fc.record({
  scans: fc.array(fc.record({ gate: fc.nat(2), ticket: fc.nat(5), minutesAgo: fc.integer({ min: 1, max: 50 }) }), {
    minLength: 8,
    maxLength: 16,
  }),
  arrivals: fc.array(fc.array(fc.nat(), { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 6 }),
  damaged: fc.array(fc.record({ fact: fc.nat(), at: fc.integer({ min: 61, max: 180 }) }), { maxLength: 3 }),
});

it('comes to the same admissions whatever the order, the batches, the repetitions and the damage on the way', async () => {
  await fc.assert(
    fc.asyncProperty(runs, async ({ scans, arrivals, damaged }) => {
      const { id: festivalId } = await insertFestival(api.ownerPool, { status: 'ONGOING' });
      const gates = await Promise.all([0, 1, 2].map(() => openGate(api, festivalId)));
      const tickets = await sellTickets(api.ownerPool, festivalId, 6);
      const now = Date.now();
      const of = <T>(items: readonly T[], index: number): T => items[index % items.length] ?? expect.fail();
      const facts = scans.map(({ gate, ticket, minutesAgo }) =>
        of(gates, gate).scan(of(tickets, ticket), { wallClock: now - minutesAgo * 60_000 }),
      );
      const broken = damaged.map(({ fact, at }) => flipped(of(facts, fact), at));

      // Any gate hands over anything, several at once; at the end everything comes once more.
      await Promise.all(
        arrivals.map((batch, index) => of(gates, index).send([...batch.map((fact) => of(facts, fact)), ...broken])),
      );
      await of(gates, 0).send([...facts, ...broken]);

      const [found] = (
        await api.ownerPool.query(
          `select
             (select count(*) from scan_inbox where festival_id = $1) as kept,
             (select count(*) from scan_fact where festival_id = $1) as booked,
             (select count(*) from scan_inbox where festival_id = $1 and outcome = 'QUARANTINED') as quarantined,
             (select count(*) from admission where festival_id = $1) as admitted,
             (select coalesce(jsonb_object_agg(ticket_id, id), '{}') from admission where festival_id = $1 and is_primary) as primaries`,
          [festivalId],
        )
      ).rows;
      const different = new Set(broken.map((bytes) => Buffer.from(bytes).toString('hex'))).size;
      expect(found).toEqual({
        kept: facts.length + different,
        booked: facts.length,
        quarantined: different,
        admitted: facts.length,
        primaries: earliest(facts.map((bytes) => readScanFact(bytes) ?? expect.fail())),
      });
    }),
    { numRuns: 12 },
  );
});

/** Each ticket's first fact by its clock, then by its id. */
function earliest(facts: readonly ScanFact[]): Record<string, string> {
  const inOrder = facts.toSorted((left, right) => right.wallClock - left.wallClock || (left.id < right.id ? 1 : -1));
  return Object.fromEntries(inOrder.map(({ ticketId, id }) => [ticketId, id]));
}
