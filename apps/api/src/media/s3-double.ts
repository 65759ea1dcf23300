/** A server that speaks as much S3 as we use, for tests: it checks each request's signature, keeps what it is given, and fails when told to. */
import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface S3Double {
  url: string;
  bucket: string;
  accessKeyId: string;
  secretAccessKey: string;
  objects: Map<string, { body: Buffer; type: string; at: Date }>;
  /** Answered instead of the next requests, in order. */
  failNext: Array<{ status: number; code: string }>;
  /** Each request as it was answered: `PUT /bucket/key 200`. */
  log: string[];
  stop(): Promise<void>;
}

const sha256 = (data: string | Buffer) => createHash('sha256').update(data).digest('hex');
const hmac = (key: string | Buffer, data: string) => createHmac('sha256', key).update(data).digest();
/** As Signature Version 4 wants it: everything but letters, digits and `-._~`. */
const encoded = (text: string) =>
  encodeURIComponent(text).replace(/[!'()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);

export async function startS3Double(): Promise<S3Double> {
  const double: Omit<S3Double, 'url' | 'stop'> = {
    bucket: 'pictures',
    accessKeyId: 'AKIDTEST',
    secretAccessKey: 'a secret/with+signs',
    objects: new Map(),
    failNext: [],
    log: [],
  };
  const server = createServer((request, response) => {
    void answer(double, request, response).then(({ status, type = 'application/xml', body = '', headers = {} }) => {
      double.log.push(`${request.method} ${decodeURIComponent((request.url ?? '').split('?')[0] ?? '')} ${status}`);
      response
        .writeHead(status, { 'content-type': type, 'content-length': Buffer.byteLength(body), ...headers })
        .end(body);
    });
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  return {
    ...double,
    url: `http://127.0.0.1:${port}`,
    stop: () => new Promise((done) => (server.close(() => done()), server.closeAllConnections())),
  };
}

interface Answer {
  status: number;
  type?: string;
  body?: string | Buffer;
  headers?: Record<string, string>;
}

async function answer(
  double: Omit<S3Double, 'url' | 'stop'>,
  request: IncomingMessage,
  _response: ServerResponse,
): Promise<Answer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const body = Buffer.concat(chunks);
  const url = new URL(request.url ?? '', 'http://localhost');
  const refused = signatureFault(double, request, url, body);
  if (refused) return fault(403, refused);
  const failure = double.failNext.shift();
  if (failure) return fault(failure.status, failure.code);
  const [, bucket = '', ...rest] = decodeURIComponent(url.pathname).split('/');
  const key = rest.join('/');
  if (bucket !== double.bucket) return fault(404, 'NoSuchBucket');
  if (request.method === 'PUT') {
    double.objects.set(key, { body, type: request.headers['content-type'] ?? '', at: new Date() });
    return { status: 200, headers: { etag: `"${createHash('md5').update(body).digest('hex')}"` } };
  }
  if (request.method === 'POST' && url.searchParams.has('delete')) return deleted(double, request, body);
  if (request.method === 'GET' && key === '') return listed(double, url);
  const object = double.objects.get(key);
  if (!object) return fault(404, 'NoSuchKey');
  return { status: 200, type: object.type, body: object.body };
}

const fault = (status: number, code: string): Answer => ({
  status,
  body: `<?xml version="1.0" encoding="UTF-8"?><Error><Code>${code}</Code><Message>${code}</Message></Error>`,
});

function deleted({ objects }: Omit<S3Double, 'url' | 'stop'>, request: IncomingMessage, body: Buffer): Answer {
  // S3 refuses this request without a digest of its body.
  const { 'content-md5': md5, 'x-amz-checksum-crc32': crc } = request.headers;
  if (!md5 && !crc) return fault(400, 'InvalidRequest');
  for (const [, key = ''] of body.toString().matchAll(/<Key>([^<]+)<\/Key>/g)) objects.delete(key);
  return { status: 200, body: '<?xml version="1.0" encoding="UTF-8"?><DeleteResult></DeleteResult>' };
}

function listed({ objects, bucket }: Omit<S3Double, 'url' | 'stop'>, url: URL): Answer {
  const prefix = url.searchParams.get('prefix') ?? '';
  const after = url.searchParams.get('continuation-token') ?? '';
  const found = [...objects]
    .filter(([key]) => key.startsWith(prefix) && key > after)
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
  const page = found.slice(0, 2);
  const contents = page.map(
    ([key, { at, body }]) =>
      `<Contents><Key>${key}</Key><LastModified>${at.toISOString()}</LastModified><Size>${body.length}</Size></Contents>`,
  );
  const more = found.length > page.length;
  const next = more ? `<NextContinuationToken>${page.at(-1)?.[0]}</NextContinuationToken>` : '';
  return {
    status: 200,
    body: `<?xml version="1.0" encoding="UTF-8"?><ListBucketResult><Name>${bucket}</Name><IsTruncated>${more}</IsTruncated>${contents.join('')}${next}</ListBucketResult>`,
  };
}

/** What is wrong with a request's signature, calculated anew from what arrived; null where nothing is. */
function signatureFault(
  { accessKeyId, secretAccessKey }: Omit<S3Double, 'url' | 'stop'>,
  request: IncomingMessage,
  url: URL,
  body: Buffer,
): string | null {
  const { authorization = '', 'x-amz-date': at, 'x-amz-content-sha256': claimed } = request.headers;
  const match =
    /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([\w-]+)\/s3\/aws4_request, SignedHeaders=([\w;-]+), Signature=([0-9a-f]{64})$/.exec(
      authorization,
    );
  if (!match || typeof at !== 'string' || typeof claimed !== 'string') return 'AccessDenied';
  const [, id, date = '', region = '', signedHeaders = '', signature = ''] = match;
  if (id !== accessKeyId) return 'InvalidAccessKeyId';
  if (claimed !== 'UNSIGNED-PAYLOAD' && claimed !== sha256(body)) return 'XAmzContentSHA256Mismatch';
  const names = signedHeaders.split(';');
  if (!names.includes('host') || !names.includes('x-amz-date')) return 'AccessDenied';
  const canonical = [
    request.method,
    url.pathname,
    [...url.searchParams]
      .map(([name, value]) => `${encoded(name)}=${encoded(value)}`)
      .toSorted()
      .join('&'),
    ...names.map((name) => `${name}:${String(request.headers[name]).trim().replaceAll(/ +/g, ' ')}`),
    '',
    signedHeaders,
    claimed,
  ].join('\n');
  const scope = `${date}/${region}/s3/aws4_request`;
  const toSign = ['AWS4-HMAC-SHA256', at, scope, sha256(canonical)].join('\n');
  const key = hmac(hmac(hmac(hmac(`AWS4${secretAccessKey}`, date), region), 's3'), 'aws4_request');
  const right = timingSafeEqual(Buffer.from(signature, 'hex'), hmac(key, toSign));
  return right ? null : 'SignatureDoesNotMatch';
}
