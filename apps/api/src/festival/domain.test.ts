import { createSocket } from 'node:dgram';
import type { AddressInfo } from 'node:net';
import { randomBytes } from 'node:crypto';
import { graceMs } from '@festivals/domain/festival/domain-rules';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { systemContext } from '../platform/context.ts';
import { newestMessages } from '../mail/mailbox.ts';
import { startApi, type TestApi } from '../testing/start-api.ts';
import { lookForDomains } from './look-for-domains.ts';
import { failureOf, insertFestival } from './testing.ts';

/** What the DNS says: TXT records by name. */
const records = new Map<string, string>();
const secret = randomBytes(32).toString('hex');
const nameServer = createSocket('udp4');
let api: TestApi;
/** How far ahead of now it is for whoever looks for domains. */
let laterMs = 0;
/** Whether the name server says anything. */
let isSilent = false;
beforeAll(async () => {
  nameServer.on('message', (question, from) => {
    if (!isSilent) nameServer.send(answerTo(question), from.port, from.address);
  });
  await new Promise<void>((resolve) => nameServer.bind(0, '127.0.0.1', resolve));
  const { port } = nameServer.address() as AddressInfo;
  api = await startApi({
    env: { SITE_SECRET: secret, DNS_SERVERS: `127.0.0.1:${port}`, SITE_BASE_DOMAIN: 'fest.example' },
  });
});
afterAll(async () => {
  nameServer.close();
  await api.stop();
});

beforeEach(() => {
  [laterMs, isSilent] = [0, false];
});

/** A name server in twenty lines (RFC 1035): repeats the question, and answers with the record when there is one. */
function answerTo(question: Buffer): Buffer {
  let at = 12;
  const labels: string[] = [];
  for (let length = question[at] ?? 0; length > 0; length = question[at] ?? 0) {
    labels.push(question.toString('latin1', at + 1, at + 1 + length));
    at += length + 1;
  }
  const asked = question.subarray(12, at + 5);
  const text = records.get(labels.join('.').toLowerCase());
  const head = Buffer.from(question.subarray(0, 12));
  head.writeUInt16BE(text === undefined ? 0x8183 : 0x8180, 2);
  head.writeUInt16BE(text === undefined ? 0 : 1, 6);
  head.writeUInt32BE(0, 8);
  if (text === undefined) return Buffer.concat([head, asked]);
  const answer = Buffer.from([0xc0, 12, 0, 16, 0, 1, 0, 0, 0, 1, 0, text.length + 1, text.length]);
  return Buffer.concat([head, asked, answer, Buffer.from(text)]);
}

async function opened(status: 'PUBLISHED' | 'DRAFT' = 'PUBLISHED') {
  const { id, slug } = await insertFestival(api.ownerPool, { status });
  const { client } = await api.person({ roles: [{ festivalId: id, role: 'ORGANISER' }] });
  return { id, slug, params: { festivalId: id }, client };
}

const hosts = async (of = ''): Promise<unknown> => {
  const answer = await fetch(`${api.url.replace(/\/api$/, '')}/internal/site-hosts${of}`, {
    headers: { authorization: `Bearer ${secret}` },
  });
  return answer.json();
};

test('is answered to once the record says whose it is, and no more once it is given up', async () => {
  const { params, client, slug } = await opened();
  expect(await client.festival.getDomain({ params })).toEqual({
    domain: null,
    address: `${api.resources.env.SITE_URL}/${slug}`,
    target: 'fest.example',
    given: `${slug}.fest.example`,
    former: [],
  });
  const claimed = await client.festival.claimDomain({ params, body: { host: 'www.one.example.org', version: 0 } });
  expect(claimed).toMatchObject({ host: 'www.one.example.org', confirmedAt: null, version: 1 });
  const confirm = () => client.festival.confirmDomain({ params, body: { version: 1 } });
  expect(await failureOf(confirm())).toMatchObject({ name: 'DOMAIN_UNPROVEN' });
  records.set(claimed.record.name, 'somebody else');
  expect(await failureOf(confirm())).toMatchObject({ name: 'DOMAIN_UNPROVEN' });
  expect(await hosts()).toEqual([]);

  records.set(claimed.record.name, claimed.record.value);
  expect(await confirm()).toMatchObject({ confirmedAt: expect.any(String), version: 2 });
  const own = { host: 'www.one.example.org', slug, festivalId: params.festivalId };
  expect(await hosts()).toEqual([own]);
  expect(await hosts(`/${params.festivalId}`)).toEqual([own]);
  await client.festival.removeDomain({ params, query: { version: 2 } });
  expect(await hosts()).toEqual([]);
  expect(await hosts(`/${params.festivalId}`)).toEqual([]);
});

test('another domain has to be proven anew, and who merely claims one keeps nobody out', async () => {
  const [squatter, owner] = [await opened(), await opened()];
  const body = { host: 'two.example.org', version: 0 };
  await squatter.client.festival.claimDomain({ params: squatter.params, body });
  const { record } = await owner.client.festival.claimDomain({ params: owner.params, body });
  records.set(record.name, record.value);
  await owner.client.festival.confirmDomain({ params: owner.params, body: { version: 1 } });
  expect(
    await failureOf(squatter.client.festival.confirmDomain({ params: squatter.params, body: { version: 1 } })),
  ).toMatchObject({ name: 'DOMAIN_UNPROVEN' });
  const moved = await owner.client.festival.claimDomain({
    params: owner.params,
    body: { host: 'three.example.org', version: 2 },
  });
  expect(moved).toMatchObject({ host: 'three.example.org', confirmedAt: null, version: 3 });
});

test('one domain is one festival’s, whoever else could prove it', async () => {
  const [first, second] = [await opened(), await opened()];
  const body = { host: 'four.example.org', version: 0 };
  const one = await first.client.festival.claimDomain({ params: first.params, body });
  const other = await second.client.festival.claimDomain({ params: second.params, body });
  records.set(one.record.name, one.record.value);
  await first.client.festival.confirmDomain({ params: first.params, body: { version: 1 } });
  records.set(other.record.name, other.record.value);
  expect(
    await failureOf(second.client.festival.confirmDomain({ params: second.params, body: { version: 1 } })),
  ).toMatchObject({ name: 'DOMAIN_TAKEN' });
});

test('a draft answers nowhere, proven or not', async () => {
  const { params, client, slug } = await opened('DRAFT');
  const { record } = await client.festival.claimDomain({ params, body: { host: 'draft.example.org', version: 0 } });
  records.set(record.name, record.value);
  await client.festival.confirmDomain({ params, body: { version: 1 } });
  expect(JSON.stringify(await hosts())).not.toContain(slug);
  expect(await hosts(`/${params.festivalId}`)).toEqual([]);
});

test('of two who claim at once one is told', async () => {
  const { params, client } = await opened();
  const claim = (host: string) => client.festival.claimDomain({ params, body: { host, version: 0 } });
  const both = await Promise.allSettled([claim('five.example.org'), claim('six.example.org')]);
  expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
});

test.each(['fest.example', 'any.fest.example'])('%s is the installation’s own', async (host) => {
  const { params, client } = await opened();
  expect(await failureOf(client.festival.claimDomain({ params, body: { host, version: 0 } }))).toMatchObject({
    name: 'DOMAIN_OURS',
  });
});

test.each([
  'localhost',
  '10.0.0.1',
  'UPPER.example',
  'a..b',
  'a b.example',
  '-a.example',
  `${'a'.repeat(64)}.example`,
  'a.example\u0000',
])('%j is no host', async (host) => {
  const { params, client } = await opened();
  expect(await failureOf(client.festival.claimDomain({ params, body: { host, version: 0 } }))).toMatchObject({
    status: 400,
  });
});

test('where festivals answer is told to the site alone', async () => {
  const { params } = await opened();
  for (const of of ['', `/${params.festivalId}`]) {
    const answer = await fetch(`${api.url.replace(/\/api$/, '')}/internal/site-hosts${of}`);
    expect(answer.status).toBe(404);
  }
  expect(await hosts('/nobody').catch(() => 'nothing')).toBe('nothing');
});

const dayMs = 86_400_000;

/** A festival that answers at a domain of its own, and its organiser's address. */
async function answering(host: string) {
  const { id } = await insertFestival(api.ownerPool, { status: 'PUBLISHED' });
  const { client, email } = await api.person({ roles: [{ festivalId: id, role: 'ORGANISER' }] });
  const params = { festivalId: id };
  const { record } = await client.festival.claimDomain({ params, body: { host, version: 0 } });
  records.set(record.name, record.value);
  await client.festival.confirmDomain({ params, body: { version: 1 } });
  const now = async () => (await client.festival.getDomain({ params })).domain;
  const mails = async () =>
    (await newestMessages(api.resources.env.FESTIVALS_DATA, 50)).filter(({ to }) => to === email);
  return { record, client, params, now, mails };
}
const nextDay = async () => {
  laterMs += dayMs + 1000;
  await lookForDomains(systemContext({ ...api.resources, clock: { now: () => new Date(Date.now() + laterMs) } }));
  await api.runJobsOnce();
};

test('whose record is gone is told once, answers for a while, and then no more', async () => {
  const { record, now, mails } = await answering('lost.example.org');
  await nextDay();
  expect(await now()).toMatchObject({ lostAt: null, endsAt: null, version: 2 });
  records.delete(record.name);
  await nextDay();
  await nextDay();
  const lost = await now();
  expect(Date.parse(lost?.endsAt ?? '') - Date.parse(lost?.lostAt ?? '')).toBe(graceMs);
  expect(JSON.stringify(await hosts())).toContain('lost.example.org');
  const told = await mails();
  expect(told).toHaveLength(1);
  expect(told[0]?.text).toContain(record.value);

  laterMs += graceMs;
  await nextDay();
  expect(await now()).toMatchObject({ confirmedAt: null, lostAt: null, version: 3 });
  expect(JSON.stringify(await hosts())).not.toContain('lost.example.org');
  expect(await mails()).toHaveLength(2);
});

test('whose record is found again is well, whether we look or the organiser asks us to', async () => {
  const { record, client, params, now } = await answering('found.example.org');
  const lose = async () => {
    records.delete(record.name);
    await nextDay();
    expect((await now())?.lostAt).not.toBeNull();
    records.set(record.name, record.value);
  };
  await lose();
  await nextDay();
  expect((await now())?.lostAt).toBeNull();
  await lose();
  const confirmed = (await now())?.confirmedAt;
  const found = await client.festival.confirmDomain({ params, body: { version: 2 } });
  expect(found).toMatchObject({ lostAt: null, confirmedAt: confirmed, version: 3 });
});

test('a name server that says nothing loses nobody their domain', async () => {
  const { now, mails } = await answering('silent.example.org');
  isSilent = true;
  await nextDay();
  expect(await now()).toMatchObject({ lostAt: null });
  expect(await mails()).toEqual([]);
});
