import { isScanFactSigned, noPrevious, readScanFact, scanFactHash } from '@festivals/domain/access/scan-fact';
import type { TicketState } from '@festivals/domain/access/contract';
import { fromBase64Url, toBase64Url } from '@festivals/domain/bytes';
import { certificateMessage, encodeCertificate, signedCertificate } from '@festivals/domain/devices/certificate';
import { DeviceId, TicketId, TicketTypeId } from '@festivals/domain/primitives';
import { ticketCode } from '@festivals/domain/ticketing/ticket-code';
import { ed25519 } from '@noble/curves/ed25519.js';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 } from 'uuid';
import { expect, it } from 'vitest';
import { z } from 'zod';
import type { Store } from '../store/local-database.ts';
import { openNodeStore } from '../store/node-engine.ts';
import type { Gate } from './gate.ts';
import { countScans } from './scan-counts.ts';
import { scanTicket } from './scan-ticket.ts';
import { ENROLMENT, Enrolment } from '../device/enrolment.ts';
import { keep, recall } from '../store/kept.ts';
import { syncScans, type Line } from './sync-scans.ts';

const festival = ed25519.keygen();
const device = ed25519.keygen();
const festivalId = v7();
const deviceId = DeviceId.parse(v7());
const ticketTypeId = v7();
const now = Date.parse('2027-07-02T18:00:00.000Z');
const must = <T>(value: T | null | undefined): T => value ?? expect.fail();

function enrolment(notAfter = new Date('2027-08-01T00:00:00.000Z')): Gate['enrolment'] {
  const body = encodeCertificate({
    keyNumber: 1,
    deviceId,
    festivalId,
    publicKey: device.publicKey,
    rights: ['scan'],
    notAfter,
  });
  return {
    deviceId,
    festival: { id: festivalId, name: 'Aurora', zone: 'Europe/Paris' },
    certificate: toBase64Url(signedCertificate(body, ed25519.sign(certificateMessage(body), festival.secretKey))),
    festivalKeys: [{ number: 1, publicKey: toBase64Url(festival.publicKey) }],
    token: 'token',
    publicKey: toBase64Url(device.publicKey),
    revokedAt: null,
  };
}

const gateOn = (store: Store, change: Partial<Gate> = {}): Gate => ({
  store,
  enrolment: enrolment(),
  secretKey: device.secretKey,
  clock: { wall: () => now, monotonic: () => 5, server: () => 0 },
  newId: v7,
  ...change,
});

const codeOf = (ticketId: string, keys = festival) =>
  ticketCode({ keyNumber: 1, ticketId, ticketTypeId }, (message) => ed25519.sign(message, keys.secretKey));

const factsIn = async (store: Store) =>
  (await store.all(z.object({ fact: z.string() }), 'select fact from scan order by sequence')).map(({ fact }) =>
    must(fromBase64Url(fact)),
  );

const stateOf = (ticketId: string, state: TicketState['state']): TicketState => ({
  ticketId: TicketId.parse(ticketId),
  ticketTypeId: TicketTypeId.parse(ticketTypeId),
  typeName: { en: 'Three days' },
  state,
  at: '2027-07-02T17:00:00.000Z',
});

/** A server that answers each fact as it is told to and gives its changes page by page. */
function serverWith(pages: TicketState[][] = [[]], outcome: 'BOOKED' | 'DOUBLE_ADMISSION' = 'BOOKED') {
  const received: string[][] = [];
  const line: Line = {
    upload: async (facts) => {
      received.push(facts);
      return facts.map(() => ({ outcome, reason: null }));
    },
    pull: async (cursor) => {
      const at = Number(cursor ?? 0);
      return { tickets: pages[at] ?? [], cursor: String(at + 1), more: at + 1 < pages.length };
    },
  };
  return { line, received };
}

it('admits a signed ticket once, and says when it refuses the second time', async () => {
  const gate = gateOn(await openNodeStore());
  const code = codeOf(v7());
  expect(await scanTicket(gate, code)).toMatchObject({ kind: 'admitted' });
  expect(await scanTicket(gate, code)).toMatchObject({
    kind: 'refused',
    because: 'already_admitted',
    here: true,
    since: '2027-07-02T18:00:00.000Z',
  });
});

it('still refuses after the app was closed and opened again', async () => {
  const file = join(mkdtempSync(join(tmpdir(), 'gate-')), 'store.db');
  const code = codeOf(v7());
  await scanTicket(gateOn(await openNodeStore(file)), code);
  expect(await scanTicket(gateOn(await openNodeStore(file)), code)).toMatchObject({
    because: 'already_admitted',
    here: true,
  });
});

it('admits one of many simultaneous scans of the same ticket', async () => {
  const gate = gateOn(await openNodeStore());
  const code = codeOf(v7());
  const results = await Promise.all(Array.from({ length: 20 }, () => scanTicket(gate, code)));
  expect(results.filter((result) => result.kind === 'admitted')).toHaveLength(1);
  expect(await factsIn(gate.store)).toHaveLength(20);
});

it('refuses a flipped byte, another festival’s signature and what is no ticket, and records none of them', async () => {
  const gate = gateOn(await openNodeStore());
  const code = codeOf(v7());
  const flipped = code.slice(0, 30) + (code[30] === 'A' ? 'B' : 'A') + code.slice(31);
  expect(await scanTicket(gate, flipped)).toMatchObject({ kind: 'refused', because: 'forged' });
  expect(await scanTicket(gate, codeOf(v7(), ed25519.keygen()))).toMatchObject({ kind: 'refused', because: 'forged' });
  expect(await scanTicket(gate, 'https://example.com')).toMatchObject({ kind: 'refused', because: 'unreadable' });
  expect(await factsIn(gate.store)).toEqual([]);
});

it('signs each scan into one chain without gaps', async () => {
  const gate = gateOn(await openNodeStore());
  const code = codeOf(v7());
  for (const text of [code, code, codeOf(v7())]) await scanTicket(gate, text);
  const facts = await factsIn(gate.store);
  expect(facts.every((bytes) => isScanFactSigned(bytes, device.publicKey))).toBe(true);
  const read = facts.map((bytes) => must(readScanFact(bytes)));
  expect(read.map(({ sequence, decision }) => [sequence, decision])).toEqual([
    [1, 'admitted'],
    [2, 'refused'],
    [3, 'admitted'],
  ]);
  expect(read.map(({ previous }) => previous)).toEqual([noPrevious(), ...facts.slice(0, 2).map(scanFactHash)]);
});

it('admits nobody when the fact cannot be written', async () => {
  const store = await openNodeStore();
  await store.run("create trigger full_disk before insert on scan begin select raise(abort, 'disk full'); end");
  await expect(scanTicket(gateOn(store), codeOf(v7()))).rejects.toThrow('disk full');
});

it('admits nobody once the device is revoked or its certificate has run out', async () => {
  const store = await openNodeStore();
  const code = codeOf(v7());
  const revoked = { ...enrolment(), revokedAt: now };
  expect(await scanTicket(gateOn(store, { enrolment: revoked }), code)).toEqual({ kind: 'closed' });
  expect(await scanTicket(gateOn(store, { enrolment: enrolment(new Date(now)) }), code)).toEqual({ kind: 'closed' });
});

it('refuses what other gates admitted and what the office revoked, once it has heard of it', async () => {
  const store = await openNodeStore();
  const [elsewhere, revoked, valid] = [v7(), v7(), v7()];
  const { line } = serverWith([
    [stateOf(elsewhere, 'ADMITTED'), stateOf(revoked, 'VALID')],
    [stateOf(revoked, 'REVOKED'), stateOf(valid, 'VALID')],
  ]);
  await syncScans(store, deviceId, line, () => now);
  const gate = gateOn(store);
  expect(await scanTicket(gate, codeOf(elsewhere))).toMatchObject({
    because: 'already_admitted',
    here: false,
    since: '2027-07-02T17:00:00.000Z',
  });
  expect(await scanTicket(gate, codeOf(revoked))).toMatchObject({ because: 'revoked' });
  expect(await scanTicket(gate, codeOf(valid))).toMatchObject({ kind: 'admitted', typeName: { en: 'Three days' } });
});

it('sends what waits in order, in batches, and never what was answered', async () => {
  const store = await openNodeStore();
  const gate = gateOn(store);
  for (let i = 0; i < 3; i += 1) await scanTicket(gate, codeOf(v7()));
  const { line, received } = serverWith();
  await syncScans(store, deviceId, line, () => now);
  await syncScans(store, deviceId, line, () => now);
  const sent = must(received[0]).map((fact) => must(readScanFact(must(fromBase64Url(fact)))).sequence);
  expect([received.length, sent]).toEqual([1, [1, 2, 3]]);
  expect(await countScans(store, deviceId)).toEqual({
    admitted: 3,
    waiting: 0,
    conflicts: 0,
    quarantined: 0,
    lastSyncAt: now,
  });
});

it('keeps every fact, and the age of its news, while the line is down', async () => {
  const store = await openNodeStore();
  await scanTicket(gateOn(store), codeOf(v7()));
  const { line, received } = serverWith();
  const down = { ...line, upload: () => Promise.reject(new Error('no network')) };
  await expect(syncScans(store, deviceId, down, () => now)).rejects.toThrow('no network');
  expect(await countScans(store, deviceId)).toMatchObject({ waiting: 1, lastSyncAt: null });
  await syncScans(store, deviceId, line, () => now);
  expect(received).toHaveLength(1);
});

it('sends the same bytes again when the answer was lost', async () => {
  const store = await openNodeStore();
  await scanTicket(gateOn(store), codeOf(v7()));
  const { line, received } = serverWith();
  const lost = {
    ...line,
    upload: async (facts: string[]) => line.upload(facts).then(() => Promise.reject(new Error('lost'))),
  };
  await expect(syncScans(store, deviceId, lost, () => now)).rejects.toThrow('lost');
  await syncScans(store, deviceId, line, () => now);
  expect(received[1]).toEqual(received[0]);
});

it('counts tickets that another gate admitted too', async () => {
  const store = await openNodeStore();
  await scanTicket(gateOn(store), codeOf(v7()));
  await syncScans(store, deviceId, serverWith([[]], 'DOUBLE_ADMISSION').line, () => now);
  expect(await countScans(store, deviceId)).toMatchObject({ conflicts: 1, waiting: 0 });
});

it('goes on from its cursor', async () => {
  const store = await openNodeStore();
  const asked: (string | undefined)[] = [];
  const { line } = serverWith([[stateOf(v7(), 'VALID')], [stateOf(v7(), 'VALID')]]);
  const noting: Line = { ...line, pull: (cursor) => (asked.push(cursor), line.pull(cursor)) };
  await syncScans(store, deviceId, noting, () => now);
  await syncScans(store, deviceId, noting, () => now);
  expect(asked).toEqual([undefined, '1', '2']);
});

it('hears of a key that was started and of one that was withdrawn, and stays enrolled by its own certificate', async () => {
  const store = await openNodeStore();
  const next = ed25519.keygen();
  await keep(store, ENROLMENT, enrolment(), now);
  const keys = [
    { number: 2, publicKey: toBase64Url(next.publicKey) },
    { number: 1, publicKey: toBase64Url(festival.publicKey), withdrawn: true },
  ];
  const { line } = serverWith();
  const knowing: Line = { ...line, pull: async (cursor) => ({ ...(await line.pull(cursor)), keys }) };
  expect(await syncScans(store, deviceId, knowing, () => now)).toBe(true);
  expect(await syncScans(store, deviceId, knowing, () => now)).toBe(false);
  const gate = gateOn(store, { enrolment: must(await recall(store, ENROLMENT, Enrolment)).value });
  expect(await scanTicket(gate, codeOf(v7()))).toMatchObject({ kind: 'refused', because: 'withdrawn' });
  const fresh = ticketCode({ keyNumber: 2, ticketId: v7(), ticketTypeId }, (message) =>
    ed25519.sign(message, next.secretKey),
  );
  expect(await scanTicket(gate, fresh)).toMatchObject({ kind: 'admitted' });
});
