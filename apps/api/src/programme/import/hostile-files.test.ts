import { deflateRawSync } from 'node:zlib';
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

describe('a hostile file', () => {
  const refused: [string, () => Blob | Promise<Blob>, string][] = [
    ['nothing', () => fileOf(''), 'empty'],
    ['gaps', () => fileOf(' \n\n\t\n'), 'empty'],
    ['a picture', () => fileOf(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 1, 2, 3, 4])), 'unknown_format'],
    ['a PDF', () => fileOf('%PDF-1.7\n1 0 obj'), 'unknown_format'],
    ['an old workbook', () => fileOf(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0, 0])), 'old_excel'],
    ['no schedule', () => fileOf('<html><body/></html>'), 'unknown_format'],
    ['broken XML', () => fileOf('<schedule><day></schedule>'), 'malformed'],
    ['XML that never ends', () => fileOf(`<schedule>${'<a>'.repeat(50_000)}`), 'malformed'],
    [
      'XML without end in depth',
      () => fileOf(`<schedule>${'<a>'.repeat(20_000)}${'</a>'.repeat(20_000)}</schedule>`),
      'malformed',
    ],
    [
      'a foreign file',
      () => fileOf('<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><schedule>&e;</schedule>'),
      'doctype',
    ],
    [
      'a billion laughs',
      () =>
        fileOf(
          `<?xml version="1.0"?><!DOCTYPE z [<!ENTITY a "ha">${Array.from({ length: 9 }, (_, at) => `<!ENTITY ${'bcdefghij'[at]} "${`&${'abcdefghi'[at]};`.repeat(10)}">`).join('')}]><schedule>&j;</schedule>`,
        ),
      'doctype',
    ],
    ['broken JSON', () => fileOf('{"schedule":'), 'malformed'],
    ['other JSON', () => fileOf('[1,2,3]'), 'unknown_format'],
    ['a broken calendar', () => fileOf('BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART:never\r\n'), 'malformed'],
    ['an open quote', () => fileOf('day,start\n"2040'), 'unclosed_quote'],
    ['a broken archive', () => fileOf('PK\u0003\u0004 and so on'), 'malformed'],
    [
      'an archive of zeros',
      () => fileOf(zipOf('xl/worksheets/sheet1.xml', Buffer.alloc(120_000_000)) as BlobPart),
      'too_large_inside',
    ],
    [
      'an archive that lies of its size',
      () => fileOf(zipOf('xl/worksheets/sheet1.xml', Buffer.alloc(120_000_000), 10) as BlobPart),
      'too_large_inside',
    ],
    ['an archive of something else', () => fileOf(zipOf('readme.txt', Buffer.from('hello')) as BlobPart), 'malformed'],
    ['too many rows', () => fileOf(`day,start,stage,artist\n${'a,b,c,d\n'.repeat(20_002)}`), 'too_many_rows'],
  ];
  test.each(refused)('%s says why it cannot be read', async (_, file, reason) => {
    const { upload, client, params } = await organised(api);
    const shown = await upload(await file());
    expect([shown.status, shown.fault?.reason]).toEqual(['UNREADABLE', reason]);
    expect(
      await refusalOf(
        client.programme.applyProgrammeImport({ params: { ...params, importId: shown.id }, body: { hash: 'x' } }),
      ),
    ).toMatchObject({ status: 409, name: 'IMPORT_NOT_READY' });
  });

  test('of 200 MB is refused while it arrives', async () => {
    const { params } = await organised(api);
    const { token } = await api.person({ roles: [{ festivalId: params.festivalId, role: 'PROGRAMMER' }] });
    let sent = 0;
    const body = new ReadableStream({
      pull(controller) {
        sent += 1_000_000;
        if (sent > 200_000_000) controller.close();
        else controller.enqueue(new Uint8Array(1_000_000));
      },
    });
    const answer = await fetch(`${api.url}/festivals/${params.festivalId}/programme/imports`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'x-face': 'office', 'content-type': 'application/octet-stream' },
      body,
      duplex: 'half',
    } as RequestInit).then(
      ({ status }) => status,
      () => 413,
    );
    expect(answer).toBe(413);
    expect(sent).toBeLessThan(60_000_000);
  });

  test('in Latin-1, in UTF-16 and with zeros in it is read', async () => {
    const { upload, rows } = await organised(api);
    const text = 'jour;début;fin;scène;artiste\n2040-07-13;20:00;21:00;Pré;Zoë\n';
    const latin = await upload(fileOf(Buffer.from(text, 'latin1')));
    expect([latin.encoding, (await rows(latin.id))[0]?.name]).toEqual(['windows-1252', 'Zoë']);
    const wide = await upload(fileOf(Buffer.from(`\uFEFF${text}`, 'utf16le')));
    expect([wide.encoding, (await rows(wide.id))[0]?.name]).toEqual(['utf-16le', 'Zoë']);
    const zeros = await upload(fileOf(`${text}2040-07-14;20:00;21:00;Pré;Z\u0000o\u0007ë\uFEFF\n`));
    expect((await rows(zeros.id))[1]?.name).toBe('Zo ë');
  });
});

/** An archive of one file, which may say another size of it than it has. */
function zipOf(name: string, content: Buffer, said = content.length): Buffer {
  const packed = deflateRawSync(content);
  const header = (signature: number, extra: number) => {
    const bytes = Buffer.alloc(extra);
    bytes.writeUInt32LE(signature, 0);
    return bytes;
  };
  const local = header(0x04034b50, 30);
  local.writeUInt16LE(8, 8);
  local.writeUInt32LE(packed.length, 18);
  local.writeUInt32LE(said, 22);
  local.writeUInt16LE(name.length, 26);
  const central = header(0x02014b50, 46);
  central.writeUInt16LE(8, 10);
  central.writeUInt32LE(packed.length, 20);
  central.writeUInt32LE(said, 24);
  central.writeUInt16LE(name.length, 28);
  const end = header(0x06054b50, 22);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(46 + name.length, 12);
  end.writeUInt32LE(30 + name.length + packed.length, 16);
  return Buffer.concat([local, Buffer.from(name), packed, central, Buffer.from(name), end]);
}
