/** Mollie, on pages of its own. */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { decimalAmount, minorUnits } from '@festivals/domain/payments/rules';
import type { PayerStep } from '@festivals/domain/payments/schemas';
import { Currency } from '@festivals/domain/primitives';
import { z } from 'zod';
import { fail } from '../platform/fault.ts';
import { mollieClient, mollieList, MolliePayment, MollieRefusal } from './mollie-client.ts';
import { chargebacksOf, chargebacksSince, readChargeback } from './mollie-chargebacks.ts';
import { readSettlement, settlementsSince } from './mollie-settlements.ts';
import type { ChargeOutcome, ListedCharge, LiveProvider, NewsEnvelope, ProviderNews } from './provider.ts';

interface Keys {
  apiKey: string;
  /** Of the organisation: settlements are told to no other. */
  accessToken: string | null;
  api: string;
}

/** Languages as Mollie's pages know them (docs.mollie.com, locale). */
const locales: Readonly<Record<string, string>> = {
  en: 'en_GB',
  fr: 'fr_FR',
  de: 'de_DE',
  es: 'es_ES',
  it: 'it_IT',
  pt: 'pt_PT',
};

export function mollie(keys: Keys, around: { seconds: number; secret: string; siteUrl: string }): LiveProvider {
  const call = mollieClient(keys, around.seconds);
  const asOrganisation =
    keys.accessToken === null ? null : mollieClient({ apiKey: keys.accessToken, api: keys.api }, around.seconds);
  const get = (reference: string) => call({ method: 'GET', path: `/v2/payments/${reference}` }, MolliePayment);
  const withRefunds = (reference: string) =>
    call({ method: 'GET', path: `/v2/payments/${reference}?embed=refunds` }, MolliePayment);
  const newsAddress = (paymentId: string): string | null => {
    const url = new URL('/api/payments/webhooks/mollie', around.siteUrl);
    // Mollie refuses an address that it cannot reach; what it would have told is asked for instead.
    if (url.hostname === 'localhost' && keys.api.endsWith('mollie.com')) return null;
    url.search = new URLSearchParams({ payment: paymentId, mac: macOf(around.secret, paymentId) }).toString();
    return url.href;
  };

  return {
    name: 'mollie',
    live: keys.apiKey.startsWith('live_'),

    async begin(charge) {
      const { festivalId, orderId, paymentId, amount, currency } = charge;
      const webhookUrl = newsAddress(paymentId);
      const body = {
        amount: { currency, value: decimalAmount(amount, currency) },
        description: charge.title,
        redirectUrl: charge.returnTo,
        ...(webhookUrl !== null && { webhookUrl }),
        locale: locales[charge.language] ?? 'en_GB',
        metadata: { festival: festivalId, order: orderId, payment: paymentId },
      };
      const made = await call({ method: 'POST', path: '/v2/payments', body, key: paymentId }, MolliePayment);
      return { reference: made.id };
    },

    async step({ reference }): Promise<PayerStep> {
      if (reference === null) return { kind: 'none' };
      const { status, checkout: url } = await get(reference);
      return status === 'open' && url ? { kind: 'redirect', provider: 'mollie', url } : { kind: 'none' };
    },

    find: async ({ reference }) => (reference === null ? null : spoken(await get(reference))),

    async cancel({ reference }) {
      if (reference === null) return;
      await call(
        { method: 'DELETE', path: `/v2/payments/${reference}`, key: `cancel-${reference}` },
        z.unknown(),
      ).catch((error: unknown) => {
        // Over already, or of a kind that its payer alone can end: it is asked after until it is over.
        if (!(error instanceof MollieRefusal) || error.status === 401) throw error;
      });
    },

    async refund({ charge, key, amount }) {
      if (charge.reference === null) throw new Error('There is nothing at Mollie to give back');
      const { currency, paymentId } = charge;
      const given = { currency, value: decimalAmount(amount ?? charge.amount, currency) };
      const known = await withRefunds(charge.reference);
      if (minorUnitsOf(known.amountRefunded) === minorUnitsOf(known.amount)) return;
      // Keys are forgotten after an hour; what was given back says whose it was.
      if (known.refunds.some(({ status, metadata }) => metadata?.refund === key && !cameToNothing.has(status))) return;
      await call(
        {
          method: 'POST',
          path: `/v2/payments/${charge.reference}/refunds`,
          body: { amount: given, description: key, metadata: { refund: key, payment: paymentId } },
          key: `refund-${key}`,
        },
        z.object({ resource: z.literal('refund'), status: z.enum(['queued', 'pending', 'processing', 'refunded']) }),
      );
    },

    // Withheld from settlements, and booked with them.
    fees: async () => ({ provider: 0, platform: 0 }),
    dispute: (reference) => readChargeback(call, reference),
    disputesOf: async ({ reference }) => (reference === null ? [] : chargebacksOf(call, await get(reference))),
    disputesSince: (since) => chargebacksSince(call, since),
    payout: async (reference) => (asOrganisation ? readSettlement(asOrganisation, get, reference) : null),
    payoutsSince: async (since) => (asOrganisation ? settlementsSince(asOrganisation, since) : []),
    readNews: (raw, sent) => readNews(around.secret, raw, sent),

    async *list(since): AsyncGenerator<ListedCharge> {
      for await (const payment of mollieList(call, '/v2/payments', 'payments', MolliePayment)) {
        const at = new Date(payment.createdAt);
        if (at < since) return;
        yield { ...listed(payment), at };
      }
    },
  };
}

/** A refund that its payer's bank did not take, or that was called off. */
const cameToNothing: ReadonlySet<string> = new Set(['failed', 'canceled']);

const minorUnitsOf = (amount: { currency: string; value: string } | undefined): number | null => {
  const { data: currency } = Currency.safeParse(amount?.currency);
  return amount && currency ? minorUnits(amount.value, currency) : null;
};

function spoken(payment: MolliePayment): ChargeOutcome {
  switch (payment.status) {
    case 'paid':
      if (payment.amountRefunded && minorUnitsOf(payment.amountRefunded) === minorUnitsOf(payment.amount)) {
        return { status: 'refunded' };
      }
      return { status: 'succeeded', amount: minorUnitsOf(payment.amount) ?? -1, currency: payment.amount.currency };
    case 'pending':
    case 'authorized':
      return { status: 'processing' };
    case 'open':
      return { status: 'open', reason: null };
    default:
      // A payment at Mollie is one attempt: a refused card means another payment.
      return { status: 'closed', reason: payment.details?.failureReason ?? payment.status };
  }
}

const listed = (payment: MolliePayment): Omit<ListedCharge, 'at'> => ({
  references: [payment.id],
  paymentId: payment.metadata?.payment ?? null,
  festivalId: payment.metadata?.festival ?? null,
  status:
    payment.status === 'paid'
      ? 'succeeded'
      : ['open', 'pending', 'authorized'].includes(payment.status)
        ? 'open'
        : 'closed',
  amount: minorUnitsOf(payment.amount) ?? -1,
  currency: payment.amount.currency,
  refunded: minorUnitsOf(payment.amountRefunded) ?? 0,
});

/** Mollie signs nothing, so the address that it calls is signed by us, for one payment. */
const macOf = (secret: string, paymentId: string): string =>
  createHmac('sha256', secret).update(`mollie news of ${paymentId}`).digest('base64url');

function readNews(secret: string, raw: Buffer, { query, now }: NewsEnvelope): ProviderNews {
  const id = new URLSearchParams(raw.toString('utf8')).get('id') ?? '';
  const { payment = '', mac = '' } = query;
  const wanted = Buffer.from(macOf(secret, payment));
  const given = Buffer.from(mac);
  const isOurs = given.length === wanted.length && timingSafeEqual(given, wanted);
  if (!isOurs || !/^tr_\w{1,40}$/.test(id)) fail('payments.webhook_refused');
  // Each knock is one of its own: what it is about may have changed since the last.
  return {
    id: `${id}-${now.getTime()}`,
    kind: 'payment',
    about: { what: 'charge', references: [id], claims: null },
  };
}
