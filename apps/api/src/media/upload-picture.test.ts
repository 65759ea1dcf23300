import { readdir, readFile } from 'node:fs/promises';
import { request } from 'node:http';
import { join } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { insertFestival } from '../festival/testing.ts';
import { systemContext } from '../platform/context.ts';
import { refusalOf } from '../testing/refusal-of.ts';
import { startApi, type TestApi } from '../testing/start-api.ts';
import { finishPictures } from './finish-pictures.ts';
import { mediaModule } from './module.ts';
import { file, picture } from './testing.ts';

let api: TestApi;
beforeAll(async () => {
  api = await startApi({ modules: [mediaModule] });
});
afterAll(() => api.stop());

async function organised() {
  const { id: festivalId } = await insertFestival(api.ownerPool, {});
  const params = { festivalId };
  const { client, token } = await api.person({ roles: [{ festivalId, role: 'ORGANISER' }] });
  const upload = (bytes: Uint8Array | string, type?: string, name = 'crowd.jpg') =>
    client.media.uploadPicture({ params, query: { name }, body: file(bytes, type) });
  return { params, client, token, upload };
}

const served = (path: string, init?: RequestInit) => fetch(api.url + path, init);
const bytesOf = async (path: string) => Buffer.from(await (await served(path)).arrayBuffer());
const finish = () => finishPictures(systemContext(api.resources));
const filesOf = (path: string) =>
  readdir(join(api.resources.env.FESTIVALS_DATA, 'media', path.slice(7, 9), path.slice(7))).catch(() => []);

test('a picture is kept in several widths, at once as WebP and then as AVIF too', async () => {
  const { upload, client, params } = await organised();
  const made = await upload(await picture({ width: 1500, height: 1000 }));
  expect(made).toMatchObject({
    widths: [320, 640, 1280, 1500],
    formats: ['webp'],
    processing: true,
    width: 1500,
    height: 1000,
    name: 'crowd.jpg',
    uses: [],
    version: 1,
  });
  expect(made.placeholder).toMatch(/^#[23][0-9a-f][56][0-9a-f][bcd][0-9a-f]$/);
  expect(made.path).toMatch(/^\/media\/[A-Za-z0-9_-]{32}$/);
  expect(await sharp(await bytesOf(`${made.path}/640.webp`)).metadata()).toMatchObject({
    format: 'webp',
    width: 640,
    height: 427,
  });
  expect((await served(`${made.path}/640.avif`)).status).toBe(404);
  expect((await served(`${made.path}/original`)).status).toBe(404);
  expect(await filesOf(made.path)).toContain('original');

  await finish();
  const [done] = (await client.media.listPictures({ params })).items;
  expect(done).toMatchObject({ id: made.id, formats: ['avif', 'webp'], processing: false, version: 1 });
  expect(done?.bytes).toBeGreaterThan(made.bytes);
  expect(await sharp(await bytesOf(`${made.path}/1500.avif`)).metadata()).toMatchObject({
    format: 'heif',
    width: 1500,
  });
  expect(await filesOf(made.path)).not.toContain('original');
});

test('is never enlarged', async () => {
  const { upload } = await organised();
  expect(await upload(await picture({ width: 200, height: 100 }))).toMatchObject({ widths: [200], width: 200 });
});

test.each(['png', 'webp', 'avif', 'gif'] as const)('takes %s, whatever it is called', async (format) => {
  const { upload } = await organised();
  expect(await upload(await picture({ format }), 'image/jpeg', 'x.svg')).toMatchObject({ width: 800, height: 600 });
});

test('stands upright, and tells nothing of where and with what it was taken', async () => {
  const { upload } = await organised();
  const exif = {
    IFD0: { Make: 'Nikon', Copyright: 'secret-owner' },
    IFD3: { GPSLatitude: '50/1 37/1 0/1', GPSLatitudeRef: 'N' },
  };
  const sideways = await sharp({ create: { width: 600, height: 300, channels: 3, background: '#884422' } })
    .withExif(exif)
    .withMetadata({ orientation: 6, icc: 'p3' })
    .jpeg()
    .toBuffer();
  expect((await sharp(sideways).metadata()).exif).toBeDefined();
  const made = await upload(sideways);
  expect(made).toMatchObject({ width: 300, height: 600 });
  await finish();
  for (const name of ['300.webp', '300.avif']) {
    const bytes = await bytesOf(`${made.path}/${name}`);
    const { exif: left, icc, xmp, iptc, orientation, width, height } = await sharp(bytes).metadata();
    expect({ left, icc, xmp, iptc, orientation, width, height }).toEqual({ width: 300, height: 600 });
    expect(bytes.includes('secret-owner') || bytes.includes('Nikon')).toBe(false);
  }
});

test.each([
  [
    'a scan that says of itself what no such scan can be',
    (jpeg: Buffer) => {
      // The end of the spectrum, which is the second byte from the last of the scan's header.
      const scan = jpeg.indexOf(Buffer.from([0xff, 0xda]));
      jpeg.writeUInt8(0, scan + 2 + jpeg.readUInt16BE(scan + 2) - 2);
      return jpeg;
    },
  ],
  [
    'bytes too many before its end',
    (jpeg: Buffer) => Buffer.concat([jpeg.subarray(0, -2), Buffer.alloc(40, 1), jpeg.subarray(-2)]),
  ],
  [
    'something else behind its end',
    (jpeg: Buffer) => Buffer.concat([jpeg, Buffer.from('SEFT and a film of three seconds')]),
  ],
])('takes a photograph as telephones write them: with %s', async (_, written) => {
  const { upload } = await organised();
  const jpeg = await sharp({ create: { width: 640, height: 480, channels: 3, background: '#336699' } })
    .jpeg({ progressive: false, mozjpeg: false })
    .toBuffer();
  expect(await upload(written(Buffer.from(jpeg)))).toMatchObject({ width: 640, height: 480 });
});

test('a see-through picture has no colour behind it', async () => {
  const { upload } = await organised();
  const glass = await sharp({ create: { width: 50, height: 50, channels: 4, background: '#ff000080' } })
    .png()
    .toBuffer();
  expect((await upload(glass, 'image/png')).placeholder).toBeNull();
});

describe('a hostile file', () => {
  test.each([
    [
      'a drawing with a script, called a picture',
      '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
    ],
    ['a page', '<!doctype html><script>alert(1)</script>'],
    ['a document', '%PDF-1.7 and what follows in it'],
    ['an archive', 'PK\x03\x04 and what follows in it'],
    ['nothing', ''],
  ])('%s is refused for what it is', async (_, text) => {
    const { upload } = await organised();
    expect(await refusalOf(upload(text, 'image/png', 'x.png'))).toMatchObject({ status: 415, name: 'NOT_A_PICTURE' });
  });
  test('a drawing that says so is refused before it is read', async () => {
    const { upload } = await organised();
    expect(await refusalOf(upload('<svg/>', 'image/svg+xml'))).toMatchObject({
      status: 415,
      name: 'UNSUPPORTED_MEDIA_TYPE',
    });
  });
  test('a picture that is also a page comes out as a picture alone', async () => {
    const { upload } = await organised();
    const script = '<script>alert(document.domain)</script>';
    const made = await upload(Buffer.concat([await picture({ format: 'gif' }), Buffer.from(script)]), 'image/gif');
    const response = await served(`${made.path}/320.webp`);
    expect(response.headers.get('content-type')).toBe('image/webp');
    expect((await response.text()).includes('script')).toBe(false);
  });
  test.each([
    ['cut in the middle', async () => (await picture({ width: 1600, height: 1200 })).subarray(0, 6000)],
    ['only a beginning', async () => Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(64)])],
    [
      'a drawing behind the first bytes of a PNG',
      async () => Buffer.from('\x89PNG\r\n\x1a\n<svg><script/></svg>', 'latin1'),
    ],
    [
      'a HEIC that cannot be opened here',
      async () => Buffer.from('\0\0\0\x1cftypheic\0\0\0\0mif1heic\0\0\0\0', 'latin1'),
    ],
  ])('%s is unreadable', async (_, bytes) => {
    const { upload } = await organised();
    expect(await refusalOf(upload(await bytes()))).toMatchObject({ status: 400, name: 'UNREADABLE' });
  });
  test('a bomb is not unfolded', async () => {
    const { upload } = await organised();
    const before = process.memoryUsage().rss;
    expect(await refusalOf(upload(pngOf(30_000, 30_000), 'image/png'))).toMatchObject({
      status: 400,
      name: 'TOO_MANY_PIXELS',
    });
    expect(process.memoryUsage().rss - before).toBeLessThan(150_000_000);
    expect(await refusalOf(upload(await picture({ width: 1000, height: 20 })))).toMatchObject({
      name: 'TOO_MANY_PIXELS',
      details: { width: 1000, height: 20, maxRatio: 6 },
    });
  });
  test('leaves nothing behind', async () => {
    const { upload, client, params } = await organised();
    await refusalOf(upload('<svg/> and some more of it'));
    expect((await client.media.listPictures({ params })).items).toEqual([]);
  });
});

/** A PNG that promises more than it has: its header says how large it is, its data is nothing but zeros. */
function pngOf(width: number, height: number): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const length = Buffer.alloc(4);
    length.writeUInt32BE(data.length);
    const sum = Buffer.alloc(4);
    sum.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, sum]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const data = deflateSync(Buffer.alloc(10_000_000));
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('IDAT', data),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

describe('a file that is too large', () => {
  /** Sends zeros after a picture's first bytes, until answered or done. */
  const pour = async (token: string, festivalId: string, megabytes: number, length?: number) => {
    const url = new URL(`${api.url}/festivals/${festivalId}/pictures`);
    const chunk = Buffer.alloc(1_000_000);
    chunk.set([0xff, 0xd8, 0xff, 0xe0]);
    const sending = request(url, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${token}`,
        'x-face': 'app',
        'content-type': 'image/jpeg',
        ...(length && { 'content-length': length }),
      },
    });
    let sent = 0;
    let peak = 0;
    const state = { answered: false };
    const answer = new Promise<{ status: number; text: string; sent: number; peak: number }>((resolve, reject) => {
      sending.on('error', reject);
      sending.on('response', (response) => {
        state.answered = true;
        const at = sent;
        response.setEncoding('utf8');
        let text = '';
        response.on('data', (part: string) => (text += part));
        response.on('end', () => resolve({ status: response.statusCode ?? 0, text, sent: at, peak }));
      });
    });
    while (sent < megabytes && !state.answered) {
      sent += 1;
      peak = Math.max(peak, process.memoryUsage().arrayBuffers);
      if (!sending.write(chunk)) await Promise.race([new Promise((drained) => sending.once('drain', drained)), answer]);
    }
    if (!state.answered) sending.end();
    const result = await answer;
    sending.destroy();
    return result;
  };

  test('is refused after its limit, not after its end, and is not kept in memory', async () => {
    const { token, params } = await organised();
    const before = process.memoryUsage().arrayBuffers;
    const { status, text, sent, peak } = await pour(token, params.festivalId, 200);
    expect(status).toBe(413);
    expect(JSON.parse(text)).toMatchObject({ error: { name: 'BODY_TOO_LARGE', details: { maxBytes: 15_000_000 } } });
    expect(sent).toBeLessThan(60);
    expect(peak - before).toBeLessThan(80_000_000);
  });
  test('is refused before any of it is read where it says so itself', async () => {
    const { token, params } = await organised();
    expect(await pour(token, params.festivalId, 200, 200_000_000)).toMatchObject({ status: 413 });
  });
  test('is refused to a browser as well, which hears why', async () => {
    const { upload } = await organised();
    const large = Buffer.alloc(40_000_000);
    large.set([0xff, 0xd8, 0xff, 0xe0]);
    expect(await refusalOf(upload(large))).toMatchObject({ status: 413, name: 'BODY_TOO_LARGE' });
  });
});

describe('the same file', () => {
  test('uploaded many times at once is stored once', async () => {
    const { upload, client, params } = await organised();
    const bytes = await picture({ colour: '#010203' });
    const made = await Promise.all(Array.from({ length: 8 }, () => upload(bytes)));
    expect(new Set(made.map(({ id }) => id)).size).toBe(1);
    expect((await client.media.listPictures({ params })).items).toHaveLength(1);
    const { rows } = await api.ownerPool.query<{ address: string }>(
      'select address from picture where festival_id = $1',
      [params.festivalId],
    );
    expect(rows).toHaveLength(1);
    const { count } = (
      await api.ownerPool.query<{ count: number }>(`select count(*)::int as count from event where festival_id = $1`, [
        params.festivalId,
      ])
    ).rows[0] ?? { count: 0 };
    expect(count).toBe(1);
  });
  test('in another festival is another picture, at an address that tells nothing of the first', async () => {
    const [one, two] = [await organised(), await organised()];
    const bytes = await picture({ colour: '#030201' });
    const [first, second] = [await one.upload(bytes), await two.upload(bytes)];
    expect(first.path).not.toBe(second.path);
  });
  test('comes back when it had been taken away', async () => {
    const { upload, client, params } = await organised();
    const bytes = await picture({ colour: '#040506' });
    const made = await upload(bytes);
    await client.media.deletePicture({ params: { ...params, pictureId: made.id }, query: { version: 1 } });
    expect(await upload(bytes)).toMatchObject({ id: made.id, path: made.path, version: 3 });
  });
});

test('is refused when the festival has no more room, and says how much there is', async () => {
  const small = await startApi({ modules: [mediaModule], env: { MEDIA_FESTIVAL_BYTES: '40000' } });
  try {
    const { id: festivalId } = await insertFestival(small.ownerPool, {});
    const { client } = await small.person({ roles: [{ festivalId, role: 'ORGANISER' }] });
    const params = { festivalId };
    const upload = (bytes: Uint8Array) => client.media.uploadPicture({ params, body: file(bytes) });
    const noise = async (seed: number) =>
      sharp(Buffer.from(Array.from({ length: 120 * 120 * 3 }, (_, at) => (at * at * seed) % 251)), {
        raw: { width: 120, height: 120, channels: 3 },
      })
        .jpeg({ quality: 90 })
        .toBuffer();
    const outcomes = await Promise.allSettled(
      [3, 5, 7, 11, 13, 17, 19, 23].map(async (seed) => upload(await noise(seed))),
    );
    const { used, most, pictures } = await client.media.getSpace({ params });
    expect(used).toBeLessThanOrEqual(most);
    expect(pictures).toBe(outcomes.filter(({ status }) => status === 'fulfilled').length);
    const refused = outcomes.find((outcome) => outcome.status === 'rejected');
    expect(refused).toMatchObject({ reason: { status: 409, name: 'NO_SPACE', details: { most: 40_000 } } });
    const stored = await readdir(join(small.resources.env.FESTIVALS_DATA, 'media'), { recursive: true });
    expect(stored.filter((path) => path.endsWith('.webp'))).toHaveLength(pictures);
  } finally {
    await small.stop();
  }
});

test('who may not edit pictures may not add one', async () => {
  const { params } = await organised();
  for (const role of ['FINANCE', 'STAFF', 'VENDOR', 'ARTIST'] as const) {
    const { client } = await api.person({ roles: [{ festivalId: params.festivalId, role }] });
    const call = client.media.uploadPicture({ params, body: file(await picture()) });
    expect(await refusalOf(call), role).toMatchObject({ status: 403 });
  }
  const { client } = await api.person({ roles: [{ festivalId: params.festivalId, role: 'PROGRAMMER' }] });
  expect(await client.media.uploadPicture({ params, body: file(await picture()) })).toMatchObject({ width: 800 });
});

test('many uploads do not hold up other answers', async () => {
  const { upload, client, params } = await organised();
  const files = await Promise.all(
    ['#111111', '#222222', '#333333', '#444444'].map((colour) => picture({ width: 4000, height: 3000, colour })),
  );
  const uploads = Promise.all(files.map((bytes) => upload(bytes)));
  const state = { busy: true, answered: 0 };
  void uploads.finally(() => (state.busy = false));
  while (state.busy) {
    await client.media.getSpace({ params });
    state.answered += 1;
  }
  await uploads;
  expect(state.answered).toBeGreaterThan(10);
});

test('what is served is what was stored, byte for byte', async () => {
  const { upload } = await organised();
  const { path } = await upload(await picture());
  const stored = await readFile(
    join(api.resources.env.FESTIVALS_DATA, 'media', path.slice(7, 9), path.slice(7), '320.webp'),
  );
  expect((await bytesOf(`${path}/320.webp`)).equals(stored)).toBe(true);
});
