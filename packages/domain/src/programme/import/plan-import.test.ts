import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseCsv } from '../../csv.ts';
import type { DraftArtist, DraftSlot, DraftStage, ProgrammeDraft } from '../contract.ts';
import type { ImportedRow, ImportOptions } from './contract.ts';
import { guessHeaderLine, guessMapping } from './guess-columns.ts';
import { planImport } from './plan-import.ts';

const festival = { zone: 'Europe/Brussels', startsOn: '2040-07-13', endsOn: '2040-07-15', cutOff: 6 };
const id = (tail: number) => `01900000-0000-7000-8000-${String(tail).padStart(12, '0')}`;
const stage = (tail: number, name: string): DraftStage =>
  ({ id: id(tail), name, placeId: null, order: tail, version: 1 }) as DraftStage;
const artist = (tail: number, name: string): DraftArtist =>
  ({
    id: id(tail),
    name,
    slug: `a-${tail}`,
    country: null,
    genres: [],
    bio: {},
    links: [],
    billing: 4,
    version: 1,
  }) as unknown as DraftArtist;
const slot = (
  tail: number,
  stageId: string,
  artistId: string | null,
  startsAt: string,
  endsAt: string,
  more: Partial<DraftSlot> = {},
): DraftSlot =>
  ({
    id: id(tail),
    stageId,
    artistId,
    title: null,
    day: '2040-07-13',
    startsAt,
    endsAt,
    status: 'CONFIRMED',
    announcement: 'OPEN',
    withArtistIds: [],
    overlaysId: null,
    version: 4,
    ...more,
  }) as DraftSlot;

const empty: ProgrammeDraft = { stages: [], artists: [], slots: [] };
const standing: ProgrammeDraft = {
  stages: [stage(1, 'Main')],
  artists: [artist(10, 'Zoë')],
  slots: [slot(20, id(1), id(10), '2040-07-13T18:00:00.000Z', '2040-07-13T19:00:00.000Z')],
};

function plan(text: string, programme = empty, more: Partial<ImportOptions> = {}, known = new Map<string, string>()) {
  const records = parseCsv(text);
  if (!Array.isArray(records)) throw new Error(records.reason);
  const headerLine = guessHeaderLine(records);
  const header = records.find(({ line }) => line === headerLine);
  const options: ImportOptions = {
    source: 'table',
    mapping: guessMapping(header?.cells ?? []),
    headerLine,
    night: 'festival_day',
    statusOfNew: 'CONFIRMED',
    ...more,
  };
  return planImport(
    records.filter(({ line }) => line > headerLine),
    { programme, known },
    festival,
    options,
  );
}
const told = ({ verdict, startsAt, endsAt, refusal }: ImportedRow) =>
  refusal ? `${refusal.reason} ${refusal.seen}`.trim() : `${verdict} ${startsAt?.slice(5, 16)} ${endsAt?.slice(5, 16)}`;
const one = (day: string, start: string, end: string, more?: Partial<ImportOptions>) =>
  told(plan(`day\tstart\tend\tstage\tartist\n${day}\t${start}\t${end}\tMain\tZoë`, empty, more).rows[0] as ImportedRow);

describe('times of a row', () => {
  test.each([
    ['2040-07-13', '20:00', '21:30', 'NEW 07-13T18:00 07-13T19:30'],
    // A night belongs to the day before it, whatever its date is.
    ['2040-07-13', '23:30', '01:00', 'NEW 07-13T21:30 07-13T23:00'],
    ['2040-07-13', '01:30', '03:00', 'NEW 07-13T23:30 07-14T01:00'],
    ['Friday', '0000', '130', 'NEW 07-13T22:00 07-13T23:30'],
    ['vendredi 13 juillet', '2530', '2630', 'NEW 07-13T23:30 07-14T00:30'],
    ['Samstag', '8:05 pm', '9.30 PM', 'NEW 07-14T18:05 07-14T19:30'],
    ['Day 1 – Friday', '20:00', '21:00', 'NEW 07-13T18:00 07-13T19:00'],
    ['samedi (jour 2)', '20:00', '21:00', 'NEW 07-14T18:00 07-14T19:00'],
    ['viernes, día 13', '20:00', '21:00', 'NEW 07-13T18:00 07-13T19:00'],
    ['Day 2 – 14 July 2040', '20:00', '21:00', 'NEW 07-14T18:00 07-14T19:00'],
    ['Jour 1 (13 juillet)', '20:00', '21:00', 'NEW 07-13T18:00 07-13T19:00'],
    ['Sat 14', '20:00', '21:00', 'NEW 07-14T18:00 07-14T19:00'],
    ['Day 2 – Friday', '20:00', '21:00', 'bad_day Day 2 – Friday'],
    ['Tag 3', '20h30', '22h', 'NEW 07-15T18:30 07-15T20:00'],
    ['13/07/2040', '18', '19', 'NEW 07-13T16:00 07-13T17:00'],
    ['7/13/40', '1830', '1900', 'NEW 07-13T16:30 07-13T17:00'],
    ['13.7.', '18.30', '19.00 Uhr', 'NEW 07-13T16:30 07-13T17:00'],
    ['51330', '0.75', '0,8125', 'NEW 07-13T16:00 07-13T17:30'],
    ['', '51330.75', '51330.8125', 'NEW 07-13T16:00 07-13T17:30'],
    ['ignored', '2040-07-13T18:00:00Z', '2040-07-13T21:00+02:00', 'NEW 07-13T18:00 07-13T19:00'],
    ['', '2040-07-13 20:00:00+02', '2040-07-13 20:30:00+0130', 'NEW 07-13T18:00 07-13T19:00'],
    ['', '2040-07-14 01:30', '02:30', 'NEW 07-13T23:30 07-14T00:30'],
    ['', '13/07/2040 20:00', '21:00', 'NEW 07-13T18:00 07-13T19:00'],
    ['2040-07-13', '20:00', '19:00', 'end_before_start 19:00'],
    ['2040-07-13', '2040-07-13 20:00', '2040-07-13 19:00', 'end_before_start 2040-07-13 19:00'],
    ['2040-07-13', '20:00', '20:00', 'end_before_start 20:00'],
    ['', '2040-07-13 20:00', '2040-07-15 20:00', 'too_long 2040-07-15 20:00'],
    ['2040-07-13', '25:61', '21:00', 'bad_start 25:61'],
    ['2040-07-13', 'soon', '21:00', 'bad_start soon'],
    ['2040-07-13', '', '21:00', 'no_start'],
    ['2040-07-13', '20:00', '9999', 'bad_end 9999'],
    ['', '20:00', '21:00', 'no_day'],
    ['2040-02-30', '20:00', '21:00', 'bad_day 2040-02-30'],
    ['Doomsday', '20:00', '21:00', 'bad_day Doomsday'],
    ['0000-00-00', '20:00', '21:00', 'bad_day 0000-00-00'],
  ])('%j %j–%j: %s', (day, start, end, expected) => {
    expect(one(day, start, end)).toBe(expected);
  });

  test('a time of a set may stand in one column, from when to when', () => {
    const { rows } = plan(
      'day;time;stage;artist\n2040-07-13;20:00 – 21:30;Main;A\n2040-07-13;23h-1h30;Main;B\n2040-07-13;20:00 - late;Main;C\n2040-07-13;21:30-21:00;Main;D',
    );
    expect(rows.map(told)).toEqual([
      'NEW 07-13T18:00 07-13T19:30',
      'NEW 07-13T21:00 07-13T23:30',
      'bad_start 20:00 - late',
      'end_before_start 21:00',
    ]);
  });

  test('a night may be meant by the calendar instead', () => {
    expect(one('2040-07-14', '01:30', '03:00', { night: 'calendar_day' })).toBe('NEW 07-13T23:30 07-14T01:00');
  });

  test('each row may be in a zone of its own', () => {
    const { rows } = plan(
      'start,end,stage,artist,timezone\n2040-07-13 20:00,2040-07-13 21:00,Main,A,Europe/London\n2040-07-13 20:00,2040-07-13 21:00,Main,B,\n2040-07-13 20:00,2040-07-13 21:00,Main,C,Mars/Olympus',
    );
    expect(rows.map(told)).toEqual([
      'NEW 07-13T19:00 07-13T20:00',
      'NEW 07-13T18:00 07-13T19:00',
      'bad_zone Mars/Olympus',
    ]);
  });

  test('without an end a set lasts an hour, and says so', () => {
    const { rows } = plan(
      'day,start,stage,artist,duration\n2040-07-13,20:00,Main,A,\n2040-07-13,22:00,Main,B,1:30\n2040-07-13,12:00,Main,C,90 min',
    );
    expect(rows.map(({ endsAt, warnings }) => [endsAt?.slice(11, 16), warnings.includes('end_assumed')])).toEqual([
      ['19:00', true],
      ['21:30', false],
      ['11:30', false],
    ]);
  });
});

describe('names of a row', () => {
  test('lose markup, entities, gaps and what cannot be seen', () => {
    const { rows, writes } = plan(
      'day,start,end,stage,artist\n2040-07-13,20:00,21:00,"\u200BMain\u00A0 Stage","<b>Zo\u00ADe\u0308</b><br>\n&amp;  the\u200D\u202E <script>alert(1)</script>I <3 U"',
    );
    expect(rows[0]).toMatchObject({
      name: 'Zoë & the I <3 U',
      stage: 'Main Stage',
      warnings: ['markup_removed', 'stage_new', 'artist_new'],
    });
    expect(writes.stages).toEqual([{ name: 'Main Stage' }]);
  });

  test.each([
    'a<!-- b --> c <style>d{}</style>e',
    'a <SCRIPT type="x">if (a < b) {}</script >c e',
    'a<script>alert(1)</script> <style>x</style><!--y-->c e',
  ])('%s has lost what nobody sees', (artist) => {
    const { rows } = plan(`day;start;end;stage;artist\n2040-07-13;20:00;21:00;Main;"${artist.replaceAll('"', '""')}"`);
    expect(rows[0]?.name).toBe('a c e');
  });

  test.each(['<script>', '<!--', '<br', '<style>x', ' ', 'T', '<script', '&#', '\u200D'])(
    'of nothing but %j are read as quickly as any',
    (part) => {
      const cells = [part.repeat(20_000 / part.length)];
      const records = Array.from({ length: 40 }, (_, at) => ({ line: at + 1, cells: [...cells, ...cells, ...cells] }));
      const options = { source: 's', headerLine: 0, night: 'festival_day', statusOfNew: 'CONFIRMED' } as const;
      const began = performance.now();
      planImport(records, { programme: empty, known: new Map() }, festival, {
        ...options,
        mapping: ['bio', 'start', 'artist'],
      });
      // Each by itself would take half a second where time grows with the square of its length.
      expect(performance.now() - began).toBeLessThan(5_000);
    },
  );

  test('keep the joiners that their letters need', () => {
    const { rows } = plan('day,start,end,stage,artist\n2040-07-13,20:00,21:00,Main,👩\u200D🎤 می\u200Cخواهم');
    expect(rows[0]?.name).toBe('👩\u200D🎤 می\u200Cخواهم');
  });

  test('of 276 characters are cut, and the same file cuts to the same artist again', () => {
    const long = 'Ünendlich '.repeat(28).slice(0, 276);
    const text = `day,start,end,stage,artist\n2040-07-13,20:00,21:00,Main,${long}`;
    const first = plan(text);
    const name = first.writes.artists[0]?.name ?? '';
    expect([name.length <= 120, name.endsWith('…'), first.rows[0]?.warnings.includes('name_cut')]).toEqual([
      true,
      true,
      true,
    ]);
    const programme = {
      ...standing,
      artists: [artist(11, name)],
      slots: [slot(21, id(1), id(11), '2040-07-13T18:00:00.000Z', '2040-07-13T19:00:00.000Z')],
    };
    expect(plan(text, programme).rows[0]?.verdict).toBe('SAME');
  });

  test('are the same artist and stage however they are written', () => {
    const { writes } = plan(
      'day,start,end,stage,artist\n13/7,20:00,21:00,MAIN,ZOË\n13/7,22:00,23:00,main,zoë\n14/7,22:00,23:00,Barn,Zoë',
      standing,
    );
    expect([writes.stages, writes.artists]).toEqual([[{ name: 'Barn' }], []]);
  });
});

describe('which set a row is', () => {
  const head = 'id,day,start,end,stage,artist\n';
  test('is told by our id, then by the id that its source gave it, then by artist, day and stage', () => {
    const rows = (text: string, known?: Map<string, string>) =>
      plan(head + text, standing, {}, known).rows.map(({ verdict, slotId, changes }) => [
        verdict,
        slotId,
        changes.map(({ field }) => field).join(),
      ]);
    expect(rows(`${id(20)},2040-07-13,21:00,22:00,Main,Zoë`)).toEqual([['CHANGED', id(20), 'start,end']]);
    expect(rows(`x-1,2040-07-15,21:00,22:00,Barn,Other`, new Map([['x-1', id(20)]]))).toEqual([
      ['CHANGED', id(20), 'stage,artist,start,end'],
    ]);
    expect(rows(`x-1,2040-07-13,21:00,22:00,Main,Zoë`)).toEqual([['CHANGED', id(20), 'start,end']]);
    expect(rows(`x-1,2040-07-14,21:00,22:00,Main,Zoë`)).toEqual([['NEW', null, '']]);
    expect(rows(`,2040-07-13,20:00,21:00,Main,Zoë`)).toEqual([['SAME', id(20), '']]);
  });

  test('is remembered by whatever id its source gave it, also by one that looks like ours', () => {
    const theirs = [
      'a-7',
      'b5f3e8a0-31d2-4c07-9e54-0c7f1c2ab111',
      'B5F3E8A0-31D2-4C07-9E54-0C7F1C2AB112@calendar.example',
    ];
    const ids = theirs.map((one) => `${one},2040-07-14,20:00,21:00,${one.slice(0, 3)},Act`).join('\n');
    expect(plan(head + ids, standing).writes.slots.map(({ externalId }) => externalId)).toEqual(theirs);
    const known = new Map(theirs.map((one) => [one, id(20)]));
    for (const one of theirs)
      expect(plan(`${head}${one},2040-07-15,22:00,23:00,Barn,Other`, standing, {}, known).rows[0]).toMatchObject({
        verdict: 'CHANGED',
        slotId: id(20),
      });
    // What is ours needs no remembering.
    expect(plan(`${head}${id(20)}@ours,2040-07-14,20:00,21:00,Main,Zoë`, standing).writes.slots[0]?.externalId).toBe(
      null,
    );
    const same = plan(`${head}${theirs[1]},2040-07-13,20:00,21:00,Main,Zoë`, standing);
    expect(same.writes.ids).toEqual([{ externalId: theirs[1], slotId: id(20) }]);
  });

  test('is asked once: a second row for it, or with its id, is refused with the line of the first', () => {
    const { rows } = plan(
      `${head}${id(20)},2040-07-13,20:00,21:00,Main,Zoë\n${id(20).toUpperCase()}@x,2040-07-13,21:00,22:00,Main,Zoë\nx,2040-07-14,20:00,21:00,Main,A\nx,2040-07-14,22:00,23:00,Main,B\n,2040-07-14,20:00,21:00,main,a`,
      standing,
    );
    expect(rows.map(told)).toEqual([
      'SAME 07-13T18:00 07-13T19:00',
      'duplicate 2',
      'NEW 07-14T18:00 07-14T19:00',
      'duplicate_id 4',
      'duplicate 4',
    ]);
  });

  test('and what its row does not speak of stays', () => {
    const pending = {
      ...standing,
      slots: standing.slots.map((set) => ({ ...set, status: 'PENDING' as const, title: 'Live' })),
    };
    expect(plan(`id,stage\n${id(20)},Main`, pending).rows[0]).toMatchObject({ verdict: 'SAME', status: 'PENDING' });
    expect(plan(`id,status\n${id(20)},Confirmé`, pending).rows[0]?.changes).toEqual([
      { field: 'status', from: 'PENDING', to: 'CONFIRMED' },
    ]);
    expect(plan(`id,title,artist\n${id(20)},,`, pending).rows[0]?.refusal?.reason).toBe('no_name');
  });
});

describe('confirmed sets that overlap', () => {
  const text = (status: string) =>
    `day,start,end,stage,artist,status\n13/7,20:30,21:30,Main,A,${status}\n13/7,21:00,22:00,Main,B,${status}\n13/7,22:00,23:00,Main,C,${status}`;
  test('come in as pending, the earlier line and what stands keeping their places', () => {
    expect(
      plan(text('ok'), standing).rows.map(({ status, warnings }) => [status, warnings.includes('overlap_pending')]),
    ).toEqual([
      ['PENDING', true],
      ['CONFIRMED', false],
      ['CONFIRMED', false],
    ]);
    expect(plan(text('ok')).rows.map(({ status }) => status)).toEqual(['CONFIRMED', 'PENDING', 'CONFIRMED']);
    expect(plan(text('offen'), standing).rows.every(({ warnings }) => !warnings.includes('overlap_pending'))).toBe(
      true,
    );
  });

  test('may swap', () => {
    const two = {
      ...standing,
      slots: [...standing.slots, slot(21, id(1), id(10), '2040-07-13T19:00:00.000Z', '2040-07-13T20:00:00.000Z')],
    };
    const { rows } = plan(`id,day,start,end\n${id(20)},13/7,21:00,22:00\n${id(21)},13/7,20:00,21:00`, two);
    expect(rows.map(({ verdict, status }) => [verdict, status])).toEqual([
      ['CHANGED', 'CONFIRMED'],
      ['CHANGED', 'CONFIRMED'],
    ]);
  });

  test('never remain, whatever the file', () => {
    const row = fc.record({
      from: fc.integer({ min: 0, max: 40 }),
      length: fc.integer({ min: 1, max: 20 }),
      stage: fc.constantFrom('Main', 'Barn'),
    });
    fc.assert(
      fc.property(fc.array(row, { maxLength: 30 }), (all) => {
        const clock = (step: number) => `${12 + Math.floor(step / 6)}:${String((step % 6) * 10).padStart(2, '0')}`;
        const body = all.map(
          (one, at) => `13/7,${clock(one.from)},${clock(one.from + one.length)},${one.stage},Act ${at}`,
        );
        const { rows } = plan(['day,start,end,stage,artist', ...body].join('\n'), standing);
        const spans = [
          ...standing.slots.map(({ startsAt, endsAt }) => ({ stage: 'Main', startsAt, endsAt })),
          ...rows
            .filter(({ status }) => status === 'CONFIRMED')
            .map(({ stage: on, startsAt, endsAt }) => ({ stage: on, startsAt: startsAt ?? '', endsAt: endsAt ?? '' })),
        ];
        for (const [at, a] of spans.entries())
          for (const b of spans.slice(at + 1))
            if (a.stage === b.stage) expect(a.startsAt >= b.endsAt || b.startsAt >= a.endsAt).toBe(true);
        expect(rows).toHaveLength(all.length);
      }),
    );
  });
});

describe('a name that is not out yet', () => {
  const row = (name: string) => `day,start,end,stage,artist\n13/7,21:00,22:00,Main,${name}\n`;
  const known = (programme: ProgrammeDraft, name: string) => plan(row(name), programme).writes;

  test.each(['TBA', 't.b.c.', 'To be announced', 'à confirmer', 'Wird noch bekannt gegeben', 'por anunciar'])(
    '%s makes no artist of that name',
    (name) => {
      const { artists, slots } = known(empty, name);
      expect([artists, slots[0]?.after.artist, slots[0]?.after.title]).toEqual([[], null, name]);
    },
  );

  test('is the same the next time, and gives way to the name', () => {
    const waiting = slot(21, id(1), null, '2040-07-13T19:00:00.000Z', '2040-07-13T20:00:00.000Z', { title: 'TBA' });
    const programme = { ...standing, slots: [waiting] };
    expect(plan(row('TBA'), programme).rows[0]?.verdict).toBe('SAME');
    const [change] = plan(`id,artist\n${waiting.id},Zoë\n`, programme).writes.slots;
    expect(change?.after).toMatchObject({ artist: { id: id(10) }, title: null });
  });

  test('stays somebody where somebody is called so', () => {
    const programme = { ...standing, artists: [artist(10, 'TBA')] };
    expect(known(programme, 'TBA').slots[0]?.after).toMatchObject({ artist: { id: id(10) }, title: null });
  });
});

describe('a table', () => {
  test.each([
    ['Jour;Début;Fin;Scène;Artiste', ['day', 'start', 'end', 'stage', 'artist']],
    ['Tag;Beginn;Ende;Bühne;Künstler*in', ['day', 'start', 'end', 'stage', 'artist']],
    ['Fecha;Hora de inicio;Hora de fin;Escenario;Artista', ['day', 'start', 'end', 'stage', 'artist']],
    ['Giorno;Ora inizio;Ora fine;Palco;Artista', ['day', 'start', 'end', 'stage', 'artist']],
    ['Data;Início;Fim;Palco;Artista;Artista', ['day', 'start', 'end', 'stage', 'artist', null]],
    ['\u200BDATE (local);Start Time;Room;Act;???', ['day', 'start', 'stage', 'artist', null]],
    ['artistName;stageName;startTime;end_time', ['artist', 'stage', 'start', 'end']],
    [
      'Subject;Start Date;Start Time;End Date;End Time;All Day Event;Description;Location',
      ['artist', 'day', 'start', null, 'end', null, 'bio', 'stage'],
    ],
    ['Betreff;Beginnt am;Beginnt um;Endet am;Endet um;Ort', ['artist', 'day', 'start', null, 'end', 'stage']],
  ])('%s is understood', (header, expected) => {
    expect(guessMapping(header.split(';'))).toEqual(expected);
  });

  test('may have titles and merged cells over its header, ragged lines and surplus cells', () => {
    const { rows } = plan(
      'Programme 2040,,,,\n,,,,\nday,start,end,stage,artist\n13/7,20:00,21:00,Main,A\n13/7,22:00\n13/7,20:00,21:00,Main,B,,,oops',
    );
    expect(rows.map((row) => `${row.line} ${told(row)}`)).toEqual([
      '4 NEW 07-13T18:00 07-13T19:00',
      '5 no_stage',
      '6 surplus_cells',
    ]);
  });

  test('whose days stand in merged cells has them in the first row of each alone, and says so', () => {
    const { rows } = plan(
      'day,start,end,stage,artist\nFriday,20:00,21:00,Main,A\n,22:00,23:00,Main,B\nSaturday,20:00,21:00,Main,C\n,01:00,02:00,Main,D\n',
    );
    expect(
      rows.map((row) => `${told(row)} ${row.warnings.filter((one) => one === 'day_above').join()}`.trim()),
    ).toEqual([
      'NEW 07-13T18:00 07-13T19:00',
      'NEW 07-13T20:00 07-13T21:00 day_above',
      'NEW 07-14T18:00 07-14T19:00',
      'NEW 07-14T23:00 07-15T00:00 day_above',
    ]);
  });

  test('of any cells gives a verdict for each line, and never throws', () => {
    const cell = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('20:00', '0000', '51330', 'Fri', '13/7', 'Main', id(20), '<b>', '\u200D', '9'.repeat(30)),
    );
    fc.assert(
      fc.property(fc.array(fc.array(cell, { maxLength: 8 }), { maxLength: 12 }), (all) => {
        const records = all.map((cells, at) => ({ line: at + 1, cells }));
        const options = {
          source: 's',
          mapping: ['id', 'day', 'start', 'end', 'stage', 'artist', 'title'],
          headerLine: 0,
          night: 'festival_day',
          statusOfNew: 'CONFIRMED',
        } as const;
        const { rows, counts } = planImport(records, { programme: standing, known: new Map() }, festival, {
          ...options,
          mapping: [...options.mapping],
        });
        expect(rows.map(({ line }) => line)).toEqual(all.map((_, at) => at + 1));
        expect(counts.new + counts.changed + counts.same + counts.refused).toBe(all.length);
      }),
    );
  });
});
