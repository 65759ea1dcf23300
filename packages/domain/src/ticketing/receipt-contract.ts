/** What a buyer hands to whoever keeps their books: what was bought, the tax in it, what was paid and given back, and by whom it was sold. */
import { bytes, route } from '@festivals/contract';
import { z } from 'zod';
import { InFestival, OrderId } from '../primitives.ts';

const OnOrder = InFestival.extend({ orderId: OrderId });
const limit = { times: 120, seconds: 60 };

export const orderReceipt = route({
  method: 'GET',
  path: '/festivals/:festivalId/orders/:orderId/receipt.pdf',
  permission: 'public',
  summary: 'The receipt of a paid order as PDF, for whoever has its secret',
  params: OnOrder,
  query: z.object({ secret: z.string().min(20).max(100) }),
  response: bytes('application/pdf'),
  errors: ['general.not_found', 'ticketing.not_paid'],
  limit,
});

export const myReceipt = route({
  method: 'GET',
  path: '/orders/:orderId/receipt',
  permission: 'signed_in',
  summary: 'The receipt of one of my paid orders as PDF',
  params: z.object({ orderId: OrderId }),
  response: bytes('application/pdf'),
  errors: ['general.not_found', 'ticketing.not_paid'],
  limit,
});

export const getReceipt = route({
  method: 'GET',
  path: '/festivals/:festivalId/orders/:orderId/receipt',
  permission: 'orders.read',
  summary: 'The receipt of a paid order as PDF, for the festival’s team; in its buyer’s language',
  params: OnOrder,
  response: bytes('application/pdf'),
  errors: ['general.not_found', 'ticketing.not_paid'],
  limit,
});
