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
    'With practice money, here with a card whose bank asks. Where real money is taken, call `…/checkout` instead, as below.',
  ],
  'ticketing.authenticatePayment': ['The payer comes back', 'With practice money you answer for the bank.'],
  'ticketing.viewOrder': [
    'The tickets',
    'Read it until it is `PAID`. `code` is the text of the QR; it is signed, and stays the same. As PDF: `…/tickets.pdf?secret=…&paper=A6`; the receipt, with its VAT: `…/receipt.pdf?secret=…`.',
  ],
  'ticketing.buyTickets': [
    'All of it in one call',
    'Hold, order and pay. Sent again with its `Idempotency-Key`, it goes on where it stopped and does nothing twice.',
  ],
  'ticketing.listMyTickets': ['My tickets', 'For a person who is signed in: of all festivals, the newest first.'],
  'payments.listPaymentWays': [
    'Real money: which ways there are',
    'From here on the same festival takes real money. `online` is a card at the provider that the organiser chose; another one stands in while it is down.',
  ],
  'ticketing.checkoutOrder': [
    'Begin to pay by card',
    'For an order that was placed as above. `step` says what the payer does next: go to the provider’s page, which leads back to `returnTo`. With `embedded` it is the secret of a form in your own page, with a transfer the account. Card data never reach us. Asked again, it goes on.',
  ],
  'payments.receiveWebhook': [
    'The provider tells us',
    'Not yours to call: the provider does, whether or not the payer comes back. The signature is proven on the bytes of the body as they came, before anything reads them; then the news are kept as they are, and applied once, in whatever order and however often they are sent. `204` says that they were kept. A wrong or old signature is `400`, and after anything but `2xx` the provider sends them again. Mollie sends `id=tr_…` as a form to an address that carries our own signature.',
  ],
  'ticketing.askAfterPayment': [
    'The payer is back',
    'Asks the provider without waiting for its word, so that nobody looks at a spinner; what the webhook told already is not done twice.',
  ],
  'ticketing.refundOrder': [
    'Give a ticket back',
    'For the festival’s team. The money returns the way it came, less what is kept; the place is free again, and the ticket opens no gate any more. While the provider does not answer it is `PENDING`, and asked again by itself.',
  ],
  'ticketing.listRefunds': [
    'What went back',
    'Oldest first; where no provider brings it back, `byHand` says whether somebody has paid it.',
  ],
};

/** The guide for those who sell over the API, written from what a real API answered. */
export const purchaseGuide = (examples: readonly Example[]): string =>
  [
    '# Buy a ticket over the API',
    'Each call and each answer below was made at a running API by a test, which writes this page; ids, moments and secrets are replaced. What all calls share (errors, keys, limits) is in [The API](api.md).',
    ...examples.map((example, index) => section(example, index + 1)),
    '',
  ].join('\n\n');

function section({ operation, params, query, headers: own, body, status, answer }: Example, number: number): string {
  const route = routes.get(operation);
  const [title, text] = steps[operation] ?? [operation, ''];
  if (!route) throw new Error(`${operation} is no route`);
  const line = `${route.method} /api${fillPath(route.path, params)}${queryString(query)}`;
  const headers = [
    ...(route.permission === 'public' ? [] : ['Authorization: Bearer …']),
    ...(route.idempotent ? ['Idempotency-Key: 0195…'] : []),
    ...(body === undefined ? [] : ['Content-Type: application/json']),
    ...Object.entries(own ?? {}).map(([name, value]) => `${name}: ${value}`),
  ];
  const sent = [line, ...headers, ...(body === undefined ? [] : ['', JSON.stringify(body, null, 2)])].join('\n');
  return [
    `## ${number}. ${title}`,
    text,
    `\`\`\`http\n${sent}\n\`\`\``,
    `\`\`\`jsonc\n${[`// ${status}`, ...(answer === null ? [] : [JSON.stringify(answer, null, 2)])].join('\n')}\n\`\`\``,
  ].join('\n\n');
}
