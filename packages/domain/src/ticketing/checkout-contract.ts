import { route } from '@festivals/contract';
import { z } from 'zod';
import { PayerStep, PaymentWay } from '../payments/schemas.ts';
import { InFestival, Line, OrderId, PaymentId } from '../primitives.ts';
import { payingErrors } from './paying-errors.ts';
import { Order } from './schemas.ts';

const Secret = z.string().min(20).max(100);
const OnOrder = InFestival.extend({ orderId: OrderId });
const OnPayment = OnOrder.extend({ paymentId: PaymentId });

export const Checkout = z.object({ order: Order, step: PayerStep }).meta({ id: 'Checkout' });
export type Checkout = z.infer<typeof Checkout>;

export const checkoutOrder = route({
  method: 'POST',
  path: '/festivals/:festivalId/orders/:orderId/checkout',
  permission: 'public',
  idempotent: true,
  summary:
    'Begin to pay an order by a way that the festival offers; says what the payer does next. Asked again, it goes on',
  params: OnOrder,
  body: z.object({
    secret: Secret,
    way: PaymentWay.exclude(['sandbox']),
    /** The provider's form in our page; its own page otherwise. */
    embedded: z.boolean().default(false),
    /** The order's page, to which the provider leads back; at one of our own hosts. */
    returnTo: z.url({ protocol: /^https?$/ }).max(500),
  }),
  response: Checkout,
  errors: ['general.not_found', 'payments.way_not_offered', 'payments.amount_too_small', ...payingErrors],
  limit: { times: 600, seconds: 60, per: 'address' },
});

export const askAfterPayment = route({
  method: 'POST',
  path: '/festivals/:festivalId/orders/:orderId/payments/:paymentId/state',
  permission: 'public',
  summary: 'The payer has come back: ask the provider where the payment stands, without waiting for its word',
  params: OnPayment,
  body: z.object({ secret: Secret }),
  response: Order,
  errors: ['general.not_found', 'payments.provider_unavailable'],
  limit: { times: 120, seconds: 60, per: 'address' },
});

export const markPaymentReceived = route({
  method: 'POST',
  path: '/festivals/:festivalId/orders/:orderId/payments/:paymentId/received',
  permission: 'payments.mark_received',
  idempotent: true,
  summary: 'Money by transfer or at the gate has come: the order is paid',
  params: OnPayment,
  body: z.object({
    /** How one knows: a line of the bank statement, a receipt. */
    note: Line(200),
  }),
  response: Order,
  errors: [
    'general.not_found',
    'payments.not_by_hand',
    'ticketing.sold_out',
    'ticketing.order_closed',
    'ticketing.sales_closed',
    'ticketing.festival_over',
    'ticketing.person_limit',
    'ticketing.code_person_limit',
  ],
});
