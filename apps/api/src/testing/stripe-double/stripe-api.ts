/** The double's API: answers as Stripe would, and refuses what Stripe would refuse. */
import { z } from 'zod';
import type { FormValue } from './form-body.ts';
import { type Intent, type Page, StripeBook } from './stripe-book.ts';
import { IntentCreate, RefundCreate, sessionCreate } from './stripe-shapes.ts';

export interface ApiCall {
  method: string;
  path: string;
  params: Record<string, FormValue>;
}

export interface ApiAnswer {
  status: number;
  body: object;
}

/** A refusal in Stripe's own form. */
export const refusal = (status: number, type: string, message: string, code?: string): ApiAnswer => ({
  status,
  body: { error: { type, message, ...(code && { code }) } },
});
const invalid = (message: string, code?: string) => refusal(400, 'invalid_request_error', message, code);
const missing = (id: string) => refusal(404, 'invalid_request_error', `No such object: '${id}'`, 'resource_missing');

export function answerApi(book: StripeBook, origin: string, { method, path, params }: ApiCall): ApiAnswer {
  const [, , ...parts] = path.split('/');
  const [kind = '', first = '', second = '', third = ''] = parts;
  const isPost = method === 'POST';
  if (kind === 'payment_intents') {
    if (first === '') return isPost ? createIntent(book, params) : listIntents(book, params);
    const intent = book.intents.get(first);
    if (!intent) return missing(first);
    if (isPost && second === 'cancel') return cancelIntent(intent);
    return { status: 200, body: shown(intent, params) };
  }
  if (kind === 'checkout' && first === 'sessions') {
    if (second === '' && isPost) return createPage(book, origin, params);
    const page = book.pages.get(second);
    if (!page) return missing(second);
    if (isPost && third === 'expire') return expirePage(page);
    return { status: 200, body: shownPage(book, page, params) };
  }
  if (kind === 'refunds' && isPost) return createRefund(book, params);
  if (kind === 'balance_transactions')
    return { status: 200, body: list(book.balanceOf.get(String(params['payout'])) ?? []) };
  const other = book.others.get(first);
  return other ? { status: 200, body: other } : missing(path);
}

function read<S extends z.ZodType>(schema: S, params: object): { data: z.infer<S> } | { wrong: ApiAnswer } {
  const parsed = schema.safeParse(params);
  if (parsed.success) return { data: parsed.data };
  const [issue] = parsed.error.issues;
  const code =
    issue?.code === 'unrecognized_keys'
      ? 'parameter_unknown'
      : issue?.message === 'amount_too_small'
        ? 'amount_too_small'
        : 'parameter_invalid';
  return { wrong: invalid(`${issue?.path.join('.')}: ${issue?.message}`, code) };
}

function createIntent(book: StripeBook, params: object): ApiAnswer {
  const asked = read(IntentCreate, params);
  return 'wrong' in asked ? asked.wrong : { status: 200, body: shown(book.addIntent(asked.data), params) };
}

function createPage(book: StripeBook, origin: string, params: object): ApiAnswer {
  const asked = read(sessionCreate(new Date()), params);
  return 'wrong' in asked
    ? asked.wrong
    : { status: 200, body: shownPage(book, book.addPage(asked.data, origin), params) };
}

function cancelIntent(intent: Intent): ApiAnswer {
  if (intent.status === 'succeeded' || intent.status === 'canceled')
    return invalid(
      `You cannot cancel this PaymentIntent because it has a status of ${intent.status}.`,
      'payment_intent_unexpected_state',
    );
  intent.status = 'canceled';
  intent.cancellation_reason = 'requested_by_customer';
  return { status: 200, body: shown(intent, {}) };
}

function expirePage(page: Page): ApiAnswer {
  if (page.status !== 'open') return invalid('Only Checkout Sessions with a status in ["open"] can be expired.');
  page.status = 'expired';
  page.url = null;
  return { status: 200, body: page };
}

function createRefund(book: StripeBook, params: object): ApiAnswer {
  const asked = read(RefundCreate, params);
  if ('wrong' in asked) return asked.wrong;
  const intent = book.intents.get(asked.data.payment_intent);
  const paid = intent?.latest_charge;
  if (!intent || !paid) return invalid('This PaymentIntent does not have a successful charge to refund.');
  if (paid.refunded) return invalid(`Charge ${paid.id} has already been refunded.`, 'charge_already_refunded');
  if ((asked.data.reverse_transfer ?? false) && intent.transfer_data === null)
    return invalid('The charge has no associated transfer.');
  const left = intent.amount - paid.amount_refunded;
  const amount = asked.data.amount ?? left;
  if (amount > left) return invalid(`Refund amount (${amount}) is greater than unrefunded amount on charge (${left})`);
  return { status: 200, body: book.addRefund(intent, amount, asked.data.metadata ?? {}) };
}

function listIntents(book: StripeBook, params: Record<string, FormValue>): ApiAnswer {
  const since = Number((params['created'] as Record<string, string> | undefined)?.['gte'] ?? 0);
  const found = [...book.intents.values()].filter(({ created }) => created >= since).toReversed();
  return { status: 200, body: list(found) };
}

const list = (data: object[]) => ({ object: 'list', data, has_more: false, url: '/v1/list' });

const expanded = (params: object, path: string): boolean =>
  'expand' in params && Object.values(params.expand as object).some((wanted) => String(wanted).startsWith(path));

/** References are names unless they are asked to be more. */
function shown(intent: Intent, params: object, at = ''): object {
  if (intent.latest_charge === null || !expanded(params, `${at}latest_charge`))
    return { ...intent, latest_charge: intent.latest_charge?.id ?? null };
  const { refunds, ...charge } = intent.latest_charge;
  const moved = charge.balance_transaction;
  return {
    ...intent,
    latest_charge: {
      ...charge,
      ...(expanded(params, `${at}latest_charge.refunds`) && { refunds: list(refunds) }),
      balance_transaction: expanded(params, `${at}latest_charge.balance_transaction`) ? moved : moved.id,
    },
  };
}

function shownPage(book: StripeBook, { made: _made, ...page }: Page, params: object): object {
  const intent = page.payment_intent === null ? undefined : book.intents.get(page.payment_intent);
  return intent && expanded(params, 'payment_intent')
    ? { ...page, payment_intent: shown(intent, params, 'payment_intent.') }
    : page;
}
