import { v7 } from 'uuid';
import { beforeEach, describe, expect, it } from 'vitest';
import { withConnection } from '@festivals/database';
import type { FestivalId } from '@festivals/domain/primitives';
import { insertFestival } from '../festival/testing.ts';
import { systemContext } from '../platform/context.ts';
import { record } from '../platform/record.ts';
import { platform, step } from '../platform/transaction.ts';
import { eventually } from '../testing/eventually.ts';
import { startApi, type TestApi } from '../testing/start-api.ts';
import type { Flaw } from './chain.ts';
import { sealEvents } from './seal.ts';
import { type KnownHeads, verifyTrail } from './verify-trail.ts';

let api: TestApi;
let festivalId: FestivalId;
beforeEach(async () => {
  api = await startApi({ modules: [] });
  ({ id: festivalId } = await insertFestival(api.ownerPool, {}));
  return () => api.stop();
});

const ctx = () => systemContext(api.resources);
const happen = (
  name: `${string}.${string}`,
  where: FestivalId = festivalId,
  after: unknown = { price: 1.5, é: '"ﬃ" \\ 🎪' },
) => step(ctx(), where, (tx) => record(tx, ctx(), { name, subjectId: v7(), after }));

async function sealed(times = 6) {
  for (let index = 0; index < times; index += 1) await happen(`test.deed_${index}`);
  await happen('test.account', platform, undefined);
  await sealAll();
}

/** Neighbouring tests' transactions hold the snapshot horizon back; the sealer has come by when nothing waits. */
const sealAll = () =>
  eventually(async () => {
    await sealEvents(ctx());
    expect((await verify()).waiting).toBe(0);
  });

const verify = (known: KnownHeads = {}) =>
  withConnection(api.resources.env.DATABASE_URL, (client) => verifyTrail(client, known));
const tamper = (text: string, values: unknown[] = [festivalId]) => api.ownerPool.query(text, values);
const flaws = async (known?: KnownHeads) =>
  (await verify(known)).findings.map(({ flaw, position }): [Flaw, number | null] => [flaw, position]);

describe('the sealed trail', () => {
  it('is whole when nobody touched it, the accounts’ own chain included', async () => {
    await sealed();
    const report = await verify();
    expect(report).toMatchObject({ findings: [], sealed: 7, waiting: 0, festivals: 2 });
    expect(report.heads[festivalId]?.position).toBe(6);
    expect(report.heads[platform]?.position).toBe(1);
  });

  it('goes on where it ended, and is one chain when twenty sealers come at once', async () => {
    await sealed();
    for (let index = 0; index < 30; index += 1) await happen('test.more');
    await Promise.all(Array.from({ length: 20 }, () => sealEvents(ctx())));
    await sealAll();
    expect(await verify()).toMatchObject({ findings: [], sealed: 37 });
  });

  it('leaves out what a transaction still running may precede', async () => {
    const early = await api.ownerPool.connect();
    await early.query('begin');
    await early.query(`insert into event (festival_id, id, name, actor_kind) values ($1, $2, 'test.slow', 'system')`, [
      festivalId,
      v7(),
    ]);
    await happen('test.quick');
    await sealEvents(ctx());
    expect(await verify()).toMatchObject({ sealed: 0, waiting: 1 });
    await early.query('commit');
    early.release();
    await sealAll();
    const { rows } = await tamper(
      'select e.name from audit_seal s join event e on e.id = s.event_id where s.festival_id = $1 order by s.position',
    );
    expect(rows.map(({ name }) => name)).toEqual(['test.slow', 'test.quick']);
    expect(await verify()).toMatchObject({ findings: [], sealed: 2 });
  });

  it('cannot be written, changed or removed by the API itself', async () => {
    await sealed();
    const denied = { code: '42501' };
    for (const statement of [
      'delete from event',
      `update event set name = 'x.y'`,
      'delete from audit_seal',
      `update audit_seal set position = position + 10`,
      `insert into audit_seal select festival_id, position + 100, '${v7()}', hash from audit_seal`,
      'delete from audit_head',
      'update seal_cursor set seq = 0',
    ]) {
      await expect(api.resources.pool.query(statement)).rejects.toMatchObject(denied);
    }
  });
});

describe('the verifier finds', () => {
  const third = `(select event_id from audit_seal where festival_id = $1 and position = 3)`;

  beforeEach(() => sealed());

  it.each([
    [`name = 'test.innocent'`],
    [`after = jsonb_set(after, '{price}', '1.51')`],
    [`after = null`],
    [`before = '{}'`],
    [`at = at + interval '1 microsecond'`],
    [`actor_id = festival_id`],
    [`actor_kind = 'guest'`],
    [`subject_id = festival_id`],
    [`request_id = 'other'`],
    [`request_id = null`],
  ])('a row changed in %s', async (change) => {
    await tamper(`update event set ${change} where id = ${third}`);
    expect(await flaws()).toEqual([['changed_event', 3]]);
  });

  it('a removed row', async () => {
    await tamper(`delete from event where id = ${third}`);
    expect(await flaws()).toEqual([['missing_event', 3]]);
  });

  it('a row removed together with its seal', async () => {
    const { rows } = await tamper(`select ${third} as id`);
    await tamper('delete from audit_seal where festival_id = $1 and position = 3');
    await tamper('delete from event where id = $1', [rows[0]?.id]);
    expect(await flaws()).toEqual([['missing_seal', 3]]);
  });

  it('a row removed, its seal too, and the gap closed', async () => {
    const { rows } = await tamper(`select ${third} as id`);
    await tamper('delete from audit_seal where festival_id = $1 and position = 3');
    await tamper('delete from event where id = $1', [rows[0]?.id]);
    await tamper('update audit_seal set position = position - 1 where festival_id = $1 and position > 3');
    expect(await flaws()).toEqual([
      ['changed_event', 3],
      ['cut_off', 6],
    ]);
  });

  it('two rows whose seals changed places', async () => {
    await tamper('update audit_seal set position = -position + 1000 where festival_id = $1 and position in (3, 4)');
    await tamper(
      'update audit_seal set position = case position when 997 then 4 else 3 end where festival_id = $1 and position > 900',
    );
    const found = await flaws();
    expect(found).toContainEqual(['changed_event', 3]);
    expect(found).toContainEqual(['reordered', 4]);
  });

  it('two rows that changed their order of commit', async () => {
    await tamper(
      `update event e set xid = o.xid from event o, audit_seal a, audit_seal b
       where a.festival_id = $1 and b.festival_id = $1 and a.position + b.position = 7 and a.position in (3, 4)
         and e.id = a.event_id and o.id = b.event_id`,
    );
    expect((await flaws()).map(([flaw]) => flaw)).toContain('reordered');
  });

  it('a row put in after its time', async () => {
    await tamper(
      `insert into event (festival_id, id, xid, name, actor_kind) select $1, $2, min(xid), 'test.forged', 'system' from event where festival_id = $1`,
      [festivalId, v7()],
    );
    expect(await flaws()).toEqual([['unsealed_event', null]]);
  });

  it('a chain whose end was cut off, events and seals', async () => {
    await tamper(
      'delete from event e using audit_seal s where s.festival_id = $1 and s.position > 4 and e.id = s.event_id',
    );
    await tamper('delete from audit_seal where festival_id = $1 and position > 4');
    expect(await flaws()).toEqual([['cut_off', 5]]);
  });

  it('a whole chain that was removed', async () => {
    await tamper('delete from event where festival_id = $1');
    await tamper('delete from audit_seal where festival_id = $1');
    expect(await flaws()).toEqual([['cut_off', 1]]);
  });

  it('an end cut off with its head moved back, given the heads of an earlier run', async () => {
    const { heads } = await verify();
    await tamper(
      'delete from event e using audit_seal s where s.festival_id = $1 and s.position > 4 and e.id = s.event_id',
    );
    await tamper('delete from audit_seal where festival_id = $1 and position > 4');
    await tamper(
      'update audit_head h set position = 4, hash = s.hash from audit_seal s where h.festival_id = $1 and s.festival_id = $1 and s.position = 4',
    );
    expect(await flaws()).toEqual([]);
    expect(await flaws(heads)).toEqual([['cut_off', 5]]);
  });

  it('a chain forged anew from the beginning, given the heads of an earlier run', async () => {
    const { heads } = await verify();
    await tamper(`update event set name = 'test.innocent' where id = ${third}`);
    await tamper('delete from audit_seal where festival_id = $1');
    await tamper('delete from audit_head where festival_id = $1');
    await tamper(`update seal_cursor set xid = '0', seq = 0`, []);
    await tamper('delete from audit_seal', []);
    await tamper('delete from audit_head', []);
    await sealAll();
    expect(await flaws()).toEqual([]);
    expect(await flaws(heads)).toEqual([['rewritten', 6]]);
  });
});
