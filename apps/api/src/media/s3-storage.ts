import {
  DeleteObjectsCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import type { Env } from '../platform/env.ts';
import type { Storage } from './picture-storage.ts';

const folder = 'media/';
/** As many as one request may name (Amazon S3 API, DeleteObjects). */
const deletedAtOnce = 1000;

/** Files in a bucket of anything that speaks S3. What fails in passing is tried again by the client itself. */
export function s3Storage(env: Env, bucket: string): Storage {
  const client = new S3Client({
    region: env.S3_REGION,
    forcePathStyle: env.S3_PATH_STYLE,
    maxAttempts: 4,
    // Not every server knows the newer checksums; the signature covers the body.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    ...(env.S3_ENDPOINT && { endpoint: env.S3_ENDPOINT }),
    ...(env.S3_ACCESS_KEY_ID &&
      env.S3_SECRET_ACCESS_KEY && {
        credentials: { accessKeyId: env.S3_ACCESS_KEY_ID, secretAccessKey: env.S3_SECRET_ACCESS_KEY },
      }),
  });

  return {
    async put(key, body, type) {
      await client.send(
        new PutObjectCommand({
          Bucket: bucket,
          Key: folder + key,
          Body: body,
          ContentType: type,
          ContentLength: body.length,
        }),
      );
    },
    async get(key) {
      try {
        const { Body, ContentLength } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: folder + key }));
        // Under Node the body is a stream of bytes.
        return Body ? { bytes: ContentLength ?? 0, body: Body as unknown as AsyncIterable<Uint8Array> } : null;
      } catch (error) {
        if (error instanceof Error && (error.name === 'NoSuchKey' || error.name === 'NotFound')) return null;
        throw error;
      }
    },
    async remove(keys) {
      for (let at = 0; at < keys.length; at += deletedAtOnce) {
        const Objects = keys.slice(at, at + deletedAtOnce).map((key) => ({ Key: folder + key }));
        const { Errors = [] } = await client.send(
          new DeleteObjectsCommand({ Bucket: bucket, Delete: { Objects, Quiet: true } }),
        );
        const [first] = Errors;
        if (first) throw new Error(`${first.Key} could not be deleted: ${first.Code}`);
      }
    },
    async *list() {
      let token: string | undefined;
      do {
        const page = await client.send(
          new ListObjectsV2Command({ Bucket: bucket, Prefix: folder, ContinuationToken: token }),
        );
        for (const { Key, LastModified } of page.Contents ?? [])
          if (Key && LastModified) yield { key: Key.slice(folder.length), writtenAt: LastModified };
        token = page.NextContinuationToken;
      } while (token);
    },
  };
}
