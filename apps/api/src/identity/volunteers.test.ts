import type { FestivalId } from '@festivals/domain/primitives';
import { v7 } from 'uuid';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
import { insertFestival } from '../festival/testing.ts';
import { newestMessages } from '../mail/mailbox.ts';
import { systemContext } from '../platform/context.ts';
import { refusalOf } from '../testing/refusal-of.ts';
import { startApi, type TestApi } from '../testing/start-api.ts';
import { mailedAtOnce, mailQueued } from './mail-queued.ts';
import { identityModule } from './module.ts';
import { forgetVolunteers } from './volunteers.ts';

type Person = Awaited<ReturnType<TestApi['person']>>;

let api: TestApi;
let params: { festivalId: FestivalId };
let olivia: Person;
beforeAll(async () => {
  api = await startApi({ modules: [identityModule] });
});
beforeEach(async () => {
  params = { festivalId: (await insertFestival(api.ownerPool, {})).id };
  olivia = await api.person({ name: 'Olivia', roles: [{ ...params, role: 'ORGANISER' }] });
});
afterAll(() => api.stop());

const csv = (text: BlobPart) => new Blob([text], { type: 'text/csv' });
const preview = (file: Blob, by = olivia) => by.client.identity.previewVolunteers({ params, body: file });
const apply = (file: Blob, hash: string, query: { memberUntil?: string } = {}) =>
  olivia.client.identity.importVolunteers({ params, query: { hash, ...query }, body: file });
async function imported(text: string, query: { memberUntil?: string } = {}) {
  const { hash } = await preview(csv(text));
  return apply(csv(text), hash, query);
}
const list = () => olivia.client.identity.listVolunteers({ params });
const queued = async () =>
  Number(
    (
      await api.ownerPool.query('select count(*) from invitation where festival_id = $1 and queued', [
        params.festivalId,
      ])
    ).rows[0]?.count,
  );

describe('importing volunteers', () => {
  it('shows what becomes of each row, writes just that, and asks who is new', async () => {
    const known = await api.person({ roles: [{ ...params, role: 'SECURITY' }] });
    const first = `name,email,crew,phone\nAda,ada@example.org,Bar,+32 470 12 34 56\nKnown,${known.email},Gate,\n`;
    const { rows } = await preview(csv(first));
    expect(rows.map(({ line, outcome }) => [line, outcome])).toEqual([
      [2, 'new'],
      [3, 'new'],
    ]);
    expect(await list()).toEqual([]);
    expect(await imported(first)).toEqual({ created: 2, changed: 0, invited: 1 });
    expect((await list()).map(({ name, crew, phone, state }) => [name, crew, phone, state])).toEqual([
      ['Ada', 'Bar', '+32470123456', 'QUEUED'],
      ['Known', 'Gate', null, 'JOINED'],
    ]);
    const second = 'name,email,crew\nAda L.,ADA@example.org,Bar\n';
    expect((await preview(csv(second))).rows).toMatchObject([{ outcome: 'changed', columns: ['name'] }]);
    expect(await imported(second)).toEqual({ created: 0, changed: 1, invited: 0 });
    expect((await preview(csv(second))).rows).toMatchObject([{ outcome: 'same' }]);
  });

  it('takes nothing of a file with one bad row, and nothing that was not shown', async () => {
    const bad = csv('name,email,crew\nAda,ada@example.org,Bar\nBo,bo@example.org,\nAda,ADA@example.org,Bar\n');
    const { hash, rows } = await preview(bad);
    expect(rows.map(({ outcome }) => outcome)).toEqual(['new', 'refused', 'refused']);
    expect(await refusalOf(apply(bad, hash))).toMatchObject({ name: 'VOLUNTEERS_REFUSED', details: { lines: [3, 4] } });
    expect(await list()).toEqual([]);
    const good = csv('name,email,crew\nAda,ada@example.org,Bar\n');
    expect(await refusalOf(apply(good, hash))).toMatchObject({ name: 'VOLUNTEERS_CHANGED' });
    const seen = await preview(good);
    await imported('name,email,crew\nAda,ada@example.org,Gate\n');
    expect(await refusalOf(apply(good, seen.hash))).toMatchObject({ name: 'VOLUNTEERS_CHANGED' });
    expect(await queued()).toBe(1);
  });

  it('reads an Excel workbook, a crew joined over its people', async () => {
    const workbook = await writeXlsxFile([
      ['name', 'email', 'crew', 'phone'],
      ['Ada', 'ada@example.org', { value: 'Bar', rowSpan: 2 }, 32470123456],
      ['Bo', 'bo@example.org', null, null],
    ]).toBuffer();
    const file = csv(workbook as BlobPart);
    const { hash, rows } = await preview(file);
    expect(rows.map(({ line, outcome }) => [line, outcome])).toEqual([
      [2, 'new'],
      [3, 'new'],
    ]);
    await apply(file, hash);
    expect((await list()).map(({ name, crew, phone }) => [name, crew, phone])).toEqual([
      ['Ada', 'Bar', '32470123456'],
      ['Bo', 'Bar', null],
    ]);
  });

  it('imports one file once when it is sent ten times at once', async () => {
    const file = csv('name,email,crew\nAda,ada@example.org,Bar\nBo,bo@example.org,Bar\n');
    const { hash } = await preview(file);
    const results = await Promise.allSettled(Array.from({ length: 10 }, () => apply(file, hash)));
    expect(results.filter(({ status }) => status === 'fulfilled').length).toBeGreaterThanOrEqual(1);
    expect(await list()).toHaveLength(2);
    expect(await queued()).toBe(2);
  });

  it.each([
    ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0])],
    ['nothing', ''],
    ['no columns', 'a,b\n1,2'],
    ['a quote that never ends', 'name,email,crew\n"Ada,ada@example.org,Bar'],
    ['too many rows', `name,email,crew\n${'A,a@example.org,Bar\n'.repeat(2_001)}`],
  ])('refuses a file that is %s', async (_, bytes) => {
    expect(await refusalOf(preview(csv(bytes)))).toMatchObject({ status: 400, name: 'VOLUNTEERS_UNREADABLE' });
  });

  it('reads what spreadsheets write: a mark, Latin-1, semicolons, guarded formulas', async () => {
    const latin = new Uint8Array(Buffer.from('nom;courriel;équipe\nZoé;zoe@example.org;Propreté', 'latin1'));
    expect((await preview(csv(latin))).rows).toMatchObject([{ outcome: 'new', name: 'Zoé' }]);
    expect(await imported("\uFEFFname;email;crew\n'=cmd;x@example.org;Bar")).toMatchObject({ created: 1 });
    expect(await list()).toMatchObject([{ name: '=cmd' }]);
  });

  it('refuses an end that is over', async () => {
    const refusal = await refusalOf(
      imported('name,email,crew\nA,a@example.org,Bar', { memberUntil: '2020-01-01T00:00:00.000Z' }),
    );
    expect(refusal).toMatchObject({ name: 'PERIOD_OVER' });
  });

  it('is the organiser’s alone', async () => {
    const staff = await api.person({ roles: [{ ...params, role: 'STAFF' }] });
    expect(await refusalOf(preview(csv('x'), staff))).toMatchObject({ name: 'FORBIDDEN' });
    expect(await refusalOf(staff.client.identity.listVolunteers({ params }))).toMatchObject({ name: 'FORBIDDEN' });
  });
});

describe('the invitations of an import', () => {
  it('leave a few at a time, with the end of the membership, and are accepted like any other', async () => {
    await api.ownerPool.query('update invitation set queued = false');
    const tag = v7();
    const people = Array.from({ length: mailedAtOnce + 5 }, (_, index) => `V${index},v${index}-${tag}@example.org,Bar`);
    const memberUntil = new Date(Date.now() + 9 * 86_400_000).toISOString();
    expect(await imported(['name,email,crew', ...people].join('\n'), { memberUntil })).toMatchObject({ invited: 15 });
    const mails = async () => {
      await api.runJobsOnce();
      return (await newestMessages(api.resources.env.FESTIVALS_DATA)).filter(({ to }) => to.includes(tag));
    };
    expect(await mails()).toHaveLength(0);
    await mailQueued(systemContext(api.resources));
    expect(await mails()).toHaveLength(mailedAtOnce);
    await mailQueued(systemContext(api.resources));
    await mailQueued(systemContext(api.resources));
    expect(await mails()).toHaveLength(15);
    const [first] = await mails();
    const token = /token=([\w-]+)/.exec(first?.text ?? '')?.[1] ?? '';
    const volunteer = await api.person({ email: first?.to ?? '' });
    await volunteer.client.identity.acceptInvitation({ body: { token } });
    expect((await list()).find(({ email }) => email === first?.to)).toMatchObject({ state: 'JOINED' });
    const { items } = await olivia.client.identity.listMembers({ params });
    expect(items.find(({ personId }) => personId === volunteer.id)).toMatchObject({
      role: 'STAFF',
      until: memberUntil,
    });
  });
});

describe('a volunteer', () => {
  it('is changed at their version and taken out with their invitation', async () => {
    await imported('name,email,crew\nAda,ada@example.org,Bar');
    const [ada] = await list();
    if (!ada) throw new Error('no volunteer');
    const at = { params: { ...params, volunteerId: ada.id } };
    const change = (version: number, changes: object) =>
      olivia.client.identity.updateVolunteer({ ...at, body: { version, changes } });
    expect(await change(1, { crew: 'Gate', phone: '0470 / 12.34.56' })).toMatchObject({
      crew: 'Gate',
      phone: '0470123456',
      version: 2,
    });
    expect(await refusalOf(change(1, { crew: 'Bar' }))).toMatchObject({ name: 'CONFLICT' });
    expect(await refusalOf(change(2, { phone: 'call me' }))).toMatchObject({ name: 'VALIDATION_FAILED' });
    const remove = (version: number) => olivia.client.identity.removeVolunteer({ ...at, query: { version } });
    expect(await refusalOf(remove(1))).toMatchObject({ name: 'CONFLICT' });
    await remove(2);
    expect(await list()).toEqual([]);
    const open = await olivia.client.identity.listInvitations({ params });
    expect(open.items).toEqual([]);
    expect(await refusalOf(remove(2))).toMatchObject({ name: 'NOT_FOUND' });
  });

  it('who was taken out by mistake comes back with the role that they had, until when they had it', async () => {
    const memberUntil = new Date(Date.now() + 30 * 86_400_000).toISOString();
    const helper = await api.person({ roles: [{ ...params, role: 'STAFF' }] });
    await api.ownerPool.query('update membership set ends_at = $3 where festival_id = $1 and person_id = $2', [
      params.festivalId,
      helper.id,
      memberUntil,
    ]);
    await imported(`name,email,crew,phone\nAda,${helper.email},Bar,0470123456`);
    const [ada] = await list();
    if (!ada) throw new Error('no volunteer');
    const at = { params: { ...params, volunteerId: ada.id } };
    const restore = (by = olivia) => by.client.identity.restoreVolunteer(at);
    expect(await refusalOf(restore())).toMatchObject({ name: 'CONFLICT' });
    const remove = (version: number) => olivia.client.identity.removeVolunteer({ ...at, query: { version } });
    await remove(1);
    expect((await helper.client.identity.me({})).memberships).toEqual([]);
    expect(await refusalOf(restore(helper))).toMatchObject({ status: 403 });
    expect(await restore()).toEqual({ ...ada, state: 'JOINED', version: 3 });
    const { items } = await olivia.client.identity.listMembers({ params });
    expect(items.find(({ personId }) => personId === helper.id)).toMatchObject({ role: 'STAFF', until: memberUntil });
    // Of the trail, which nobody can change, nothing says who it was.
    const { rows } = await api.ownerPool.query(
      `select name, before, after from event where subject_id = $1 and name like 'identity.volunteer_%' order by seq`,
      [ada.id],
    );
    expect(rows).toEqual([
      { name: 'identity.volunteer_removed', before: { crew: 'Bar' }, after: null },
      { name: 'identity.volunteer_restored', before: null, after: { crew: 'Bar' } },
    ]);
  });

  it('who never joined comes back without a role; somebody else with their address is not overwritten', async () => {
    await imported('name,email,crew\nAda,ada@example.org,Bar');
    const [ada] = await list();
    if (!ada) throw new Error('no volunteer');
    const at = { params: { ...params, volunteerId: ada.id } };
    await olivia.client.identity.removeVolunteer({ ...at, query: { version: 1 } });
    await imported('name,email,crew\nAda again,ADA@example.org,Gate');
    expect(await refusalOf(olivia.client.identity.restoreVolunteer(at))).toMatchObject({ name: 'CONFLICT' });
    const [again] = await list();
    if (!again) throw new Error('no volunteer');
    await olivia.client.identity.removeVolunteer({
      params: { ...params, volunteerId: again.id },
      query: { version: again.version },
    });
    expect(await olivia.client.identity.restoreVolunteer(at)).toMatchObject({ name: 'Ada', state: 'NONE' });
    expect((await list()).map(({ name }) => name)).toEqual(['Ada']);
  });

  it('is forgotten for good a week after they were taken out', async () => {
    await imported('name,email,crew\nAda,ada@example.org,Bar\nBo,bo@example.org,Bar');
    const [ada, bo] = await list();
    if (!ada || !bo) throw new Error('no volunteers');
    const at = (volunteerId: string) => ({ params: { ...params, volunteerId } });
    const take = (id: string) => olivia.client.identity.removeVolunteer({ ...at(id), query: { version: 1 } });
    await take(ada.id);
    await take(bo.id);
    await api.ownerPool.query(`update volunteer set deleted_at = deleted_at - interval '8 days' where id = $1`, [
      ada.id,
    ]);
    await forgetVolunteers(systemContext(api.resources));
    const { rows } = await api.ownerPool.query('select id from volunteer where festival_id = $1', [params.festivalId]);
    expect(rows).toEqual([{ id: bo.id }]);
    expect(await refusalOf(olivia.client.identity.restoreVolunteer(at(ada.id)))).toMatchObject({ status: 404 });
    expect(await olivia.client.identity.restoreVolunteer(at(bo.id))).toMatchObject({ name: 'Bo' });
  });
});
