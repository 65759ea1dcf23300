/** What is counted: things on stock, and the movements whose sum says how many there are. */
import { nothing, page, PageQuery, queryInteger, route } from '@festivals/contract';
import { z } from 'zod';
import { InFestival, Instant, Line } from '../primitives.ts';

const Version = z.int().min(1);
/** So many bottles, shirts, portions. */
const Count = z.int().min(0).max(1_000_000);

/** Something that is counted, for one stand or centrally for several; a product without one is unlimited. */
export const StockItem = z
  .object({
    id: z.uuid(),
    name: z.string(),
    /** The stand that keeps it; null where it is central. */
    standId: z.uuid().nullable(),
    /** From this number down it counts as low; null never does. */
    lowAt: Count.nullable(),
    /** The sum of its movements; below zero where more went than was ever booked in. */
    onHand: z.int(),
    /** The products that draw on it. */
    productIds: z.array(z.uuid()),
    lastMovedAt: Instant.nullable(),
    version: Version,
  })
  .meta({ id: 'StockItem' });
export type StockItem = z.infer<typeof StockItem>;

const editable = z.object({
  name: Line(80),
  lowAt: Count.nullable(),
  productIds: z
    .array(z.uuid())
    .max(500)
    .refine((ids) => new Set(ids).size === ids.length, { message: 'duplicates' }),
});
export const NewStockItem = editable.extend({
  standId: z.uuid().nullable().default(null),
  lowAt: editable.shape.lowAt.default(null),
  productIds: editable.shape.productIds.default([]),
});

/** What came in, or what somebody counted: then the difference is booked, with the reason. */
export const NewMovement = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('DELIVERY'), quantity: Count.min(1) }),
  z.object({ kind: z.literal('CORRECTION'), counted: Count, reason: Line(200) }),
]);
export type NewMovement = z.infer<typeof NewMovement>;

export const StockMovement = z
  .object({
    id: z.uuid(),
    kind: z.enum(['DELIVERY', 'CORRECTION']),
    quantity: z.int(),
    counted: z.int().nullable(),
    reason: z.string().nullable(),
    at: Instant,
  })
  .meta({ id: 'StockMovement' });
export type StockMovement = z.infer<typeof StockMovement>;

const OnItem = InFestival.extend({ stockItemId: z.uuid() });

export const listStock = route({
  method: 'GET',
  path: '/festivals/:festivalId/stock',
  permission: 'stands.read',
  summary: 'Everything that is counted, with what there is of it',
  params: InFestival,
  response: z.array(StockItem),
});

export const createStockItem = route({
  method: 'POST',
  path: '/festivals/:festivalId/stock',
  permission: 'stands.edit',
  idempotent: true,
  summary: 'Begin to count something',
  params: InFestival,
  body: NewStockItem,
  response: StockItem,
  status: 201,
  errors: ['general.not_found', 'stands.unknown_product', 'stands.counted_elsewhere', 'stands.stock_named_alike'],
});

export const updateStockItem = route({
  method: 'PATCH',
  path: '/festivals/:festivalId/stock/:stockItemId',
  permission: 'stands.edit',
  summary: 'Change what is counted; `version` is the one that the change was made from',
  params: OnItem,
  body: z.object({ version: Version, changes: editable.partial() }),
  response: StockItem,
  errors: [
    'general.not_found',
    'general.conflict',
    'stands.unknown_product',
    'stands.counted_elsewhere',
    'stands.stock_named_alike',
  ],
});

export const deleteStockItem = route({
  method: 'DELETE',
  path: '/festivals/:festivalId/stock/:stockItemId',
  permission: 'stands.edit',
  summary: 'Count something no more; its movements stay, its products are unlimited again',
  params: OnItem,
  query: z.object({ version: queryInteger().min(1) }),
  response: nothing(),
  errors: ['general.not_found', 'general.conflict'],
});

export const restoreStockItem = route({
  method: 'POST',
  path: '/festivals/:festivalId/stock/:stockItemId/restoration',
  permission: 'stands.edit',
  summary:
    'Count something again, with its movements; of its products those that are on a menu and not counted elsewhere by now',
  params: OnItem,
  response: StockItem,
  errors: ['general.not_found', 'general.conflict', 'stands.stand_gone', 'stands.stock_named_alike'],
});

export const moveStock = route({
  method: 'POST',
  path: '/festivals/:festivalId/stock/:stockItemId/movements',
  permission: 'stands.edit',
  idempotent: true,
  summary: 'Book a delivery, or what was counted',
  params: OnItem,
  body: NewMovement,
  response: StockItem,
  status: 201,
  errors: ['general.not_found'],
});

export const listMovements = route({
  method: 'GET',
  path: '/festivals/:festivalId/stock/:stockItemId/movements',
  permission: 'stands.read',
  summary: 'What came, went and was counted, the newest first',
  params: OnItem,
  query: PageQuery,
  response: page(StockMovement),
  errors: ['general.not_found'],
});
