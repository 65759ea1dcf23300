/**
 * A stand-in for Stripe on a free port: it checks what it is asked against what Stripe publishes, has a page to pay on, signs its news
 * as Stripe does, and can be told to go wrong in the ways in which networks and banks do.
 */
import { createHash, createHmac, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Stripe } from 'stripe';
import { readForm } from './form-body.ts';
import { answerApi, type ApiAnswer, refusal } from './stripe-api.ts';
import { type Intent, type Page, StripeBook } from './stripe-book.ts';
import { bankPage, payPage, scriptOfPage } from './stripe-pages.ts';

/** What goes wrong with the next call to the API. `lose_answer` does what was asked, and nobody hears of it. */
export type Mishap = 'silence' | 'error_500' | 'lose_answer' | 'hang_up';

export interface NewsSending {
  times?: number;
  /** Seconds since 1970, as the signature says it. */
  at?: number;
  secret?: string;
}

export interface StripeDouble {
  url: string;
  keys: { secret: string; publishable: string; webhook: string };
  /** What the environment of whoever uses it has to say. */
  env: Record<string, string>;
  book: StripeBook;
  /** Mishaps of the next calls, in their order. */
  mishaps: Mishap[];
  /** Calls that were refused for how they were asked; a test wants none. */
  faults: string[];
  /** Every call that was made: method and path. */
  calls: string[];
  /** Where news go; none are sent before it is set. */
  newsTo: string | null;
  /** Sends news of a thing as Stripe would; answers the statuses that it got. */
  send(type: string, object: object, sending?: NewsSending): Promise<number[]>;
  /** News as they would go over the wire, to be sent in whatever order. */
  news(type: string, object: object, sending?: NewsSending): { body: string; headers: Record<string, string> };
  /** What a payer does on the page or in the form. */
  pay(
    reference: string,
    how?: 'succeeds' | 'declined' | 'insufficient_funds' | 'three_d_secure' | 'processing',
  ): Intent;
  /** A day has passed: the keys of what was asked are forgotten (docs.stripe.com/api/idempotent_requests). */
  forgetKeys(): void;
  stop(): Promise<void>;
}

export async function startStripeDouble({ port = 0, host = '127.0.0.1' } = {}): Promise<StripeDouble> {
  const server = createServer((request, response) => void serve(double, request, response));
  server.listen(port, host);
  await once(server, 'listening');
  const url = `http://${host}:${(server.address() as AddressInfo).port}`;
  const keys = { secret: 'sk_test_double', publishable: 'pk_test_double', webhook: 'whsec_double' };
  const book = new StripeBook();
  const double: StripeDouble = {
    url,
    keys,
    env: {
      STRIPE_SECRET_KEY: keys.secret,
      STRIPE_PUBLISHABLE_KEY: keys.publishable,
      STRIPE_WEBHOOK_SECRET: keys.webhook,
      STRIPE_API_URL: url,
      STRIPE_JS_URL: `${url}/v3/`,
    },
    book,
    mishaps: [],
    faults: [],
    calls: [],
    newsTo: null,
    news: (type, object, { at = Math.floor(Date.now() / 1000), secret = keys.webhook } = {}) => {
      const body = JSON.stringify({
        id: `evt_${randomBytes(12).toString('hex')}`,
        object: 'event',
        api_version: Stripe.API_VERSION,
        created: at,
        livemode: false,
        type,
        data: { object },
      });
      const signature = createHmac('sha256', secret).update(`${at}.${body}`).digest('hex');
      return {
        body,
        headers: { 'content-type': 'application/json; charset=utf-8', 'stripe-signature': `t=${at},v1=${signature}` },
      };
    },
    async send(type, object, sending = {}) {
      const { newsTo } = double;
      if (newsTo === null) return [];
      const sent = double.news(type, object, sending);
      const answers = Array.from({ length: sending.times ?? 1 }, () =>
        fetch(newsTo, { method: 'POST', ...sent }).then(({ status }) => status),
      );
      return Promise.all(answers);
    },
    pay: (reference, how = 'succeeds') => {
      const page = book.pages.get(reference);
      const intent = page ? book.intentOf(page) : book.intents.get(reference);
      if (!intent) throw new Error(`There is no ${reference}`);
      if (how === 'succeeds') {
        book.succeed(intent);
        if (page) Object.assign(page, { status: 'complete', url: null });
      } else if (how === 'three_d_secure') intent.status = 'requires_action';
      else if (how === 'processing') intent.status = 'processing';
      else book.refuse(intent, how === 'declined' ? 'generic_decline' : how);
      return intent;
    },
    forgetKeys: () => void answered.delete(double),
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
  return double;
}

interface Kept {
  print: string;
  answer: ApiAnswer;
}
const answered = new WeakMap<StripeDouble, Map<string, Kept>>();

async function serve(double: StripeDouble, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { pathname, searchParams } = new URL(request.url ?? '/', double.url);
  const text = Buffer.concat(await Array.fromAsync(request as AsyncIterable<Buffer>)).toString();
  if (!pathname.startsWith('/v1/')) return servePage(double, { request, response, pathname, searchParams, text });
  const mishap = double.mishaps.shift();
  double.calls.push(`${request.method} ${pathname}`);
  if (mishap === 'silence') return;
  if (mishap === 'hang_up') return void request.socket.destroy();
  const answer =
    mishap === 'error_500'
      ? refusal(500, 'api_error', 'Something went wrong')
      : answerOnce(double, request, { pathname, searchParams, text });
  if (mishap === 'lose_answer') return void request.socket.destroy();
  if (answer.status >= 400 && answer.status < 500)
    double.faults.push(`${request.method} ${pathname}: ${JSON.stringify(answer.body)}`);
  response
    .writeHead(answer.status, { 'content-type': 'application/json', 'request-id': 'req_double' })
    .end(JSON.stringify(answer.body));
}

interface Sent {
  pathname: string;
  searchParams: URLSearchParams;
  text: string;
}

/** A key that was used is answered as before; with other words it is refused (docs.stripe.com/api/idempotent_requests). */
function answerOnce(double: StripeDouble, request: IncomingMessage, { pathname, searchParams, text }: Sent): ApiAnswer {
  const { authorization, 'stripe-version': version, 'content-type': type, 'idempotency-key': key } = request.headers;
  if (authorization !== `Bearer ${double.keys.secret}`)
    return refusal(401, 'invalid_request_error', 'Invalid API Key provided');
  if (version !== Stripe.API_VERSION)
    return refusal(400, 'invalid_request_error', `Invalid Stripe API version: ${String(version)}`);
  const isPost = request.method === 'POST';
  if (isPost && text !== '' && !type?.startsWith('application/x-www-form-urlencoded'))
    return refusal(400, 'invalid_request_error', `Invalid content type: ${String(type)}`);
  const call = {
    method: request.method ?? 'GET',
    path: pathname,
    params: readForm(isPost ? text : searchParams.toString()),
  };
  if (!isPost) return answerApi(double.book, double.url, call);
  // The real one would make a second charge of a second call: whoever moves money without a key has a fault.
  if (typeof key !== 'string' || key === '') return refusal(400, 'invalid_request_error', 'no Idempotency-Key');
  const known = answered.get(double) ?? new Map<string, Kept>();
  answered.set(double, known);
  const print = createHash('sha256').update(`${pathname}\n${text}`).digest('hex');
  const before = known.get(key);
  if (before && before.print !== print)
    return refusal(400, 'idempotency_error', 'Keys for idempotent requests can only be used with the same parameters');
  const answer = before?.answer ?? answerApi(double.book, double.url, call);
  // What was refused for its form was not done, and its key is free.
  if (answer.status < 400) known.set(key, { print, answer });
  return answer;
}

interface PageRequest extends Sent {
  request: IncomingMessage;
  response: ServerResponse;
}

/** The page to pay on, the bank's question, and the script that draws a form. */
async function servePage(
  double: StripeDouble,
  { request, response, pathname, text, searchParams }: PageRequest,
): Promise<void> {
  const html = (body: string) => response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(body);
  if (pathname === '/ready') return void response.writeHead(204).end();
  if (pathname === '/v3/')
    return void response.writeHead(200, { 'content-type': 'text/javascript' }).end(scriptOfPage());
  const [, room = '', id = ''] = pathname.split('/');
  const page = double.book.pages.get(id);
  if (room === 'confirm' && request.method === 'POST') return confirmForm(double, response, text);
  if (room === 'bank' && !page) return bankOfForm(double, { request, response, pathname, text, searchParams });
  if (!page) return void response.writeHead(404).end();
  const choice = new URLSearchParams(text).get('choice');
  if (request.method === 'POST' && choice !== null && page.status === 'open')
    return choose(double, response, page, choice);
  if (page.status !== 'open') return void response.writeHead(303, { location: page.made.success_url }).end();
  html(room === 'bank' ? bankPage(`/pay/${id}`) : payPage(page, double.book.intentOf(page)));
}

async function choose(double: StripeDouble, response: ServerResponse, page: Page, choice: string): Promise<void> {
  const leave = (to: string) => void response.writeHead(303, { location: to }).end();
  if (choice === 'cancel') return leave(page.made.cancel_url ?? page.made.success_url);
  if (choice === 'three_d_secure') {
    double.pay(page.id, 'three_d_secure');
    return leave(`/bank/${page.id}`);
  }
  const intent = double.pay(
    page.id,
    choice === 'succeeds' || choice === 'approve' ? 'succeeds' : choice === 'insufficient_funds' ? choice : 'declined',
  );
  const isPaid = intent.status === 'succeeded';
  await double.send(isPaid ? 'payment_intent.succeeded' : 'payment_intent.payment_failed', {
    ...intent,
    latest_charge: intent.latest_charge?.id ?? null,
  });
  const { made: _made, ...session } = page;
  if (isPaid) await double.send('checkout.session.completed', session);
  leave(isPaid ? page.made.success_url : `/pay/${page.id}`);
}

const allowAll = { 'access-control-allow-origin': '*', 'content-type': 'application/json' };

/** The form in somebody's page was sent: by the browser, with the client's secret alone. */
async function confirmForm(double: StripeDouble, response: ServerResponse, text: string): Promise<void> {
  const { secret, choice, back } = JSON.parse(text) as { secret: string; choice: string; back: string };
  const intent = [...double.book.intents.values()].find((one) => one.client_secret === secret);
  if (!intent) return void response.writeHead(404, allowAll).end('{}');
  if (choice === 'three_d_secure') {
    double.pay(intent.id, 'three_d_secure');
    return void response
      .writeHead(200, allowAll)
      .end(JSON.stringify({ go: `${double.url}/bank/${intent.id}?back=${encodeURIComponent(back)}` }));
  }
  double.pay(intent.id, choice === 'succeeds' ? 'succeeds' : 'declined');
  const isPaid = intent.status === 'succeeded';
  await double.send(isPaid ? 'payment_intent.succeeded' : 'payment_intent.payment_failed', {
    ...intent,
    latest_charge: intent.latest_charge?.id ?? null,
  });
  response
    .writeHead(200, allowAll)
    .end(JSON.stringify(isPaid ? { go: back } : { error: { message: 'Your card was declined.' } }));
}

async function bankOfForm(
  double: StripeDouble,
  { request, response, pathname, text, searchParams }: PageRequest,
): Promise<void> {
  const intent = double.book.intents.get(pathname.split('/')[2] ?? '');
  const back = searchParams.get('back') ?? '/';
  if (!intent) return void response.writeHead(404).end();
  if (request.method !== 'POST')
    return void response
      .writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
      .end(bankPage(`${pathname}?back=${encodeURIComponent(back)}`));
  const approved = new URLSearchParams(text).get('choice') === 'approve';
  double.pay(intent.id, approved ? 'succeeds' : 'declined');
  await double.send(approved ? 'payment_intent.succeeded' : 'payment_intent.payment_failed', {
    ...intent,
    latest_charge: intent.latest_charge?.id ?? null,
  });
  response.writeHead(303, { location: back }).end();
}
