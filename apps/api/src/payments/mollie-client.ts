/** Mollie's API v2 over fetch: bounded in time and tries, and nothing of an answer is believed that was not checked. */
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { ProviderDown } from './provider.ts';

export const MollieAmount = z.object({ currency: z.string(), value: z.string() });

/** A refund as its payment tells of it; `metadata` says which of ours it is. */
const GivenBack = z.object({ status: z.string(), metadata: z.object({ refund: z.string() }).nullish().catch(null) });

const Links = z.record(z.string(), z.object({ href: z.string() }).nullish());

export const MolliePayment = z
  .object({
    resource: z.literal('payment'),
    id: z.string().regex(/^tr_\w+$/),
    mode: z.enum(['test', 'live']),
    status: z.enum(['open', 'canceled', 'pending', 'authorized', 'expired', 'failed', 'paid']),
    isCancelable: z.boolean().optional(),
    amount: MollieAmount,
    amountRefunded: MollieAmount.optional(),
    amountChargedBack: MollieAmount.optional(),
    /** What of it goes to the bank with its settlement, fees not yet taken. */
    settlementAmount: MollieAmount.optional(),
    details: z.object({ failureReason: z.string().optional() }).nullish(),
    metadata: z.object({ festival: z.string(), order: z.string(), payment: z.string() }).nullish().catch(null),
    createdAt: z.iso.datetime({ offset: true }),
    _embedded: z.object({ refunds: z.array(GivenBack).optional() }).optional(),
    _links: Links,
  })
  .transform(({ ['_links']: links, ['_embedded']: embedded, ...payment }) => ({
    ...payment,
    checkout: links['checkout']?.href ?? null,
    refunds: embedded?.refunds ?? [],
  }));
export type MolliePayment = z.infer<typeof MolliePayment>;

/** A page of things at Mollie, which lie below their own name. */
const pageOf = <S extends z.ZodType>(name: string, thing: S) =>
  z
    .object({ _embedded: z.object({ [name]: z.array(thing) }), _links: Links })
    .transform(({ ['_links']: links, ['_embedded']: embedded }) => ({
      things: embedded[name] ?? [],
      next: links['next']?.href ?? null,
    }));

/** Walks through all pages of a list at Mollie. */
export async function* mollieList<S extends z.ZodType>(
  call: ReturnType<typeof mollieClient>,
  path: string,
  name: string,
  thing: S,
): AsyncGenerator<z.infer<S>> {
  const schema = pageOf(name, thing);
  for (let at: string | null = `${path}?limit=250`; at !== null;) {
    const page: z.infer<typeof schema> = await call({ method: 'GET', path: at }, schema);
    yield* page.things;
    at = page.next;
  }
}

const tries = 3;
const pausesMs = [300, 1200];

export interface MollieCall {
  method: 'GET' | 'POST' | 'DELETE';
  /** Below the API's address, or a whole address that the API named as its next page. */
  path: string;
  body?: object;
  /** Required of what moves money. */
  key?: string;
}

/** The API refused what was asked: what it says of it, which holds no card data. */
export class MollieRefusal extends Error {
  readonly status: number;
  constructor(status: number, title: string) {
    super(`Mollie answered ${status}: ${title}`);
    this.status = status;
  }
}

/** Calls Mollie; an answer that never came is asked for again with the same key. @throws ProviderDown, MollieRefusal */
export function mollieClient({ apiKey, api }: { apiKey: string; api: string }, seconds: number) {
  return async <S extends z.ZodType>(call: MollieCall, schema: S): Promise<z.infer<S>> => {
    const address = new URL(call.path, api);
    // A next page elsewhere would be sent our key.
    if (address.origin !== new URL(api).origin) throw new Error(`Mollie named ${address.origin} as its own`);
    for (let attempt = 1; ; attempt += 1) {
      const answer = await fetch(address, {
        method: call.method,
        headers: {
          authorization: `Bearer ${apiKey}`,
          accept: 'application/json',
          ...(call.body && { 'content-type': 'application/json' }),
          ...(call.key && { 'idempotency-key': call.key }),
        },
        ...(call.body && { body: JSON.stringify(call.body) }),
        signal: AbortSignal.timeout(seconds * 1000),
        redirect: 'error',
      })
        .then(async (response) => ({ status: response.status, text: await response.text() }))
        .catch((error: unknown) => ({ status: 0, text: error instanceof Error ? error.name : 'no answer' }));
      if (answer.status >= 200 && answer.status < 300) return schema.parse(readJson(answer.text));
      const mayPass = answer.status === 0 || answer.status === 429 || answer.status >= 500;
      if (!mayPass) throw new MollieRefusal(answer.status, titleOf(answer.text));
      if (attempt === tries) throw new ProviderDown(`Mollie: ${answer.status || answer.text}`);
      await sleep(pausesMs[attempt - 1] ?? 0);
    }
  };
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new ProviderDown('Mollie answered something that is no JSON');
  }
}

const titleOf = (text: string): string => {
  const read = z.object({ title: z.string(), detail: z.string().optional() }).safeParse(readJson(text));
  return read.success ? `${read.data.title}: ${read.data.detail ?? ''}` : '';
};
