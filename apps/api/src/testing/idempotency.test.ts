/** One key, one deed, one answer: whatever is sent twice, at once, late, or through a crash. */
import { v7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { modules as allModules } from '../modules.ts';
import { systemContext } from '../platform/context.ts';
import { eventually } from './eventually.ts';
import { executioner, gate, probeApi, probeModule } from './probe.ts';
import { startApi, type TestApi } from './start-api.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startApi({ modules: [probeModule], api: probeApi });
  executioner.end = async (pid) => void (await api.ownerPool.query('select pg_terminate_backend($1)', [pid]));
});
afterAll(() => api.stop());

async function act(key: string, body: object = { secret: 'basket' }, headers: Record<string, string> = {}) {
  const response = await fetch(`${api.url}/probe/acts`, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json', 'idempotency-key': key, ...headers },
  });
  const text = await response.text();
  return { status: response.status, text, name: (JSON.parse(text) as { error?: { name: string } }).error?.name };
}

async function deedsDone(): Promise<number> {
  const { rows } = await api.ownerPool.query<{ count: number }>(
    `select count(*) from event where name = 'probe.acted'`,
  );
  return rows[0]?.count ?? 0;
}

/** How many deeds were done meanwhile. */
async function deedsOf(work: () => Promise<unknown>): Promise<number> {
  const before = await deedsDone();
  await work();
  return (await deedsDone()) - before;
}

test('fifty at once do one deed; whoever is not answered yet hears that it is under way', async () => {
  const key = v7();
  const done = await deedsOf(async () => {
    const first = await Promise.all(Array.from({ length: 50 }, () => act(key)));
    expect(first.filter(({ status, name }) => status !== 201 && name !== 'IDEMPOTENCY_IN_FLIGHT')).toEqual([]);
    const again = await Promise.all(
      Array.from({ length: 5 }, () => act(key).then(async (answer) => (answer.status === 409 ? act(key) : answer))),
    );
    const answers = new Set([...first, ...again].filter(({ status }) => status === 201).map(({ text }) => text));
    expect(answers.size).toBe(1);
  });
  expect(done).toBe(1);
});

test('the same key is answered with the same bytes', async () => {
  const key = v7();
  const first = await act(key);
  expect(await act(key)).toEqual(first);
  expect(first.status).toBe(201);
});

test('without a key each request is a deed of its own', async () => {
  const send = () =>
    fetch(`${api.url}/probe/acts`, {
      method: 'POST',
      body: '{"secret":"a"}',
      headers: { 'content-type': 'application/json' },
    });
  expect(await deedsOf(() => Promise.all([send(), send()]))).toBe(2);
});

test('another body under the same key is a conflict and does nothing', async () => {
  const key = v7();
  await act(key);
  expect(
    await deedsOf(async () => {
      expect(await act(key, { secret: 'basket', note: 1 })).toMatchObject({
        status: 409,
        name: 'IDEMPOTENCY_KEY_REUSED',
      });
    }),
  ).toBe(0);
});

test('two callers may use the same key', async () => {
  const key = v7();
  const { token } = await api.person();
  const answers = [
    await act(key, { secret: 'mine' }),
    await act(key, { secret: 'theirs' }),
    await act(key, { secret: 'mine' }, { authorization: `Bearer ${token}` }),
  ];
  expect(new Set(answers.map(({ text }) => text)).size).toBe(3);
});

test('while the deed is being done the key is in flight, afterwards it has its answer', async () => {
  const key = v7();
  const first = act(key, { secret: 'basket', mood: 'slow' });
  await eventually(() => expect(gate.waiting).toBe(1));
  expect(await act(key, { secret: 'basket', mood: 'slow' })).toMatchObject({
    status: 409,
    name: 'IDEMPOTENCY_IN_FLIGHT',
  });
  gate.open();
  const { status, text } = await first;
  expect(status).toBe(201);
  expect(await act(key, { secret: 'basket', mood: 'slow' })).toMatchObject({ status: 201, text });
});

test.each(['throws', 'dies'])(
  'a deed that %s in the middle leaves nothing behind, and its key is free at once',
  async (mood) => {
    const key = v7();
    expect(
      await deedsOf(async () =>
        expect((await act(key, { secret: 'basket', mood })).status).toBeGreaterThanOrEqual(500),
      ),
    ).toBe(0);
    expect(await deedsOf(async () => expect((await act(key)).status).toBe(201))).toBe(1);
  },
);

test('a day later the key may be used for another deed', async () => {
  const key = v7();
  await act(key);
  await api.ownerPool.query(`update idempotency set made_at = made_at - interval '25 hours' where key = $1`, [key]);
  expect(
    await deedsOf(async () => expect((await act(key, { secret: 'basket', note: 'tomorrow' })).status).toBe(201)),
  ).toBe(1);
});

test('a body of a hundred thousand brackets is refused under a key as well', async () => {
  const note = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
  const response = await fetch(`${api.url}/probe/acts`, {
    method: 'POST',
    body: `{"secret":"a","note":${note}}`,
    headers: { 'content-type': 'application/json', 'idempotency-key': v7() },
  });
  expect(response.status).toBe(400);
});

test('answers are deleted once their day is over, by the clock', async () => {
  const [old, young] = [v7(), v7()];
  await Promise.all([act(old), act(young)]);
  await api.ownerPool.query(`update idempotency set made_at = made_at - interval '25 hours' where key = $1`, [old]);
  const [scheduled] = allModules.flatMap(({ schedule }) => schedule?.['identity.forget_answers'] ?? []);
  await scheduled?.run(systemContext(api.resources));
  const { rows } = await api.ownerPool.query('select key from idempotency where key in ($1, $2)', [old, young]);
  expect(rows).toEqual([{ key: young }]);
});

test.each(['short', 'x'.repeat(201), 'has space in it', 'ünïcode-key'])('refuses the key %j', async (key) => {
  const response = await act(encodeURI(key) === key ? key : key.replaceAll(/[^\x20-\x7e]/g, '\u00fc'));
  expect(response).toMatchObject({ status: 400, name: 'VALIDATION_FAILED' });
});

test('neither key nor secret of a caller is kept in clear', async () => {
  await act(v7(), { secret: 'the-secret-of-this-basket' });
  const { rows } = await api.ownerPool.query<{ row: string }>('select row_to_json(i)::text as row from idempotency i');
  expect(rows.some(({ row }) => row.includes('the-secret-of-this-basket'))).toBe(false);
});
