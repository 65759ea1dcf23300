import { OrderSort } from '@festivals/domain/ticketing/contract';
import { OrderKind, OrderStatus } from '@festivals/domain/ticketing/schemas';
import { z } from 'zod';

/** What the address of the list of orders says. */
export const ordersSearch = z.object({
  search: z.string().max(100).optional().catch(undefined),
  status: OrderStatus.optional().catch(undefined),
  kind: OrderKind.optional().catch(undefined),
  sort: OrderSort.optional().catch(undefined),
  descending: z.boolean().optional().catch(undefined),
});
