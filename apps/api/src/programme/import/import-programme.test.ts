import { v7 } from 'uuid';
import writeXlsxFile from 'write-excel-file/node';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { refusalOf } from '../../testing/refusal-of.ts';
import { startApi, type TestApi } from '../../testing/start-api.ts';
import { programmeModule } from '../module.ts';
import { fileOf, organised } from '../testing.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startApi({ modules: [programmeModule] });
});
afterAll(() => api.stop());

const small =
  'id,day,start,end,stage,artist,status,genre\nx-1,2040-07-13,20:00,21:30,Brume,Zoë,confirmed,"dub, jazz"\nx-2,2040-07-13,23:30,01:00,Brume,坂本,,\n';

test('a file is read, shown, and written as it was shown', async () => {
  const { upload, rows, apply, draft, festivalId } = await organised(api);
  const shown = await upload(fileOf(small));
  expect(shown).toMatchObject({
    status: 'READY',
    format: 'csv',
    encoding: 'utf-8',
    columns: ['id', 'day', 'start', 'end', 'stage', 'artist', 'status', 'genre'],
    counts: { new: 2, changed: 0, same: 0, refused: 0, warned: 0, untouched: 0 },
    newStages: ['Brume'],
    newArtists: ['Zoë', '坂本'],
    newArtistsCount: 2,
  });
  expect((await draft()).slots).toEqual([]);
  expect((await rows(shown.id)).map(({ line, verdict }) => [line, verdict])).toEqual([
    [2, 'NEW'],
    [3, 'NEW'],
  ]);

  const applied = await apply(shown);
  expect(applied).toMatchObject({ status: 'APPLIED', done: 2, total: 2 });
  const { stages, artists, slots } = await draft();
  expect([stages.map(({ name }) => name), artists.map(({ slug, genres }) => [slug, genres])]).toEqual([
    ['Brume'],
    [
      ['zoe', ['dub', 'jazz']],
      ['artist', []],
    ],
  ]);
  expect(slots.map(({ day, startsAt, endsAt, status }) => [day, startsAt, endsAt, status])).toEqual([
    ['2040-07-13', '2040-07-13T18:00:00.000Z', '2040-07-13T19:30:00.000Z', 'CONFIRMED'],
    ['2040-07-13', '2040-07-13T21:30:00.000Z', '2040-07-13T23:00:00.000Z', 'PENDING'],
  ]);
  const { rows: events } = await api.ownerPool.query(
    'select name, actor_kind, count(*)::int as count from event where festival_id = $1 group by 1, 2 order by 1',
    [festivalId],
  );
  expect(events.map(({ name, actor_kind, count }) => `${name} ${actor_kind} ${count}`)).toEqual([
    'programme.artist_created person 2',
    'programme.import_started person 1',
    'programme.import_uploaded person 1',
    'programme.imported person 1',
    'programme.slot_created person 2',
    'programme.stage_created person 1',
  ]);
});

test('the next file of the same source changes what it knows by its ids', async () => {
  const { upload, apply, rows, draft } = await organised(api);
  await apply(await upload(fileOf(small)));
  const again = await upload(fileOf(small.replace('20:00,21:30,Brume,Zoë', '19:00,20:00,Pré,Zoé')));
  expect(again.counts).toMatchObject({ new: 0, changed: 1, same: 1 });
  expect((await rows(again.id))[0]?.changes.map(({ field, from, to }) => [field, from, to])).toEqual([
    ['stage', 'Brume', 'Pré'],
    ['artist', 'Zoë', 'Zoé'],
    ['start', '2040-07-13T18:00:00.000Z', '2040-07-13T17:00:00.000Z'],
    ['end', '2040-07-13T19:30:00.000Z', '2040-07-13T18:00:00.000Z'],
  ]);
  await apply(again);
  expect((await draft()).slots.map(({ version }) => version)).toEqual([2, 1]);
  const other = await upload(fileOf(small.replaceAll('20:00,21:30', '17:00,18:00')));
  expect(other.counts).toMatchObject({ changed: 1, same: 1 });
});

describe('what is exported', () => {
  const formats = ['Csv', 'Xlsx', 'Xml', 'Json', 'Ics'] as const;
  test.each(formats)('as %s comes back as the same', async (format) => {
    const { upload, apply, client, params, rows } = await organised(api);
    await apply(
      await upload(
        fileOf(
          [
            'day,start,end,stage,artist,title,status',
            '2040-07-13,20:00,21:30,"Brume, ""Nord""; <&>",=Zoë & \'90s,,confirmed',
            '2040-07-13,23:30,00:30,@home,Late,Night; set,',
            '2040-07-14,20:00,21:00,@home,,To be announced,pending',
            '2040-07-14,22:00,23:00,@home,Late,,cancelled',
            ',2040-10-28T02:30:00+01:00,2040-10-28T03:30:00+01:00,@home,Winter,,',
          ].join('\n'),
        ),
      ),
    );
    const file = await client.programme[`exportProgramme${format}`]({ params });
    const shown = await upload(fileOf(await file.arrayBuffer()), 'x');
    expect((await rows(shown.id)).map(({ verdict, changes, refusal }) => [verdict, changes, refusal])).toEqual(
      Array.from({ length: 5 }, () => ['SAME', [], null]),
    );
  });
});

test('columns are said by who knows them, and guesses are corrected', async () => {
  const { upload, remap, client, params } = await organised(api);
  const shown = await upload(fileOf('Wer\tWo\tA\tB\nZoë\tBrume\t2040-07-13 20:00\t2040-07-13 21:00\n'));
  expect(shown).toMatchObject({
    status: 'READY',
    format: 'tsv',
    options: { headerLine: 0, mapping: [] },
    counts: { refused: 2 },
  });
  const mapped = await remap(shown.id, {
    headerLine: 1,
    mapping: ['artist', 'stage', 'start', 'end'],
    statusOfNew: 'CONFIRMED',
  });
  expect(mapped).toMatchObject({ columns: ['Wer', 'Wo', 'A', 'B'], counts: { new: 1, refused: 0 } });
  const stale = { version: shown.version, options: mapped.options ?? shown.options };
  expect(
    await refusalOf(
      client.programme.mapProgrammeImport({ params: { ...params, importId: shown.id }, body: stale as never }),
    ),
  ).toMatchObject({ status: 409, name: 'CONFLICT' });
  const twice = { version: mapped.version, options: { ...mapped.options, mapping: ['artist', 'artist'] } };
  expect(
    await refusalOf(
      client.programme.mapProgrammeImport({ params: { ...params, importId: shown.id }, body: twice as never }),
    ),
  ).toMatchObject({ status: 400 });
});

test('a workbook keeps dates and times in its own way', async () => {
  const { upload, rows } = await organised(api);
  const header = ['Programme', null, null, null, null];
  const date = { value: new Date(Date.UTC(2040, 6, 13)), type: Date, format: 'yyyy-mm-dd' };
  const file = await writeXlsxFile([
    header,
    ['Date', 'Start', 'End', 'Stage', 'Artist'],
    [
      date,
      { value: new Date(Date.UTC(2040, 6, 13, 20, 0)), type: Date, format: 'yyyy-mm-dd hh:mm' },
      { value: new Date(Date.UTC(2040, 6, 13, 21, 0)), type: Date, format: 'yyyy-mm-dd hh:mm' },
      'Brume',
      'Zoë',
    ],
    ['Fri', 2200, 0.96875, 'Brume', 'Two'],
    ['Fri', '1:30', '2:30', 'Brume', '=1+1'],
  ]).toBuffer();
  const shown = await upload(fileOf(file as BlobPart), 'line-up.xlsx');
  expect(shown).toMatchObject({ format: 'xlsx', encoding: null, options: { headerLine: 2 } });
  expect(
    (await rows(shown.id)).map(({ name, startsAt, endsAt }) => [name, startsAt?.slice(5, 16), endsAt?.slice(5, 16)]),
  ).toEqual([
    ['Zoë', '07-13T18:00', '07-13T19:00'],
    ['Two', '07-13T20:00', '07-13T21:15'],
    ['=1+1', '07-13T23:30', '07-14T00:30'],
  ]);
});

test('a workbook’s joined cells are said of each set that they stand beside', async () => {
  const { upload, rows } = await organised(api);
  const over = (value: string, rowSpan: number) => ({ value, rowSpan });
  const file = await writeXlsxFile([
    [{ value: 'Solbrume 2040', columnSpan: 5 }, null, null, null, null],
    ['Day', 'Stage', 'Start', 'End', 'Artist'],
    [over('2040-07-13', 3), over('Brume', 2), '20:00', '21:00', 'Zoë'],
    [null, null, '21:30', '22:30', 'Ada'],
    [null, 'Pré', '20:00', '21:00', 'Bo'],
  ]).toBuffer();
  const shown = await upload(fileOf(file as BlobPart), 'line-up.xlsx');
  expect(shown).toMatchObject({ format: 'xlsx', options: { headerLine: 2 }, counts: { new: 3, refused: 0 } });
  expect((await rows(shown.id)).map(({ name, stage, startsAt }) => [name, stage, startsAt?.slice(5, 16)])).toEqual([
    ['Zoë', 'Brume', '07-13T18:00'],
    ['Ada', 'Brume', '07-13T19:30'],
    ['Bo', 'Pré', '07-13T18:00'],
  ]);
});

test.each([
  ['Solbrume 2040 | Programme, as of today\n', ';'],
  ['', '|'],
  ['Stage plan; final, v2\n\n', '\t'],
])('a table below the title %j has its columns between %j', async (title, sign) => {
  const { upload, rows } = await organised(api);
  const table = [
    ['day', 'start', 'end', 'stage', 'artist', 'bio'],
    ['2040-07-13', '20:00', '21:00', 'Brume', 'Zoë', 'Sings, writes, plays, laughs, and, so, on'],
  ];
  const shown = await upload(fileOf(title + table.map((cells) => cells.join(sign)).join('\n')));
  expect([shown.columns.length, (await rows(shown.id)).map(({ name, verdict }) => [name, verdict])]).toEqual([
    6,
    [['Zoë', 'NEW']],
  ]);
});

test('a workbook’s programme is found below its cover, and an empty one is empty', async () => {
  const { upload, rows } = await organised(api);
  const cover = [['Solbrume 2040'], ['Please ask Léa before you change anything']];
  const table = [
    ['Day', 'Start', 'End', 'Stage', 'Artist'],
    ['2040-07-13', '20:00', '21:00', 'Brume', 'Zoë'],
  ];
  const bytes = await writeXlsxFile([
    { data: [], sheet: 'Blank' },
    { data: cover, sheet: 'Read me' },
    { data: table, sheet: 'Programme' },
  ]).toBuffer();
  const shown = await upload(fileOf(bytes as BlobPart));
  expect([shown.options?.headerLine, (await rows(shown.id)).map(({ name }) => name)]).toEqual([1, ['Zoë']]);
  const empty = await upload(fileOf((await writeXlsxFile([{ data: [], sheet: 'Blank' }]).toBuffer()) as BlobPart));
  expect(empty).toMatchObject({ status: 'UNREADABLE', fault: { reason: 'empty' } });
});

test('a calendar of others: zones of its own, whole days, repetitions', async () => {
  const { upload, rows } = await organised(api);
  const event = (...lines: string[]) => ['BEGIN:VEVENT', ...lines, 'END:VEVENT'];
  const calendar = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'BEGIN:VTIMEZONE',
    'TZID:Our own',
    'BEGIN:STANDARD',
    'DTSTART:19700101T000000',
    'TZOFFSETFROM:+0300',
    'TZOFFSETTO:+0300',
    'END:STANDARD',
    'END:VTIMEZONE',
    ...event(
      'UID:1',
      'SUMMARY:Zoë\\, live',
      'LOCATION:Brume',
      'DTSTART;TZID=Europe/London:20400713T200000',
      'DTEND;TZID=Europe/London:20400713T210000',
      'STATUS:CONFIRMED',
    ),
    ...event(
      'UID:2',
      'SUMMARY:Two',
      'LOCATION:Brume',
      'DTSTART;TZID=Our own:20400713T200000',
      'DURATION:PT1H30M',
      'STATUS:TENTATIVE',
    ),
    ...event(
      'UID:3',
      'SUMMARY:Three',
      'LOCATION:Brume',
      'DTSTART:20400713T200000Z',
      'DTEND:20400713T210000Z',
      'RRULE:FREQ=DAILY',
    ),
    ...event('UID:4', 'SUMMARY:Four', 'LOCATION:Brume', 'DTSTART;VALUE=DATE:20400713'),
    ...event('UID:5', 'SUMMARY:Five', 'DTSTART:20400713T200000', 'DTEND:20400713T210000'),
    ...event('UID:6', 'SUMMARY:Six', 'LOCATION:Brume', 'DTSTART:never', 'DTEND:20400713T210000'),
    ...event('UID:7', 'SUMMARY:Seven', 'LOCATION:Brume'),
    ...event(
      'UID:8',
      'SUMMARY:Eight',
      'LOCATION:Brume',
      'DTSTART;TZID=Europe/London:20400714T200000',
      'DTEND;TZID=Asia/Kolkata:20400715T013000',
    ),
    ...event(
      'UID:9',
      'SUMMARY:Nine',
      'LOCATION:Brume',
      'DTSTART;TZID=/example.org/Tzfile/America/Argentina/Buenos_Aires:20400714T200000',
      'DURATION:PT1H',
    ),
    ...event('UID:10', 'SUMMARY:Ten', 'LOCATION:Brume', 'DTSTART;TZID=Nowhere Time:20400714T200000', 'DURATION:PT1H'),
    'END:VCALENDAR',
  ].join('\r\n');
  const shown = await upload(fileOf(calendar));
  expect(
    (await rows(shown.id)).map(({ verdict, name, startsAt, endsAt, status, refusal }) => [
      verdict,
      name,
      startsAt?.slice(11, 16),
      endsAt?.slice(11, 16),
      status,
      refusal?.reason,
    ]),
  ).toEqual([
    ['NEW', 'Zoë, live', '19:00', '20:00', 'CONFIRMED', undefined],
    ['NEW', 'Two', '17:00', '18:30', 'PENDING', undefined],
    ['REFUSED', '', undefined, undefined, null, 'repeats'],
    ['REFUSED', '', undefined, undefined, null, 'whole_day'],
    ['REFUSED', 'Five', '18:00', '19:00', null, 'no_stage'],
    ['REFUSED', '', undefined, undefined, null, 'bad_start'],
    ['REFUSED', 'Seven', undefined, undefined, null, 'no_start'],
    ['NEW', 'Eight', '19:00', '20:00', 'PENDING', undefined],
    ['NEW', 'Nine', '23:00', '00:00', 'PENDING', undefined],
    ['REFUSED', 'Ten', undefined, undefined, null, 'bad_zone'],
  ]);
});

test('a calendar of a program that escapes no line breaks, with its stage as its name', async () => {
  const { upload, rows } = await organised(api);
  const calendar = (...lines: string[]) =>
    ['BEGIN:VCALENDAR', 'X-WR-CALNAME:Brume', 'BEGIN:VEVENT', ...lines, 'END:VEVENT', 'END:VCALENDAR'].join('\r\n');
  const times = ['DTSTART:20400713T180000Z', 'DTEND:20400713T190000Z'];
  const shown = await upload(
    fileOf(
      calendar(
        'UID:1',
        'ORGANIZER;CN=Sixt',
        'SUMMARY:Zoë',
        'DESCRIPTION:Dear Team,',
        '',
        'doors: at six',
        'Bye',
        ...times,
      ),
    ),
  );
  expect(await rows(shown.id)).toMatchObject([{ verdict: 'NEW', name: 'Zoë', stage: 'Brume' }]);
  const cut = await upload(fileOf(calendar('UID:1', ...times).slice(0, -20)));
  expect(cut).toMatchObject({ status: 'UNREADABLE', fault: { reason: 'malformed' } });
  const strange = await upload(fileOf(calendar('UID:1', 'SUMMARY:Zoë', 'RRULE:FREQ=NOW', ...times)));
  expect(strange).toMatchObject({ status: 'UNREADABLE', fault: { reason: 'malformed' } });
});

test('a schedule of others, as old as pentabarf, names sets by their titles', async () => {
  const { upload, rows } = await organised(api);
  const xml = `<?xml version="1.0" encoding="utf-8"?><schedule><conference><title>x</title></conference><day date="2040-07-13" index="1"><room name="Brume"><event id="7"><start>23:30</start><duration>01:30</duration><room>Brume</room><title>Zo&#235; &amp; co</title><persons/></event></room></day></schedule>`;
  const shown = await upload(fileOf(xml));
  expect(await rows(shown.id)).toMatchObject([
    {
      verdict: 'NEW',
      name: 'Zoë & co',
      stage: 'Brume',
      startsAt: '2040-07-13T21:30:00.000Z',
      endsAt: '2040-07-13T23:00:00.000Z',
      warnings: ['stage_new', 'artist_new'],
    },
  ]);
});

test('a schedule of pentabarf’s first years has its events right below their day', async () => {
  const { upload, rows } = await organised(api);
  const xml = `<schedule><conference><title>x</title><release>PREVIEW</release></conference><day date="2040-07-13" index="1"><event id="7"><start>20:30</start><duration>00:30</duration><room>Janson</room><slug></slug><title>Zoë</title><persons><person id="1">Ada</person></persons></event></day></schedule>`;
  expect(await rows((await upload(fileOf(xml))).id)).toMatchObject([
    { verdict: 'NEW', name: 'Zoë', stage: 'Janson', startsAt: '2040-07-13T18:30:00.000Z' },
  ]);
});

test('a schedule’s times are on the clocks that it names, where it names a zone', async () => {
  const { upload, rows } = await organised(api);
  const startOf = async (file: string) => (await rows((await upload(fileOf(file))).id))[0]?.startsAt?.slice(11, 16);
  const xml = (zone: string) =>
    `<schedule><conference><time_zone_name>${zone}</time_zone_name></conference><day date="2040-07-13"><room name="Brume"><event id="1"><start>20:00</start><duration>1:00</duration><title>Zoë</title></event></room></day></schedule>`;
  expect(await startOf(xml('Europe/Lisbon'))).toBe('19:00');
  expect(await startOf(xml('Berlin'))).toBe('18:00');
  const event = { guid: 'b5f3e8a0-31d2-4c07-9e54-0c7f1c2ab111', start: '20:00', duration: '1:00', title: 'Zoë' };
  const days = [{ date: '2040-07-13', rooms: { Brume: [event] } }];
  const json = (conference: object) => JSON.stringify({ schedule: { conference: { ...conference, days } } });
  expect(await startOf(json({ time_zone_name: 'Europe/Lisbon' }))).toBe('19:00');
  expect(await startOf(json({}))).toBe('18:00');
});

test('a schedule with ids of the kind that we give changes what it knows by them', async () => {
  const { upload, apply, draft } = await organised(api);
  const file = (start: string, room: string, title: string) =>
    fileOf(
      `<schedule><day date="2040-07-13"><room name="${room}"><event id="1" guid="b5f3e8a0-31d2-4c07-9e54-0c7f1c2ab111"><start>${start}</start><duration>1:00</duration><title>${title}</title></event></room></day></schedule>`,
    );
  await apply(await upload(file('20:00', 'Brume', 'Zoë')));
  const again = await upload(file('22:00', 'Pré', 'Zoë, live'));
  expect(again.counts).toMatchObject({ new: 0, changed: 1 });
  await apply(again);
  expect((await draft()).slots.map(({ startsAt, version }) => [startsAt, version])).toEqual([
    ['2040-07-13T20:00:00.000Z', 2],
  ]);
});

describe('between the dry run and the import', () => {
  test('somebody else’s change is noticed: nothing is written, and the file is read anew', async () => {
    const { upload, client, params, apply, draft } = await organised(api);
    const shown = await upload(fileOf(small));
    await client.programme.createStage({ params, body: { name: 'Brume' } });
    const after = await apply(shown);
    expect(after).toMatchObject({
      status: 'READY',
      fault: { reason: 'changed_meanwhile' },
      newStages: [],
      counts: { new: 2 },
    });
    expect((await draft()).slots).toEqual([]);
    expect(await apply(after)).toMatchObject({ status: 'APPLIED', fault: null });
  });

  test('it is applied once, however often it is asked for, and under the hash that was shown', async () => {
    const { upload, client, params, draft } = await organised(api);
    const shown = await upload(fileOf(small));
    const ask = (hash: string) =>
      client.programme.applyProgrammeImport({ params: { ...params, importId: shown.id }, body: { hash } });
    expect(await refusalOf(ask('another'))).toMatchObject({ status: 409, name: 'IMPORT_CHANGED' });
    const outcomes = await Promise.allSettled([1, 2, 3].map(() => ask(shown.hash ?? '')));
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    await api.runJobsOnce();
    expect((await draft()).slots).toHaveLength(2);
  });
});

describe('taking an import back', () => {
  test('leaves everything as it was', async () => {
    const { upload, apply, undo, draft } = await organised(api);
    await apply(await upload(fileOf(small)));
    const before = await draft();
    const second = await apply(
      await upload(fileOf(`${small.replace('20:00', '19:00')}x-3,2040-07-14,20:00,21:00,Pré,Neu,,\n`)),
    );
    expect(await undo(second.id)).toMatchObject({ status: 'UNDONE' });
    const after = await draft();
    const again = { version: 0 };
    expect(after.slots.map((slot) => ({ ...slot, ...again }))).toEqual(
      before.slots.map((slot) => ({ ...slot, ...again })),
    );
    expect([after.stages, after.artists]).toEqual([before.stages, before.artists]);
    expect(await refusalOf(undo(second.id))).toMatchObject({ status: 409, name: 'IMPORT_NOT_READY' });
  });

  test('leaves a history from which each thing can be brought back by itself', async () => {
    const { upload, apply, undo, draft, client, params } = await organised(api);
    const { id } = await apply(await upload(fileOf(small)));
    const before = await draft();
    await undo(id);
    expect(await draft()).toMatchObject({ stages: [], artists: [], slots: [] });
    const [slot] = before.slots;
    const restore = () => client.programme.restoreSlot({ params: { ...params, slotId: slot?.id ?? '' } });
    expect(await refusalOf(restore())).toMatchObject({ status: 409, name: 'PARENT_GONE' });
    for (const { id: stageId } of before.stages)
      await client.programme.restoreStage({ params: { ...params, stageId } });
    for (const { id: artistId } of before.artists)
      await client.programme.restoreArtist({ params: { ...params, artistId } });
    expect(await restore()).toMatchObject({ ...slot, version: 2 });
  });

  test('is refused once somebody has worked on it', async () => {
    const { upload, apply, undo, draft, client, params } = await organised(api);
    const { id } = await apply(await upload(fileOf(small)));
    const [slot] = (await draft()).slots;
    await client.programme.updateSlot({
      params: { ...params, slotId: slot?.id ?? '' },
      body: { version: 1, changes: { title: 'Mine' } },
    });
    expect(await refusalOf(undo(id))).toMatchObject({ status: 409, name: 'IMPORT_TOUCHED', details: { sets: 1 } });
    expect((await draft()).slots).toHaveLength(2);
  });
});

test('only those who edit the programme import, and only in their festival', async () => {
  const mine = await organised(api);
  const shown = await mine.upload(fileOf(small));
  const { festivalId } = mine;
  for (const role of ['STAFF', 'VENDOR', 'FINANCE', 'SECURITY', 'ARTIST'] as const) {
    const { client } = await api.person({ roles: [{ festivalId, role }] });
    const params = { festivalId, importId: shown.id };
    for (const call of [
      () => client.programme.uploadProgrammeImport({ params, body: fileOf(small) }),
      () => client.programme.listProgrammeImports({ params }),
      () => client.programme.getProgrammeImport({ params }),
      () => client.programme.listProgrammeImportRows({ params }),
      () => client.programme.applyProgrammeImport({ params, body: { hash: 'x' } }),
      () => client.programme.undoProgrammeImport({ params }),
    ])
      expect(await refusalOf(call() as Promise<unknown>)).toMatchObject({ status: 403 });
  }
  const theirs = await organised(api);
  expect(await refusalOf(theirs.get(shown.id))).toMatchObject({ status: 404 });
  expect(await refusalOf(theirs.undo(shown.id))).toMatchObject({ status: 404 });
  expect(await refusalOf(theirs.get(v7()))).toMatchObject({ status: 404 });
  expect(await theirs.client.programme.listProgrammeImports({ params: theirs.params })).toEqual([]);
  expect((await mine.client.programme.listProgrammeImports({ params: mine.params })).map(({ id }) => id)).toEqual([
    shown.id,
  ]);
});

test('takes 10 000 rows', { timeout: 600_000 }, async () => {
  const { upload, apply, draft } = await organised(api);
  const lines = Array.from({ length: 10_000 }, (_, at) => {
    const minutes = (at % 96) * 15;
    const day = 13 + (Math.floor(at / 96) % 3);
    const clock = (minute: number) =>
      `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
    return `n-${at},2040-07-${day},${clock(minutes)},${clock((minutes + 15) % 1440)},Stage ${Math.floor(at / 288)},Act ${at % 3000},confirmed`;
  });
  const text = `id,day,start,end,stage,artist,status\n${lines.join('\n')}`;
  const shown = await upload(fileOf(text));
  expect(shown.counts).toMatchObject({ new: 10_000, refused: 0, warned: 0 });
  const applied = await apply(shown);
  expect(applied).toMatchObject({ status: 'APPLIED', done: 10_000 });
  expect((await draft()).slots).toHaveLength(10_000);
  expect((await upload(fileOf(text))).counts).toMatchObject({ same: 10_000, new: 0, changed: 0 });
});
