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

/** docs.mollie.com/reference/list-payments, list-all-chargebacks, list-settlements and the lists below one */
const ListQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(250).optional(),
  from: z.string().optional(),
});

export interface MollieChargedBack {
  resource: 'chargeback';
  id: string;
  paymentId: string;
  amount: z.infer<typeof Amount>;
  settlementAmount: z.infer<typeof Amount>;
  reason: { code: string; description: string } | null;
  createdAt: string;
  reversedAt: string | null;
}

export interface MollieSettled {
  resource: 'settlement';
  id: string;
  reference: string;
  createdAt: string;
  settledAt: string | null;
  status: 'open' | 'pending' | 'paidout' | 'failed';
  amount: z.infer<typeof Amount>;
  /** What is in it, by name. */
  made: { payments: string[]; refunds: object[]; chargebacks: string[] };
}

export interface MolliePaid {
  resource: 'payment';
  id: string;
  mode: 'test';
  status: 'open' | 'canceled' | 'pending' | 'expired' | 'failed' | 'paid';
  isCancelable: boolean;
  amount: z.infer<typeof Amount>;
  amountRefunded: z.infer<typeof Amount>;
  amountChargedBack?: z.infer<typeof Amount>;
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
  /** As Mollie has them, oldest first. */
  refundBook: object[];
  chargebacks: Map<string, MollieChargedBack>;
  settlements: Map<string, MollieSettled>;
  /** A payer's bank takes a payment back, or gives it again; answers the statuses of the knocks that follow. */
  chargeBack(id: string, times?: number): Promise<number[]>;
  reverse(id: string, times?: number): Promise<number[]>;
  /** Answers nothing to so many of the next calls. */
  hang: number;
  faults: string[];
  /** How many of the next calls find it down. */
  down: number;
  /** Does what was asked, and nobody hears of it. */
  loseAnswers: number;
  /** What its payer does, and the knock at our door that follows; answers its status. */
  become(id: string, status: MolliePaid['status'], times?: number): Promise<number[]>;
  /** An hour has passed: the keys of what was asked are forgotten (docs.mollie.com/reference/api-idempotency). */
  forgetKeys(): void;
  stop(): Promise<void>;
}

const key = `test_${'d'.repeat(30)}`;
const organisation = `access_${'o'.repeat(30)}`;

export async function startMollieDouble(): Promise<MollieDouble> {
  const known = new Map<string, { status: number; body: object }>();
  const server = createServer((request, response) => void serve(double, known, request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const double: MollieDouble = {
    url,
    env: { MOLLIE_API_KEY: key, MOLLIE_ACCESS_TOKEN: organisation, MOLLIE_API_URL: url },
    payments: new Map(),
    refunds: [],
    refundBook: [],
    chargebacks: new Map(),
    settlements: new Map(),
    hang: 0,
    faults: [],
    down: 0,
    loseAnswers: 0,
    async become(id, status, times = 1) {
      paymentOf(double, id).status = status;
      return knock(double, id, times);
    },
    async chargeBack(id, times = 1) {
      const payment = paymentOf(double, id);
      const taken: MollieChargedBack = {
        resource: 'chargeback',
        id: `chb_${randomBytes(5).toString('hex')}`,
        paymentId: id,
        amount: payment.amount,
        settlementAmount: { ...payment.amount, value: `-${payment.amount.value}` },
        reason: { code: 'AC04', description: 'Account closed' },
        createdAt: new Date().toISOString(),
        reversedAt: null,
      };
      double.chargebacks.set(taken.id, taken);
      payment.amountChargedBack = payment.amount;
      return knock(double, id, times);
    },
    async reverse(id, times = 1) {
      for (const taken of double.chargebacks.values())
        if (taken.paymentId === id) taken.reversedAt = new Date().toISOString();
      return knock(double, id, times);
    },
    forgetKeys: () => known.clear(),
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
  return double;
}

function paymentOf(double: MollieDouble, id: string): MolliePaid {
  const payment = double.payments.get(id);
  if (!payment) throw new Error(`There is no ${id}`);
  return payment;
}

/** Mollie calls the payment's address, and says no more than its name. */
async function knock(double: MollieDouble, id: string, times: number): Promise<number[]> {
  const { webhookUrl } = paymentOf(double, id);
  if (webhookUrl === undefined) return [];
  const call = () =>
    fetch(webhookUrl, { method: 'POST', body: new URLSearchParams({ id }) }).then((answer) => answer.status);
  return Promise.all(Array.from({ length: times }, call));
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
  if (double.hang > 0) {
    double.hang -= 1;
    return;
  }
  const { pathname, searchParams } = new URL(request.url ?? '/', double.url);
  const once = request.headers['idempotency-key'];
  const answer =
    refused(request) ??
    (typeof once === 'string' ? known.get(once) : undefined) ??
    answerTo(double, { method: request.method ?? '', path: pathname, query: searchParams, text });
  if (typeof once === 'string' && answer.status < 400) known.set(once, answer);
  if (answer.status >= 400) double.faults.push(`${request.method} ${pathname}: ${JSON.stringify(answer.body)}`);
  if (double.loseAnswers > 0) {
    double.loseAnswers -= 1;
    return void request.socket.destroy();
  }
  response.writeHead(answer.status, { 'content-type': 'application/hal+json' }).end(JSON.stringify(answer.body));
}

const refusal = (status: number, title: string, detail = '') => ({ status, body: { status, title, detail } });

function refused({ method, headers, url = '' }: IncomingMessage) {
  const wanted = url.startsWith('/v2/settlements') ? organisation : key;
  if (headers.authorization !== `Bearer ${wanted}`) return refusal(401, 'Unauthorized Request');
  if (method === 'POST' && headers['content-type'] !== 'application/json')
    return refusal(415, 'Unsupported Media Type');
  // The real one would do it twice: whoever moves money without a key has a fault.
  if (method !== 'GET' && !headers['idempotency-key']) return refusal(400, 'Bad Request', 'no Idempotency-Key');
  return undefined;
}

interface Asked {
  method: string;
  path: string;
  query: URLSearchParams;
  text: string;
}
interface Answer {
  status: number;
  body: object;
}

/** A list as Mollie gives it, two a page: whoever asks has to go on. */
function list(double: MollieDouble, { path, query }: Asked, name: string, things: readonly object[]): Answer {
  const asked = ListQuery.safeParse(Object.fromEntries(query));
  if (!asked.success) return refusal(400, 'Bad Request', z.prettifyError(asked.error));
  const from = Number(asked.data.from ?? 0);
  const page = things.slice(from, from + 2);
  const next = from + 2 < things.length ? { href: `${double.url}${path}?limit=250&from=${from + 2}` } : null;
  return { status: 200, body: { count: page.length, _embedded: { [name]: page }, _links: { next } } };
}

function settlementAnswer(double: MollieDouble, asked: Asked, id: string, room: string): Answer {
  const all = [...double.settlements.values()].toReversed();
  if (id === '')
    return list(
      double,
      asked,
      'settlements',
      all.map(({ made: _made, ...settlement }) => settlement),
    );
  const settlement = double.settlements.get(id);
  if (!settlement) return refusal(404, 'Not Found');
  const { made, ...body } = settlement;
  if (room === '') return { status: 200, body };
  if (room === 'refunds') return list(double, asked, room, made.refunds);
  const book: ReadonlyMap<string, object> = room === 'payments' ? double.payments : double.chargebacks;
  const names = room === 'payments' ? made.payments : made.chargebacks;
  return list(
    double,
    asked,
    room,
    names.flatMap((name) => book.get(name) ?? []),
  );
}

function answerTo(double: MollieDouble, asked: Asked): Answer {
  const { method, path, text } = asked;
  const [, , kind = '', id = '', room = '', inner = ''] = path.split('/');
  if (kind === 'settlements') return settlementAnswer(double, asked, id, room);
  if (kind === 'chargebacks') return list(double, asked, kind, [...double.chargebacks.values()].toReversed());
  if (id === '' && method === 'POST') return create(double, text);
  if (id === '') return list(double, asked, 'payments', [...double.payments.values()].toReversed());
  const payment = double.payments.get(id);
  if (!payment) return refusal(404, 'Not Found', `No payment exists with token ${id}.`);
  if (room === 'chargebacks') {
    const theirs = [...double.chargebacks.values()].filter(({ paymentId }) => paymentId === id);
    if (inner === '') return list(double, asked, room, theirs);
    const one = theirs.find((chargeback) => chargeback.id === inner);
    return one ? { status: 200, body: one } : refusal(404, 'Not Found');
  }
  if (room === 'refunds') return refund(double, payment, text);
  if (method !== 'DELETE') return shown(double, payment, asked);
  if (payment.status !== 'open') return refusal(422, 'Unprocessable Entity', 'The payment cannot be canceled');
  payment.status = 'canceled';
  return { status: 200, body: payment };
}

/** docs.mollie.com/reference/get-payment, `embed` */
const GetQuery = z.strictObject({ embed: z.enum(['captures', 'refunds', 'chargebacks']).optional() });

function shown(double: MollieDouble, payment: MolliePaid, { query }: Asked): Answer {
  const asked = GetQuery.safeParse(Object.fromEntries(query));
  if (!asked.success) return refusal(400, 'Bad Request', z.prettifyError(asked.error));
  if (asked.data.embed !== 'refunds') return { status: 200, body: payment };
  const refunds = double.refundBook.filter((one) => 'paymentId' in one && one.paymentId === payment.id);
  return { status: 200, body: { ...payment, _embedded: { refunds } } };
}

function create(double: MollieDouble, text: string): Answer {
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

function refund(double: MollieDouble, payment: MolliePaid, text: string): Answer {
  const asked = CreateRefund.safeParse(JSON.parse(text));
  if (!asked.success) return refusal(422, 'Unprocessable Entity', z.prettifyError(asked.error));
  const given = Number(payment.amountRefunded.value) + Number(asked.data.amount.value);
  if (payment.status !== 'paid' || given > Number(payment.amount.value))
    return refusal(409, 'Conflict', 'more than was paid');
  payment.amountRefunded = { currency: payment.amount.currency, value: given.toFixed(2) };
  double.refunds.push(payment.id);
  const { amount, metadata = null } = asked.data;
  const body = {
    resource: 'refund',
    id: `re_${double.refunds.length}`,
    status: 'pending',
    paymentId: payment.id,
    amount,
    settlementAmount: { ...amount, value: `-${amount.value}` },
    metadata,
  };
  double.refundBook.push(body);
  return { status: 201, body };
}
