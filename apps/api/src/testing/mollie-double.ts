/** A stand-in for Mollie's API v2 on a free port: it checks what it is asked against what Mollie publishes, and can be down. */
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { z } from 'zod';

const Amount = z.strictObject({
  currency: z.enum(['EUR', 'USD', 'GBP', 'CHF']),
  value: z.string().regex(/^\d+\.\d{2}$/),
});
const Metadata = z.record(z.string(), z.string());

/** docs.mollie.com/reference/create-payment */
const Create = z.strictObject({
  amount: Amount.refine(({ value }) => Number(value) >= 0.01),
  description: z.string().min(1).max(255),
  redirectUrl: z.url(),
  webhookUrl: z.url().optional(),
  locale: z.enum(['en_GB', 'fr_FR', 'de_DE', 'es_ES', 'it_IT', 'pt_PT']).optional(),
  metadata: Metadata.optional(),
});
/** docs.mollie.com/reference/create-refund */
const CreateRefund = z.strictObject({
  amount: Amount,
  description: z.string().max(255),
  metadata: Metadata.optional(),
});

export interface MolliePaid {
  resource: 'payment';
  id: string;
  mode: 'test';
  status: 'open' | 'canceled' | 'pending' | 'expired' | 'failed' | 'paid';
  isCancelable: boolean;
  amount: z.infer<typeof Amount>;
  amountRefunded: z.infer<typeof Amount>;
  metadata: Record<string, string> | null;
  createdAt: string;
  webhookUrl: string | undefined;
  _links: { checkout?: { href: string } };
}

export interface MollieDouble {
  url: string;
  env: Record<string, string>;
  payments: Map<string, MolliePaid>;
  refunds: string[];
  faults: string[];
  /** How many of the next calls find it down. */
  down: number;
  /** Does what was asked, and nobody hears of it. */
  loseAnswers: number;
  /** What its payer does, and the knock at our door that follows; answers its status. */
  become(id: string, status: MolliePaid['status'], times?: number): Promise<number[]>;
  stop(): Promise<void>;
}

const key = `test_${'d'.repeat(30)}`;

export async function startMollieDouble(): Promise<MollieDouble> {
  const known = new Map<string, { status: number; body: object }>();
  const server = createServer((request, response) => void serve(double, known, request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const double: MollieDouble = {
    url,
    env: { MOLLIE_API_KEY: key, MOLLIE_API_URL: url },
    payments: new Map(),
    refunds: [],
    faults: [],
    down: 0,
    loseAnswers: 0,
    async become(id, status, times = 1) {
      const payment = double.payments.get(id);
      if (!payment) throw new Error(`There is no ${id}`);
      payment.status = status;
      const { webhookUrl } = payment;
      if (webhookUrl === undefined) return [];
      const knock = () =>
        fetch(webhookUrl, { method: 'POST', body: new URLSearchParams({ id }) }).then((answer) => answer.status);
      return Promise.all(Array.from({ length: times }, knock));
    },
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
  return double;
}

type Known = Map<string, { status: number; body: object }>;

async function serve(
  double: MollieDouble,
  known: Known,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const text = Buffer.concat(await Array.fromAsync(request as AsyncIterable<Buffer>)).toString();
  if (double.down > 0) {
    double.down -= 1;
    return void response.writeHead(503).end('down');
  }
  const { pathname } = new URL(request.url ?? '/', double.url);
  const once = request.headers['idempotency-key'];
  const answer =
    refused(request) ??
    (typeof once === 'string' ? known.get(once) : undefined) ??
    answerTo(double, request.method ?? '', pathname, text);
  if (typeof once === 'string' && answer.status < 400) known.set(once, answer);
  if (answer.status >= 400) double.faults.push(`${request.method} ${pathname}: ${JSON.stringify(answer.body)}`);
  if (double.loseAnswers > 0) {
    double.loseAnswers -= 1;
    return void request.socket.destroy();
  }
  response.writeHead(answer.status, { 'content-type': 'application/hal+json' }).end(JSON.stringify(answer.body));
}

const refusal = (status: number, title: string, detail = '') => ({ status, body: { status, title, detail } });

function refused({ method, headers }: IncomingMessage) {
  if (headers.authorization !== `Bearer ${key}`) return refusal(401, 'Unauthorized Request');
  if (method === 'POST' && headers['content-type'] !== 'application/json')
    return refusal(415, 'Unsupported Media Type');
  // The real one would do it twice: whoever moves money without a key has a fault.
  if (method !== 'GET' && !headers['idempotency-key']) return refusal(400, 'Bad Request', 'no Idempotency-Key');
  return undefined;
}

function answerTo(double: MollieDouble, method: string, path: string, text: string): { status: number; body: object } {
  const [, , , id = '', room = ''] = path.split('/');
  if (id === '' && method === 'POST') return create(double, text);
  if (id === '') {
    const payments = [...double.payments.values()].toReversed();
    return { status: 200, body: { count: payments.length, _embedded: { payments }, _links: { next: null } } };
  }
  const payment = double.payments.get(id);
  if (!payment) return refusal(404, 'Not Found', `No payment exists with token ${id}.`);
  if (room === 'refunds') return refund(double, payment, text);
  if (method !== 'DELETE') return { status: 200, body: payment };
  if (payment.status !== 'open') return refusal(422, 'Unprocessable Entity', 'The payment cannot be canceled');
  payment.status = 'canceled';
  return { status: 200, body: payment };
}

function create(double: MollieDouble, text: string): { status: number; body: object } {
  const asked = Create.safeParse(JSON.parse(text));
  if (!asked.success) return refusal(422, 'Unprocessable Entity', z.prettifyError(asked.error));
  const { amount, metadata = null, webhookUrl } = asked.data;
  const id = `tr_${randomBytes(6).toString('hex')}`;
  const payment: MolliePaid = {
    resource: 'payment',
    id,
    mode: 'test',
    status: 'open',
    isCancelable: true,
    amount,
    amountRefunded: { currency: amount.currency, value: '0.00' },
    metadata,
    createdAt: new Date().toISOString(),
    webhookUrl,
    _links: { checkout: { href: `${double.url}/pay/${id}` } },
  };
  double.payments.set(id, payment);
  return { status: 201, body: payment };
}

function refund(double: MollieDouble, payment: MolliePaid, text: string): { status: number; body: object } {
  const asked = CreateRefund.safeParse(JSON.parse(text));
  if (!asked.success) return refusal(422, 'Unprocessable Entity', z.prettifyError(asked.error));
  const given = Number(payment.amountRefunded.value) + Number(asked.data.amount.value);
  if (payment.status !== 'paid' || given > Number(payment.amount.value))
    return refusal(409, 'Conflict', 'more than was paid');
  payment.amountRefunded = { currency: payment.amount.currency, value: given.toFixed(2) };
  double.refunds.push(payment.id);
  return { status: 201, body: { resource: 'refund', id: `re_${double.refunds.length}`, status: 'pending' } };
}
