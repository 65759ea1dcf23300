import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { insertFestival } from '../festival/testing.ts';
import { systemContext } from '../platform/context.ts';
import { readEnv } from '../platform/env.ts';
import { refusalOf } from '../testing/refusal-of.ts';
import { startApi, type TestApi } from '../testing/start-api.ts';
import { erasePictures, sweepFiles } from './erase-pictures.ts';
import { finishPictures } from './finish-pictures.ts';
import { mediaModule } from './module.ts';
import { startS3Double, type S3Double } from './s3-double.ts';
import { s3Storage } from './s3-storage.ts';
import { file, picture } from './testing.ts';

let s3: S3Double;
let api: TestApi;
beforeAll(async () => {
  s3 = await startS3Double();
  api = await startApi({ modules: [mediaModule], env: settings() });
});
afterAll(async () => {
  await api.stop();
  await s3.stop();
});
beforeEach(() => {
  s3.objects.clear();
  s3.log.length = 0;
});

const settings = () => ({
  S3_BUCKET: s3.bucket,
  S3_ENDPOINT: s3.url,
  S3_REGION: 'eu-west-3',
  S3_ACCESS_KEY_ID: s3.accessKeyId,
  S3_SECRET_ACCESS_KEY: s3.secretAccessKey,
});
const storage = (changed: Record<string, string> = {}) =>
  s3Storage(readEnv({ ...secrets, ...settings(), ...changed }), s3.bucket);
const secrets = { DATABASE_URL: 'postgres://x', JWT_SECRET: 'j'.repeat(32), SEALING_SECRET: 's'.repeat(32) };
const key = `${'A'.repeat(32)}/320.webp`;
const read = async (body: AsyncIterable<Uint8Array>) => {
  const chunks: Uint8Array[] = [];
  for await (const chunk of body) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
};

describe('a bucket', () => {
  test('gives back what it was given, with signatures that hold', async () => {
    const bucket = storage();
    expect(await bucket.get(key)).toBeNull();
    await bucket.put(key, Buffer.from('picture'), 'image/webp');
    const stored = await bucket.get(key);
    expect([stored?.bytes, stored && (await read(stored.body))]).toEqual([7, 'picture']);
    expect(s3.objects.get(`media/${key}`)?.type).toBe('image/webp');
    await bucket.remove([key, `${'B'.repeat(32)}/320.webp`]);
    expect(s3.objects.size).toBe(0);
    expect(s3.log.every((line) => !line.endsWith('403'))).toBe(true);
  });
  test('refuses another secret: the double is no yes-man', async () => {
    await expect(storage({ S3_SECRET_ACCESS_KEY: 'another' }).put(key, Buffer.from('x'), 'image/webp')).rejects.toThrow(
      'SignatureDoesNotMatch',
    );
    await expect(storage({ S3_ACCESS_KEY_ID: 'another' }).get(key)).rejects.toThrow('InvalidAccessKeyId');
    expect(s3.objects.size).toBe(0);
  });
  test('that fails in passing is asked again', async () => {
    s3.failNext.push({ status: 503, code: 'SlowDown' }, { status: 500, code: 'InternalError' });
    await storage().put(key, Buffer.from('picture'), 'image/webp');
    expect(s3.log.map((line) => line.split(' ')[2])).toEqual(['503', '500', '200']);
    s3.failNext.push({ status: 503, code: 'SlowDown' });
    expect(await storage().get(key)).toMatchObject({ bytes: 7 });
  });
  test('that refuses for good is not', async () => {
    s3.failNext.push({ status: 403, code: 'AccessDenied' });
    await expect(storage().get(key)).rejects.toThrow('AccessDenied');
    expect(s3.log).toHaveLength(1);
  });
  test('is listed to its end', async () => {
    const bucket = storage();
    for (const letter of 'ABCDE') await bucket.put(`${letter.repeat(32)}/320.webp`, Buffer.from('x'), 'image/webp');
    const keys: string[] = [];
    for await (const found of bucket.list()) keys.push(found.key.slice(0, 1));
    expect(keys).toEqual(['A', 'B', 'C', 'D', 'E']);
  });
});

describe('a library in a bucket', () => {
  async function organised() {
    const { id: festivalId } = await insertFestival(api.ownerPool, {});
    const params = { festivalId };
    const { client } = await api.person({ roles: [{ festivalId, role: 'ORGANISER' }] });
    const upload = async (colour: string) =>
      client.media.uploadPicture({ params, body: file(await picture({ colour, width: 100, height: 80 })) });
    return { params, client, upload };
  }

  test('lives as one in a folder does', async () => {
    const { params, client, upload } = await organised();
    const made = await upload('#112233');
    const served = await fetch(`${api.url}${made.path}/100.webp`);
    expect([served.status, served.headers.get('content-type')]).toEqual([200, 'image/webp']);
    expect(
      Buffer.from(await served.arrayBuffer()).equals(
        s3.objects.get(`${made.path.slice(1)}/100.webp`)?.body ?? Buffer.alloc(0),
      ),
    ).toBe(true);
    await finishPictures(systemContext(api.resources));
    expect([...s3.objects.keys()].map((name) => name.split('/')[2]).toSorted()).toEqual(['100.avif', '100.webp']);
    await client.media.deletePicture({ params: { ...params, pictureId: made.id }, query: { version: 1 } });
    await sweepFiles(systemContext(api.resources));
    expect(s3.objects.size).toBe(2);
    const later = { ...systemContext(api.resources), clock: { now: () => new Date(Date.now() + 8 * 86_400_000) } };
    await erasePictures(later);
    expect(s3.objects.size).toBe(0);
  });
  test('that does not answer refuses an upload whole, and a picture for now', async () => {
    const { params, client, upload } = await organised();
    const made = await upload('#223344');
    s3.failNext.push(...Array.from({ length: 4 }, () => ({ status: 503, code: 'SlowDown' })));
    const served = await fetch(`${api.url}${made.path}/100.webp`);
    expect([served.status, served.headers.get('cache-control')]).toEqual([503, 'no-store']);
    s3.failNext.push(...Array.from({ length: 4 }, () => ({ status: 503, code: 'SlowDown' })));
    expect(await refusalOf(upload('#334455'))).toMatchObject({ status: 503, name: 'UNAVAILABLE' });
    expect((await client.media.listPictures({ params })).items).toHaveLength(1);
  });
});
