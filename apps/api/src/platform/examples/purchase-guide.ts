import { fillPath, queryString, type Route } from '@festivals/contract';
import { api } from '@festivals/domain';
import { allRoutes } from '../boot-check.ts';
import type { Example } from './purchase.ts';

const routes = new Map<string, Route>(allRoutes(api));

/** What each step is for; the rest of the guide is the examples themselves. */
const steps: Readonly<Record<string, readonly [title: string, text: string]>> = {
  'festival.getFestivalBySlug': ['The festival', 'By the name in its address. Its `id` is in every call that follows.'],
  'ticketing.listOffers': ['What is sold', 'Prices are in minor units, with VAT and fees in them.'],
  'ticketing.quoteBasket': [
    'What it would cost',
    'Line by line, and why. Nothing is held yet; ask as often as you like.',
  ],
  'ticketing.holdBasket': [
    'Hold it',
    'Fifteen minutes, all or nothing. You make `secret` yourself, 32 random bytes as base64url: it opens the basket and then the order, and the server keeps only its hash. With `total` nothing dearer is held than your buyer saw. Answered `WORK_WANTED`, the festival wants [a short sum](api.md#buying-a-ticket-as-a-guest) first.',
  ],
  'ticketing.placeOrder': ['Order it', 'The price is kept from here on, and the hold is longer once.'],
  'ticketing.payOrder': [
    'Pay',
    'With practice money, here with a card whose bank asks. Where real money is taken, call `…/checkout` instead: its answer says where the payer goes, and the provider tells us by itself (its webhook), whether or not the payer comes back.',
  ],
  'ticketing.authenticatePayment': [
    'The payer comes back',
    'With practice money you answer for the bank; with a provider, call `…/payments/{paymentId}/state` when the payer is back.',
  ],
  'ticketing.viewOrder': [
    'The tickets',
    'Read it until it is `PAID`. `code` is the text of the QR; it is signed, and stays the same. As PDF: `…/tickets.pdf?secret=…&paper=A6`.',
  ],
  'ticketing.buyTickets': [
    'All of it in one call',
    'Hold, order and pay. Sent again with its `Idempotency-Key`, it goes on where it stopped and does nothing twice.',
  ],
  'ticketing.listMyTickets': ['My tickets', 'For a person who is signed in: of all festivals, the newest first.'],
};

/** The guide for those who sell over the API, written from what a real API answered. */
export const purchaseGuide = (examples: readonly Example[]): string =>
  [
    '# Buy a ticket over the API',
    'Each call and each answer below was made at a running API by a test, which writes this page; ids, moments and secrets are replaced. What all calls share (errors, keys, limits) is in [The API](api.md).',
    ...examples.map((example, index) => section(example, index + 1)),
    '',
  ].join('\n\n');

function section({ operation, params, query, body, status, answer }: Example, number: number): string {
  const route = routes.get(operation);
  const [title, text] = steps[operation] ?? [operation, ''];
  if (!route) throw new Error(`${operation} is no route`);
  const line = `${route.method} /api${fillPath(route.path, params)}${queryString(query)}`;
  const headers = [
    ...(route.permission === 'signed_in' ? ['Authorization: Bearer …'] : []),
    ...(route.idempotent ? ['Idempotency-Key: 0195…'] : []),
    ...(body === undefined ? [] : ['Content-Type: application/json']),
  ];
  const sent = [line, ...headers, ...(body === undefined ? [] : ['', JSON.stringify(body, null, 2)])].join('\n');
  return [
    `## ${number}. ${title}`,
    text,
    `\`\`\`http\n${sent}\n\`\`\``,
    `\`\`\`jsonc\n// ${status}\n${JSON.stringify(answer, null, 2)}\n\`\`\``,
  ].join('\n\n');
}
