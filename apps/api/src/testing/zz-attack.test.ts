import { v7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startApi, type TestApi } from './start-api.ts';
import { buyer, openShop, newSecret, quotaOf } from '../ticketing/testing.ts';
import { draft } from '../festival/testing.ts';
import { pathToFileURL } from 'node:url';

let api: TestApi;
beforeAll(async () => {
  api = await startApi({ env: { LOG_LEVEL: 'silent' } });
});
afterAll(() => api.stop());
import { appendFileSync } from 'node:fs';
const show = (...x: unknown[]) =>
  appendFileSync('/tmp/r1/out.txt', x.map((y) => (typeof y === 'string' ? y : JSON.stringify(y))).join(' ') + '\n');
const call = async (
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
  raw?: string,
) => {
  const r = await fetch(api.url + path, {
    method,
    headers: { ...(body !== undefined || raw !== undefined ? { 'content-type': 'application/json' } : {}), ...headers },
    ...(body !== undefined || raw !== undefined ? { body: raw ?? JSON.stringify(body) } : {}),
  });
  return { status: r.status, text: await r.text(), headers: r.headers };
};

test('deadlock: resize while selling', async () => {
  const shop = await openShop(api, { capacity: 100000 });
  const { client } = await api.person({ roles: [{ festivalId: shop.festivalId, role: 'ORGANISER' }] });
  let version = 1;
  const bad: string[] = [];
  let done = false;
  const sells = Array.from({ length: 8 }, async () => {
    while (!done)
      await buyer(api, shop)
        .buy()
        .catch((e) => bad.push('buy ' + e.status + e.name));
  });
  const t = Date.now();
  let n = 0;
  while (Date.now() - t < 4000) {
    try {
      version = (
        await client.ticketing.updateTicketType({
          params: shop,
          body: { version, changes: { capacity: 100000 + n++ } },
        })
      ).version;
    } catch (e: any) {
      bad.push('edit ' + e.status + e.name);
    }
  }
  done = true;
  await Promise.all(sells);
  show('DEADLOCK edits', n, 'bad', bad);
});

test('odd', async () => {
  const shop = await openShop(api, { capacity: 10 });
  const { festivalId, ticketTypeId } = shop;
  const deep = `{"secret":"${newSecret()}","items":[{"ticketTypeId":"${ticketTypeId}","quantity":1}],"x":${'['.repeat(100000)}${']'.repeat(100000)}}`;
  show(
    'deep+key',
    (await call('POST', `/festivals/${festivalId}/baskets`, undefined, { 'idempotency-key': v7() }, deep)).status,
  );
  for (const p of [
    '/docs/constructor',
    '/docs/__proto__',
    '/docs/toString',
    '//festivals',
    '/festivals/',
    '/festivals/.',
    '/festivals/%2e%2e/auth/me',
    `/festivals/${festivalId}/`,
    `/festivals/${festivalId}.`,
    `/festivals/${festivalId.toUpperCase()}`,
    `/festivals/${festivalId}%2foffers`,
    `/festivals/${festivalId}/offers;x`,
    '/festivals?limit=1&limit=2',
    '/festivals?limit=0x10',
    '/festivals?limit=1e400',
    '/festivals?cursor=' + 'A'.repeat(6000),
    '/festivals?limit=',
    '/festivals?__proto__=1',
    '/festivals/%00',
    '/festivals/by-slug/constructor',
    '/festivals?limit=%31',
  ])
    show(
      'GET',
      p.slice(0, 60),
      await call('GET', p).then((r) => [r.status, r.text.slice(0, 90), r.headers.get('x-request-id') !== null]),
    );
  for (const m of ['HEAD', 'OPTIONS', 'TRACE', 'PATCH', 'PUT', 'PROPFIND'])
    show(
      m,
      await call(m, `/festivals/${festivalId}/offers`)
        .then((r) => [r.status, r.text.slice(0, 90)])
        .catch((e) => String(e)),
    );
  show('HEAD office', await call('HEAD', `/festivals/${festivalId}/orders`).then((r) => r.status));
  show(
    'long lang',
    await call('GET', '/festivals', undefined, { 'accept-language': 'x;q=0.1,'.repeat(1500) }).then((r) => r.status),
  );
  const { token, client } = await api.person({ roles: [{ festivalId, role: 'ORGANISER' }] });
  const auth = { authorization: `Bearer ${token}` };
  const v = buyer(api, shop, 'a@example.org');
  const order = await v.buy();
  const me = await api.person({ email: 'a@example.org' });
  show(
    'pdf upper',
    await call('GET', `/tickets/${order.tickets[0]!.id.toUpperCase()}/pdf`, undefined, {
      authorization: `Bearer ${me.token}`,
    }).then((r) => [r.status, r.text.length]),
  );
  const texts = [
    'a\u0000b',
    'a\ud800b',
    '\udc00',
    '\u202eevil',
    '\u200b',
    '​',
    'a\u0085b',
    'x\u2028y',
    '\ufeff',
    '\uffff',
  ];
  for (const t of texts) {
    const f = await call('POST', '/festivals', { ...draft(), name: t, description: { en: t } }, auth);
    const d = f.status === 201 ? JSON.parse(f.text).data : null;
    show(
      'name',
      t,
      f.status,
      d ? [d.name === t, JSON.stringify(d.name), JSON.stringify(d.description)] : f.text.slice(0, 150),
    );
    const f2 = await call('POST', '/festivals', { ...draft(), description: { en: t } }, auth);
    show(
      ' desc',
      f2.status,
      f2.status === 201 ? JSON.stringify(JSON.parse(f2.text).data.description) : f2.text.slice(0, 150),
    );
    const b = await v.hold(1).catch(() => null);
    if (b) {
      const o = await call('POST', `/festivals/${festivalId}/orders`, {
        basketId: b.id,
        secret: v.secret,
        email: 'a@example.org',
        name: t,
        language: 'en',
      });
      show(' order', o.status, o.status === 201 ? JSON.stringify(JSON.parse(o.text).data.name) : o.text.slice(0, 120));
      if (o.status !== 201) await call('DELETE', `/festivals/${festivalId}/baskets/${b.id}?secret=${v.secret}`);
    }
    show(
      ' search',
      await call(
        'GET',
        `/festivals/${festivalId}/orders?search=${encodeURIComponent(t.replace(/[\ud800-\udfff]/g, ''))}`,
        undefined,
        auth,
      ).then((r) => r.status),
      await call(
        'GET',
        `/festivals/${festivalId}/audit?name=${encodeURIComponent(t.replace(/[\ud800-\udfff]/g, ''))}`,
        undefined,
        auth,
      ).then((r) => r.status),
    );
  }
  for (const patch of [
    { startsOn: '2027-02-30' },
    { startsOn: '0000-01-01' },
    { startsOn: '0001-01-01', endsOn: '9999-12-31' },
    { zone: 'EUROPE/brussels' },
    { zone: 'Europe/Brussels ' },
    { zone: 'Etc/Unknown' },
    { zone: 'EST5EDT' },
    { zone: 'GMT+5' },
    { zone: 'Z' },
    { zone: 'UTC' },
    { zone: 'Factory' },
    { zone: 'SystemV/AST4' },
    { slug: 'account' },
    { slug: 'api' },
    { slug: 'artwork' },
    { place: { ...draft().place, latitude: -0 } },
    { languages: [] },
    { languages: ['en', 'en'] },
    { theme: { seed: -0, palette: 'sunset' } },
    { currency: 'eur' },
  ])
    show(
      patch,
      await call('POST', '/festivals', { ...draft(), ...patch }, auth).then((r) => [r.status, r.text.slice(0, 200)]),
    );
  show(
    '1e400',
    await call(
      'POST',
      `/festivals/${festivalId}/ticket-types`,
      undefined,
      auth,
      '{"name":{"en":"x"},"price":1e400,"vat":0,"capacity":1}',
    ).then((r) => [r.status, r.text.slice(0, 150)]),
  );
  show(
    '-0',
    await call(
      'POST',
      `/festivals/${festivalId}/ticket-types`,
      undefined,
      auth,
      '{"name":{"en":"x"},"price":-0,"vat":-0,"capacity":-0}',
    ).then((r) => [r.status, r.text.slice(0, 250)]),
  );
  show(
    'patch {}',
    await call('PATCH', `/festivals/${festivalId}/ticket-types/${ticketTypeId}`, {}, auth).then((r) => [
      r.status,
      r.text.slice(0, 200),
    ]),
  );
  show(
    'patch changes {}',
    await call(
      'PATCH',
      `/festivals/${festivalId}/ticket-types/${ticketTypeId}`,
      { version: 1, changes: {} },
      auth,
    ).then((r) => [r.status, r.text.slice(0, 300)]),
  );
  show(
    'order int',
    await call(
      'POST',
      `/festivals/${festivalId}/ticket-types`,
      { name: { en: 'x' }, price: 1, vat: 0, capacity: 1, order: 2 ** 40 },
      auth,
    ).then((r) => [r.status, r.text.slice(0, 250)]),
  );
  show(
    'window',
    await call(
      'POST',
      `/festivals/${festivalId}/ticket-types`,
      {
        name: { en: 'x' },
        price: 1,
        vat: 0,
        capacity: 1,
        onSaleFrom: '2030-01-01T00:00:00Z',
        onSaleUntil: '2029-01-01T00:00:00.123456789Z',
      },
      auth,
    ).then((r) => [r.status, r.text.slice(0, 250)]),
  );
  show(
    'huge cursor',
    await call(
      'GET',
      `/festivals/${festivalId}/audit?cursor=${Buffer.from('[1e300]').toString('base64url')}`,
      undefined,
      auth,
    ).then((r) => r.status),
  );
  show(
    'year cursor',
    await call(
      'GET',
      `/festivals/${festivalId}/orders?cursor=${Buffer.from(JSON.stringify(['0000-01-01T00:00:00Z', festivalId])).toString('base64url')}`,
      undefined,
      auth,
    ).then((r) => r.status),
  );
  // max price
  const big = await client.ticketing.createTicketType({
    params: { festivalId },
    body: { name: { en: 'Big' }, price: 100_000_00, vat: 2100, capacity: 1000, maxPerOrder: 50 },
  });
  const items = [{ ticketTypeId: big.id, quantity: 50 }];
  for (let i = 0; i < 19; i++)
    items.push({
      ticketTypeId: (
        await client.ticketing.createTicketType({
          params: { festivalId },
          body: { name: { en: 'Big' }, price: 100_000_00, vat: 2100, capacity: 1000, maxPerOrder: 50 },
        })
      ).id,
      quantity: 50,
    });
  const secret = newSecret();
  const bb = await call('POST', `/festivals/${festivalId}/baskets`, { secret, items });
  show('big', bb.status, JSON.parse(bb.text).data?.total);
  const oo = await call('POST', `/festivals/${festivalId}/orders`, {
    basketId: JSON.parse(bb.text).data.id,
    secret,
    email: 'a@example.org',
    name: 'A',
    language: 'en',
  });
  const pp = await call('POST', `/festivals/${festivalId}/orders/${JSON.parse(oo.text).data.id}/payments`, {
    secret,
    method: 'succeeds',
  });
  show('big paid', pp.status, JSON.parse(pp.text).data?.tickets?.length ?? pp.text.slice(0, 200));
  show(
    'sales',
    await call('GET', `/festivals/${festivalId}/sales`, undefined, auth).then((r) => [r.status, r.text.slice(0, 100)]),
  );
  const t0 = Date.now();
  show(
    'big pdf',
    await call(
      'GET',
      `/festivals/${festivalId}/orders/${JSON.parse(oo.text).data.id}/tickets.pdf?secret=${secret}`,
    ).then((r) => [r.status, r.text.length, Date.now() - t0]),
  );
}, 60000);

test('zones', async () => {
  const pg = new Set(
    (await api.ownerPool.query('select lower(name) as n from pg_timezone_names')).rows.map((r: any) => r.n),
  );
  const all = Intl.supportedValuesOf('timeZone');
  show(
    'ICU not in PG',
    all.filter((z) => !pg.has(z.toLowerCase())),
  );
});

test('temp shadow', async () => {
  const c = await api.resources.pool.connect();
  try {
    await c.query(
      `create temp table session (id uuid, person_id uuid, revoked_at timestamptz, expires_at timestamptz)`,
    );
    await c.query(
      `create temp table person (id uuid, name text, email text, email_verified_at timestamptz, super_admin boolean, deleted_at timestamptz)`,
    );
    await c.query(`grant all on session, person to public`);
    await c.query(`insert into session values ('${v7()}','01931f2e-7b4a-7c3d-8e5f-0a1b2c3d4e5f',null,'infinity')`);
    await c.query(`insert into person values ('01931f2e-7b4a-7c3d-8e5f-0a1b2c3d4e5f','evil','x',now(),true,null)`);
    show('SHADOW', (await c.query(`select l.* from session s, lookup.standing(s.id, null) l`)).rows);
  } catch (e) {
    show('shadow refused', String(e));
  } finally {
    c.release(true);
  }
});
