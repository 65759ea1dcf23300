/** A domain that exists for tests of the platform alone: one small route for each thing that the platform promises. */
import {
  bytes,
  lines,
  nothing,
  page,
  PageQuery,
  queryBoolean,
  queryInteger,
  queryList,
  route,
  upload,
} from '@festivals/contract';
import { sql } from 'kysely';
import { v7 } from 'uuid';
import { z } from 'zod';
import { controller } from '../platform/controller.ts';
import { decodeCursor, encodeCursor } from '../platform/cursor.ts';
import type { DomainModule } from '../platform/domain-module.ts';
import { record } from '../platform/record.ts';
import { deed, platform, type Tx } from '../platform/transaction.ts';

const Mood = z.enum(['calm', 'slow', 'throws', 'dies']);

export const probeRoutes = {
  act: route({
    method: 'POST',
    path: '/probe/acts',
    permission: 'public',
    idempotent: true,
    summary: 'Do something once',
    body: z.object({ secret: z.string(), mood: Mood.default('calm'), note: z.unknown().optional() }),
    response: z.object({ id: z.uuid() }),
    status: 201,
  }),
  list: route({
    method: 'GET',
    path: '/probe/numbers',
    permission: 'public',
    summary: 'The first numbers',
    query: PageQuery,
    response: page(z.int()),
  }),
  read: route({
    method: 'GET',
    path: '/probe/words',
    permission: 'public',
    summary: 'What was asked',
    query: z.object({ count: queryInteger(), loud: queryBoolean(), words: queryList(z.string()) }),
    response: z.object({ count: z.int(), loud: z.boolean(), words: z.array(z.string()) }),
  }),
  keepText: route({
    method: 'POST',
    path: '/probe/texts',
    permission: 'public',
    summary: 'Write a text into the database',
    body: z.object({ text: z.string() }),
    response: nothing(),
  }),
  send: route({
    method: 'PUT',
    path: '/probe/file',
    permission: 'public',
    summary: 'Take a file',
    body: upload(['application/octet-stream', 'text/plain', 'image/png'], 1_000_000),
    response: z.object({ type: z.string(), size: z.int(), sum: z.int() }),
  }),
  fetch: route({
    method: 'GET',
    path: '/probe/file',
    permission: 'public',
    summary: 'Give a file',
    response: bytes('application/pdf'),
  }),
  count: route({
    method: 'GET',
    path: '/probe/lines',
    permission: 'public',
    summary: 'Count aloud',
    query: z.object({ to: queryInteger() }),
    response: lines(z.object({ n: z.int() })),
  }),
  rare: route({
    method: 'GET',
    path: '/probe/rare',
    permission: 'public',
    summary: 'Seldom allowed',
    response: nothing(),
    limit: { times: 2, seconds: 600, per: 'address' },
  }),
  closed: route({
    method: 'GET',
    path: '/probe/closed',
    permission: 'signed_in',
    summary: 'For those signed in',
    response: nothing(),
  }),
  broken: route({
    method: 'GET',
    path: '/probe/broken',
    permission: 'public',
    summary: 'Has a bug',
    response: nothing(),
  }),
  item: route({
    method: 'GET',
    path: '/probe/items/:itemId',
    permission: 'public',
    summary: 'One item',
    params: z.object({ itemId: z.uuid() }),
    response: nothing(),
  }),
};

/** Opened by a test to let the slow go on. */
export const gate = { waiting: 0, open: () => undefined as void };

async function waitAtGate(): Promise<void> {
  gate.waiting += 1;
  await new Promise<void>((resolve) => {
    gate.open = resolve;
  });
  gate.waiting -= 1;
}

/** Set by the test that lets a deed lose its connection: ends the backend from outside. */
export const executioner = { end: async (_pid: number): Promise<void> => undefined };

async function losesItsConnection(tx: Tx): Promise<void> {
  const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(tx);
  await executioner.end(rows[0]?.pid ?? 0);
  await sql`select 1`.execute(tx);
}

const numbers = Array.from({ length: 25 }, (_, index) => index + 1);

const probeHttp = controller('probe', probeRoutes, {
  act: (ctx, { body }) =>
    deed(ctx, platform, async (tx) => {
      const id = v7();
      await record(tx, ctx, { name: 'probe.acted', subjectId: id });
      if (body.mood === 'slow') await waitAtGate();
      if (body.mood === 'throws') throw new Error('A bug in the middle of a deed');
      if (body.mood === 'dies') await losesItsConnection(tx);
      return { id };
    }),
  list: async (_, { query }) => {
    const [after] = decodeCursor(z.tuple([z.int()]), query.cursor) ?? [0];
    const items = numbers.filter((n) => n > after).slice(0, query.limit);
    const last = items.at(-1);
    return { items, next: last !== undefined && last < numbers.length ? encodeCursor([last]) : null };
  },
  read: async (_, { query }) => ({ ...query, words: query.words ?? [] }),
  keepText: (ctx, { body }) =>
    deed(ctx, platform, async (tx) => {
      await sql`select ${body.text}::text`.execute(tx);
      await record(tx, ctx, { name: 'probe.kept', subjectId: v7() });
    }),
  send: async (_, { body }) => {
    let [size, sum] = [0, 0];
    for await (const chunk of body.body) {
      size += chunk.byteLength;
      for (const byte of chunk) sum = (sum + byte) % 1_000_003;
    }
    return { type: body.type, size, sum };
  },
  fetch: async () => ({ name: 'Billets «été».pdf', body: new TextEncoder().encode('%PDF-1.7 …') }),
  count: async (_, { query }) => countTo(query.to),
  rare: async () => undefined,
  closed: async () => undefined,
  broken: async () => {
    throw new TypeError('password=hunter2 is undefined');
  },
  item: async () => undefined,
});

async function* countTo(last: number) {
  for (let n = 1; n <= last; n += 1) yield { n };
}

export const probeModule: DomainModule = { name: 'probe', controllers: [probeHttp] };
export const probeApi = { probe: probeRoutes };
