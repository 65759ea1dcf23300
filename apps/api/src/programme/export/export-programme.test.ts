import { writeChoice } from '@festivals/domain/programme/visit/choice';
import { v7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { insertFestival } from '../../festival/testing.ts';
import { refusalOf } from '../../testing/refusal-of.ts';
import { startApi, type TestApi } from '../../testing/start-api.ts';
import { programmeModule } from '../module.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startApi({ modules: [programmeModule] });
});
afterAll(() => api.stop());

async function planned(status: 'PUBLISHED' | 'DRAFT' = 'PUBLISHED') {
  const { id: festivalId } = await insertFestival(api.ownerPool, { status });
  const params = { festivalId };
  const { client } = await api.person({ roles: [{ festivalId, role: 'PROGRAMMER' }] });
  const stage = await client.programme.createStage({ params, body: { name: 'Brume <&> "Nord"' } });
  const artist = await client.programme.createArtist({
    params,
    body: { name: '=Zoë; & the, Ümlauts', genres: ['dub', 'jazz'], bio: { fr: 'Une, deux;\ntrois' } },
  });
  const slot = (
    title: string | null,
    artistId: string | null,
    from: string,
    to: string,
    wanted: 'CONFIRMED' | 'PENDING',
  ) =>
    client.programme.createSlot({
      params,
      body: { stageId: stage.id, artistId, title, startsAt: from, endsAt: to, status: wanted },
    });
  const night = await slot(null, artist.id, '2040-07-13T23:30:00.000Z', '2040-07-14T01:00:00.000Z', 'CONFIRMED');
  const maybe = await slot('To be announced', null, '2040-07-14T18:00:00.000Z', '2040-07-14T19:00:00.000Z', 'PENDING');
  return { festivalId, params, client, stage, artist, night, maybe };
}

const textOf = async (file: Promise<Blob>) => (await file).text();
const unfolded = (calendar: string) => calendar.replaceAll('\r\n ', '').split('\r\n');

test('gives every set to a spreadsheet, none of whose cells is calculated', async () => {
  const { params, client, night, maybe } = await planned();
  const lines = (await textOf(client.programme.exportProgrammeCsv({ params }))).split('\r\n');
  expect(lines[0]).toBe('id,day,start,end,stage,artist,title,status,country,genres');
  expect(lines[1]).toBe(
    `${night.id},2040-07-13,2040-07-14 01:30,2040-07-14 03:00,"Brume <&> ""Nord""","'=Zoë; & the, Ümlauts",,CONFIRMED,,"dub, jazz"`,
  );
  expect(lines[2]).toMatch(new RegExp(`^${maybe.id},2040-07-14,.*,To be announced,PENDING,,$`));
  const workbook = await client.programme.exportProgrammeXlsx({ params });
  expect(new TextDecoder('latin1').decode((await workbook.arrayBuffer()).slice(0, 2))).toBe('PK');
});

test('writes a schedule whose night is in the day before', async () => {
  const { params, client, night } = await planned();
  const xml = await textOf(client.programme.exportProgrammeXml({ params }));
  expect(xml).toContain(
    '<day date="2040-07-13" start="2040-07-13T06:00:00+02:00" end="2040-07-14T06:00:00+02:00" index="1">',
  );
  expect(xml).toContain('<room name="Brume &lt;&amp;&gt; &quot;Nord&quot;">');
  expect(xml).toContain(
    '<date>2040-07-14T01:30:00+02:00</date>\n        <start>01:30</start>\n        <duration>01:30</duration>',
  );
  const { schedule } = JSON.parse(await textOf(client.programme.exportProgrammeJson({ params })));
  expect(schedule.conference.daysCount).toBe(3);
  expect(schedule.conference.days[0].rooms['Brume <&> "Nord"'][0]).toMatchObject({
    guid: night.id,
    start: '01:30',
    persons: [{ name: '=Zoë; & the, Ümlauts' }],
  });
});

test('writes a calendar that keeps to its lines', async () => {
  const { params, client, night, maybe, festivalId } = await planned();
  const calendar = await textOf(client.programme.exportProgrammeIcs({ params }));
  for (const line of calendar.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  const lines = unfolded(calendar);
  expect(lines).toEqual(
    expect.arrayContaining([
      `UID:${night.id}@${festivalId}`,
      'DTSTART;TZID=Europe/Brussels:20400714T013000',
      'TZID:Europe/Brussels',
      'STATUS:TENTATIVE',
      'SUMMARY:=Zoë\\; & the\\, Ümlauts',
      'DESCRIPTION:Une\\, deux\\;\\ntrois',
    ]),
  );
  expect(lines).toContain(`UID:${maybe.id}@${festivalId}`);
});

describe('what everyone may subscribe to', () => {
  test('has confirmed sets alone, and is not sent again to who has it', async () => {
    const { params, client, festivalId, night, maybe } = await planned();
    for (const file of ['programme.ics', 'schedule.xml', 'schedule.json']) {
      const url = `${api.url}/festivals/${festivalId}/programme/feed/${file}`;
      const first = await fetch(url);
      const text = await first.text();
      expect(text).toContain(night.id);
      expect(text).not.toContain(maybe.id);
      expect(first.headers.get('cache-control')).toBe('public, max-age=300');
      const etag = first.headers.get('etag') ?? '';
      const again = await fetch(url, { headers: { 'if-none-match': `W/${etag}, "other"` } });
      expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([304, '', etag]);
    }
    const url = `${api.url}/festivals/${festivalId}/programme/feed/programme.ics`;
    const etag = (await fetch(url)).headers.get('etag') ?? '';
    await client.programme.updateSlot({
      params: { ...params, slotId: night.id },
      body: { version: 1, changes: { title: 'Closing', artistId: null } },
    });
    const changed = await fetch(url, { headers: { 'if-none-match': etag } });
    expect([changed.status, (await changed.text()).includes('SUMMARY:Closing')]).toEqual([200, true]);
  });

  test('says of a festival that is called off that nothing takes place', async () => {
    const { params, festivalId, night } = await planned();
    await api.ownerPool.query(`update festival set status = 'CANCELLED' where id = $1`, [festivalId]);
    const { programme } = api.client('site');
    for (const calendar of [
      programme.feedProgrammeIcs({ params }),
      programme.feedChosenIcs({ params, query: { sets: writeChoice([night.id]) } }),
    ]) {
      const lines = unfolded(await textOf(calendar));
      expect([
        lines.includes(`UID:${night.id}@${festivalId}`),
        lines.filter((line) => line.startsWith('STATUS:')),
      ]).toEqual([true, ['STATUS:CANCELLED']]);
    }
  });

  test('is not there before the festival is published, not even for its team, nor for one that is none', async () => {
    const { params, client } = await planned('DRAFT');
    expect(await refusalOf(client.programme.feedProgrammeIcs({ params }))).toMatchObject({ status: 404 });
    const none = { festivalId: v7() } as typeof params;
    expect(await refusalOf(client.programme.feedProgrammeXml({ params: none }))).toMatchObject({ status: 404 });
  });
});

test('only the team exports, and an error is never kept', async () => {
  const { params, festivalId } = await planned();
  const { client } = await api.person();
  for (const name of [
    'exportProgrammeCsv',
    'exportProgrammeXlsx',
    'exportProgrammeXml',
    'exportProgrammeJson',
    'exportProgrammeIcs',
  ] as const)
    expect(await refusalOf(client.programme[name]({ params }))).toMatchObject({ status: 403 });
  const answer = await fetch(`${api.url}/festivals/${festivalId}/programme/export/programme.csv`);
  expect([answer.status, answer.headers.get('cache-control')]).toEqual([401, 'no-store']);
});
