import type { Order } from '@festivals/domain/ticketing/schemas';

/** Money comes by transfer or at the gate: days, not minutes, and no clock that runs. */
export const waitsForHands = ({ payment }: Pick<Order, 'payment'>): boolean =>
  payment?.status === 'PENDING' && (payment.action === 'transfer' || payment.action === 'on_site');
