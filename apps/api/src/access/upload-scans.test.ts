import { signScanFact } from '@festivals/domain/access/scan-fact';
import type { FestivalId } from '@festivals/domain/primitives';
import { v7 } from 'uuid';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { devicesModule } from '../devices/module.ts';
import { failureOf, insertFestival } from '../festival/testing.ts';
import { systemContext } from '../platform/context.ts';
import { startApi, type TestApi } from '../testing/start-api.ts';
import { bookLeftFacts } from './book-left-facts.ts';
import { accessModule } from './module.ts';
import { flipped, newKeys, openGate, sellTickets, type Gate } from './testing.ts';

let api: TestApi;
let festivalId: FestivalId;
let north: Gate;
let south: Gate;
let tickets: string[];
let ticket: string;

beforeAll(async () => {
  api = await startApi({ modules: [devicesModule, accessModule] });
});
afterAll(() => api.stop());

beforeEach(async () => {
  ({ id: festivalId } = await insertFestival(api.ownerPool, { status: 'ONGOING' }));
  [north, south] = [await openGate(api, festivalId, 'North'), await openGate(api, festivalId, 'South')];
  tickets = await sellTickets(api.ownerPool, festivalId, 20);
  ticket = tickets[0] ?? expect.fail();
});

const booked = { outcome: 'BOOKED', reason: null };
const duplicate = { outcome: 'DUPLICATE', reason: null };

const rowsOf = async (text: string) => (await api.ownerPool.query(text, [festivalId])).rows;
const inbox = () => rowsOf('select bytes, outcome, reason from scan_inbox where festival_id = $1 order by received_at');
const admissions = () =>
  rowsOf('select id, device_id, at, is_primary from admission where festival_id = $1 order by at, id');
const statusOf = async (id: string) =>
  (await rowsOf('select id, status from ticket where festival_id = $1')).find((row) => row.id === id)?.status;
/** What somebody has to look at; that visitors came in is told as well, for the figures. */
const events = async () =>
  (
    await rowsOf(
      `select name from event where festival_id = $1 and name like 'access.%' and name <> 'access.admitted' order by seq`,
    )
  ).map(({ name }) => name);
const minutesAgo = (minutes: number) => Date.now() - minutes * 60_000;

describe('a fact', () => {
  it('is booked, admits its ticket and marks it as used', async () => {
    expect(await north.send([north.scan(ticket)])).toEqual([booked]);
    expect(await statusOf(ticket)).toBe('USED');
    expect(await admissions()).toMatchObject([{ device_id: north.id, is_primary: true }]);
    expect(await events()).toEqual([]);
  });

  it('of a refusal is booked and admits nobody', async () => {
    expect(await north.send([north.scan(ticket, { decision: 'refused' })])).toEqual([booked]);
    expect(await statusOf(ticket)).toBe('SOLD');
    expect(await admissions()).toEqual([]);
  });

  it('that comes again, alone or twice in one batch, is a duplicate', async () => {
    const fact = north.scan(ticket);
    expect(await north.send([fact, fact])).toEqual([booked, duplicate]);
    expect(await north.send([fact])).toEqual([duplicate]);
    expect(await admissions()).toHaveLength(1);
  });

  it('sent fifty times at once is booked once', async () => {
    const batch = tickets.map((id) => north.scan(id));
    const answers = await Promise.all(Array.from({ length: 50 }, () => north.send(batch)));
    for (const index of batch.keys()) {
      expect(answers.filter((outcomes) => outcomes[index]?.outcome === 'BOOKED')).toHaveLength(1);
    }
    expect(answers.flat().filter(({ outcome }) => outcome === 'DUPLICATE')).toHaveLength(49 * batch.length);
    expect(await admissions()).toHaveLength(batch.length);
    expect(await inbox()).toHaveLength(batch.length);
  });

  it('may be handed over by another device of the festival', async () => {
    expect(await south.send([north.scan(ticket)])).toEqual([booked]);
    expect(await admissions()).toMatchObject([{ device_id: north.id }]);
  });

  it('of a batch of five hundred is as good as any', async () => {
    const many = await sellTickets(api.ownerPool, festivalId, 500);
    const batch = many.map((id) => north.scan(id));
    expect(await north.send(batch)).toEqual(batch.map(() => booked));
    expect(await admissions()).toHaveLength(500);
  });

  it('left in the inbox by a crash is booked by the clock', async () => {
    const fact = north.scan(ticket);
    await api.ownerPool.query(
      `insert into scan_inbox (festival_id, hash, bytes, received_from, received_at) values ($1, sha256($2), $2, $3, now() - interval '5 minutes')`,
      [festivalId, fact, north.id],
    );
    await bookLeftFacts(systemContext(api.resources));
    expect(await statusOf(ticket)).toBe('USED');
    expect(await north.send([fact])).toEqual([duplicate]);
  });
});

describe('quarantine keeps, and says why', () => {
  it('one flipped byte, wherever it is', async () => {
    const fact = north.scan(ticket);
    const damaged = [0, 5, 20, 70, 93, 100, 118, 181].map((at) => flipped(fact, at));
    const outcomes = await north.send(damaged);
    expect(new Set(outcomes.map(({ outcome }) => outcome))).toEqual(new Set(['QUARANTINED']));
    expect(new Set(outcomes.map(({ reason }) => reason))).toEqual(
      new Set(['unreadable', 'unknown_device', 'bad_signature']),
    );
    expect((await inbox()).map(({ bytes }) => bytes.toString('hex')).toSorted()).toEqual(
      damaged.map((bytes) => Buffer.from(bytes).toString('hex')).toSorted(),
    );
    expect(await admissions()).toEqual([]);
    // What was damaged on the way comes whole the next time; what is known to be damaged is said to be so again, and told once.
    expect(await north.send([fact, ...damaged])).toEqual([booked, ...outcomes]);
    expect(await events()).toEqual(damaged.map(() => 'access.fact_quarantined'));
  });

  it('what is no fact at all', async () => {
    expect(await north.send([new TextEncoder().encode('hello')])).toEqual([
      { outcome: 'QUARANTINED', reason: 'unreadable' },
    ]);
  });

  it('a signature of another key, though it names an enrolled device', async () => {
    const { secretKey } = newKeys();
    const forged = signScanFact(
      {
        deviceId: north.id,
        epoch: 1,
        sequence: 1,
        previous: new Uint8Array(32),
        id: v7(),
        ticketId: ticket,
        decision: 'admitted',
        wallClock: Date.now(),
        monotonicClock: 1,
        serverTime: 0,
      },
      secretKey,
    );
    expect(await north.send([forged])).toEqual([{ outcome: 'QUARANTINED', reason: 'bad_signature' }]);
    expect(await statusOf(ticket)).toBe('SOLD');
  });

  it('other bytes under the same id, or under the same place in the chain', async () => {
    const id = v7();
    expect(await north.send([north.scan(ticket, { id })])).toEqual([booked]);
    const conflict = { outcome: 'QUARANTINED', reason: 'conflicting_fact' };
    expect(await north.send([north.scan(tickets[1] ?? '', { id })])).toEqual([conflict]);
    expect(await north.send([north.scan(tickets[2] ?? '', { sequence: 1 })])).toEqual([conflict]);
    expect(await south.send([south.scan(tickets[3] ?? '', { id })])).toEqual([conflict]);
    expect(await events()).toEqual(Array.from({ length: 3 }, () => 'access.conflicting_fact'));
    expect(await inbox()).toHaveLength(4);
    expect(await admissions()).toHaveLength(1);
  });

  it('what a device recorded after it was revoked, not what it recorded before', async () => {
    const [before, after] = [
      north.scan(ticket, { wallClock: minutesAgo(30) }),
      north.scan(tickets[1] ?? '', { wallClock: minutesAgo(10) }),
    ];
    const { client: organiser } = await api.person({ roles: [{ festivalId, role: 'ORGANISER' }] });
    await organiser.devices.revokeDevice({ params: { festivalId, deviceId: north.id } });
    await api.ownerPool.query(`update device set revoked_at = now() - interval '20 minutes' where id = $1`, [north.id]);
    expect(await failureOf(north.send([before]))).toMatchObject({ status: 403, name: 'REVOKED' });
    expect(await south.send([before, after])).toEqual([booked, { outcome: 'QUARANTINED', reason: 'device_revoked' }]);
  });
});

describe('a device of another festival', () => {
  it('is refused, and its facts are nothing here', async () => {
    const { id: elsewhere } = await insertFestival(api.ownerPool, { status: 'ONGOING' });
    const stranger = await openGate(api, elsewhere);
    const fact = Buffer.from(stranger.scan(ticket)).toString('base64url');
    const { client } = stranger;
    expect(
      await failureOf(client.access.uploadScans({ params: { festivalId }, body: { facts: [fact] } })),
    ).toMatchObject({ status: 403 });
    expect(await failureOf(client.access.pullTickets({ params: { festivalId } }))).toMatchObject({ status: 403 });
    expect(await inbox()).toEqual([]);
    const relayed = await north.client.access.uploadScans({ params: { festivalId }, body: { facts: [fact] } });
    expect(relayed.outcomes).toEqual([{ outcome: 'QUARANTINED', reason: 'unknown_device' }]);
  });
});

describe('two gates that admit one ticket', () => {
  it.each(['north first', 'south first', 'both at once'])(
    'are both kept, and the earlier one is primary: %s',
    async (order) => {
      const [early, late] = [
        north.scan(ticket, { wallClock: minutesAgo(20) }),
        south.scan(ticket, { wallClock: minutesAgo(10) }),
      ];
      const sends = [() => north.send([early]), () => south.send([late])];
      const inOrder = order === 'south first' ? sends.toReversed() : sends;
      const answers =
        order === 'both at once'
          ? await Promise.all(inOrder.map((send) => send()))
          : [await inOrder[0]?.(), await inOrder[1]?.()];
      expect(
        answers
          .flat()
          .map((answer) => answer?.outcome)
          .toSorted(),
      ).toEqual(['BOOKED', 'DOUBLE_ADMISSION']);
      expect(await admissions()).toMatchObject([
        { device_id: north.id, is_primary: true },
        { device_id: south.id, is_primary: false },
      ]);
      expect(await events()).toEqual(['access.double_admission']);
      expect(await statusOf(ticket)).toBe('USED');
    },
  );

  it('are told apart by the time that can be trusted: a clock that is ahead does not win, nor one that was set back', async () => {
    const right = north.scan(ticket, { wallClock: minutesAgo(30) });
    const ahead = south.scan(ticket, { wallClock: Date.now() + 400 * 86_400_000 });
    const east = await openGate(api, festivalId, 'East');
    const setBack = east.scan(ticket, { wallClock: 0, serverTime: minutesAgo(25) });
    for (const [gate, fact] of [
      [south, ahead],
      [east, setBack],
      [north, right],
    ] as const)
      await gate.send([fact]);
    expect((await admissions()).map(({ device_id, is_primary }) => [device_id, is_primary])).toEqual([
      [north.id, true],
      [east.id, false],
      [south.id, false],
    ]);
  });

  it('never deadlock, whatever the order of their batches', async () => {
    const gates = await Promise.all(Array.from({ length: 6 }, () => openGate(api, festivalId)));
    const answers = await Promise.all(
      gates.map((gate, index) => gate.send((index % 2 ? tickets : tickets.toReversed()).map((id) => gate.scan(id)))),
    );
    expect(answers.flat().filter(({ outcome }) => outcome === 'BOOKED')).toHaveLength(tickets.length);
    const primary = (await admissions()).filter(({ is_primary }) => is_primary);
    expect(primary).toHaveLength(tickets.length);
  });
});

describe('a chain', () => {
  it('is whole however its facts arrive', async () => {
    const facts = tickets.map((id) => north.scan(id));
    for (const fact of facts.toReversed()) expect(await north.send([fact])).toEqual([booked]);
    expect(await events()).toEqual([]);
  });

  it.each(['in order', 'the other way round'])(
    'that is broken is told, and its facts happened all the same: %s',
    async (order) => {
      const facts = [north.scan(ticket), north.scan(tickets[1] ?? '', { previous: new Uint8Array(32).fill(7) })];
      for (const fact of order === 'in order' ? facts : facts.toReversed())
        expect(await north.send([fact])).toEqual([booked]);
      expect(await events()).toEqual(['access.chain_broken']);
      expect(await admissions()).toHaveLength(2);
    },
  );

  it('is checked link by link even where all its facts arrive at once', async () => {
    const facts = tickets.map((id, index) => north.scan(id, index % 2 ? { previous: new Uint8Array(32).fill(7) } : {}));
    await Promise.all(facts.map((fact) => north.send([fact])));
    expect(await events()).toEqual(Array.from({ length: tickets.length / 2 }, () => 'access.chain_broken'));
  });
});

describe('an admission of', () => {
  it('a revoked ticket is booked and told; the ticket stays revoked', async () => {
    await api.ownerPool.query(`update ticket set status = 'REFUNDED' where id = $1`, [ticket]);
    expect(await north.send([north.scan(ticket)])).toEqual([{ outcome: 'BOOKED', reason: 'revoked_ticket' }]);
    expect(await statusOf(ticket)).toBe('REFUNDED');
    expect(await events()).toEqual(['access.revoked_ticket_admitted']);
  });

  it('a ticket that nobody sold is booked and told', async () => {
    expect(await north.send([north.scan(v7())])).toEqual([{ outcome: 'BOOKED', reason: 'unknown_ticket' }]);
    expect(await events()).toEqual(['access.unknown_ticket_admitted']);
    expect(await admissions()).toEqual([]);
  });
});
