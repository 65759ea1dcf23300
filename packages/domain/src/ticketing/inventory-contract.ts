/** What is sold beside the hot path: shared quotas, the order of the shop, options. */
import { nothing, queryInteger, route } from '@festivals/contract';
import { z } from 'zod';
import { BasisPoints, InFestival, Line, Localised, Price, QuotaId, TicketTypeId } from '../primitives.ts';

const Version = z.int().min(1);
const AtVersion = z.object({ version: queryInteger().min(1) });
const Capacity = z.int().min(0).max(10_000_000);
const unlike = <T extends z.ZodType>(item: T, most: number) =>
  z
    .array(item)
    .max(most)
    .refine((items) => new Set(items).size === items.length, { message: 'duplicates' });
const hasName = (names: object) => Object.values(names).some((name) => name !== '');
const Heading = Localised(60).refine(hasName, { message: 'no_name' });

/** How many there are of something that several ticket types draw on; each of them counts here and in its own quota. */
export const SharedQuota = z
  .object({
    id: QuotaId,
    name: z.string(),
    capacity: z.int(),
    sold: z.int(),
    held: z.int(),
    ticketTypeIds: z.array(TicketTypeId),
    version: Version,
  })
  .meta({ id: 'SharedQuota' });
export type SharedQuota = z.infer<typeof SharedQuota>;

const editableQuota = z.object({ name: Line(60), capacity: Capacity, ticketTypeIds: unlike(TicketTypeId, 200) });
export const NewSharedQuota = editableQuota.extend({ ticketTypeIds: editableQuota.shape.ticketTypeIds.default([]) });

const OnQuota = InFestival.extend({ quotaId: QuotaId });

export const listSharedQuotas = route({
  method: 'GET',
  path: '/festivals/:festivalId/quotas',
  permission: 'ticketing.read',
  summary: 'Quotas that several ticket types share',
  params: InFestival,
  response: z.array(SharedQuota),
});

export const createSharedQuota = route({
  method: 'POST',
  path: '/festivals/:festivalId/quotas',
  permission: 'ticketing.edit',
  idempotent: true,
  summary: 'Add a quota that ticket types share; what they have sold and hold counts at once',
  params: InFestival,
  body: NewSharedQuota,
  response: SharedQuota,
  status: 201,
  errors: ['ticketing.unknown_type', 'ticketing.quota_below_sold', 'ticketing.quota_named_alike'],
});

export const updateSharedQuota = route({
  method: 'PATCH',
  path: '/festivals/:festivalId/quotas/:quotaId',
  permission: 'ticketing.edit',
  summary: 'Change a shared quota and who draws on it; `version` is the one that the change was made from',
  params: OnQuota,
  body: z.object({ version: Version, changes: editableQuota.partial() }),
  response: SharedQuota,
  errors: [
    'general.not_found',
    'general.conflict',
    'ticketing.unknown_type',
    'ticketing.quota_below_sold',
    'ticketing.quota_named_alike',
  ],
});

export const deleteSharedQuota = route({
  method: 'DELETE',
  path: '/festivals/:festivalId/quotas/:quotaId',
  permission: 'ticketing.edit',
  summary: 'Take a shared quota away; its ticket types keep their own',
  params: OnQuota,
  query: AtVersion,
  response: nothing(),
  errors: ['general.not_found', 'general.conflict'],
});

export const restoreSharedQuota = route({
  method: 'POST',
  path: '/festivals/:festivalId/quotas/:quotaId/restoration',
  permission: 'ticketing.edit',
  summary: 'Bring a shared quota back that was taken away; what its types have sold and hold by now counts in it',
  params: OnQuota,
  response: SharedQuota,
  errors: [
    'general.not_found',
    'general.conflict',
    'ticketing.unknown_type',
    'ticketing.quota_below_sold',
    'ticketing.quota_named_alike',
  ],
});

/** A heading of the shop with the types below it, in order. */
export const TicketGroup = z
  .object({ id: z.uuid(), name: Localised(60), ticketTypeIds: z.array(TicketTypeId) })
  .meta({ id: 'TicketGroup' });

/** The order of the shop: what stands below no heading comes first. */
export const Arrangement = z
  .object({ ticketTypeIds: z.array(TicketTypeId), groups: z.array(TicketGroup) })
  .meta({ id: 'Arrangement' });
export type Arrangement = z.infer<typeof Arrangement>;

const NewArrangement = z
  .object({
    ticketTypeIds: z.array(TicketTypeId).max(500),
    groups: z
      .array(z.object({ id: z.uuid(), name: Heading, ticketTypeIds: z.array(TicketTypeId).max(500) }))
      .max(50)
      .refine((groups) => new Set(groups.map(({ id }) => id)).size === groups.length, { message: 'duplicates' }),
  })
  .meta({ id: 'NewArrangement' });

export const getArrangement = route({
  method: 'GET',
  path: '/festivals/:festivalId/ticket-types/arrangement',
  permission: 'ticketing.read',
  summary: 'In which order and below which headings the shop shows its ticket types',
  params: InFestival,
  response: Arrangement,
});

export const arrangeTicketTypes = route({
  method: 'PUT',
  path: '/festivals/:festivalId/ticket-types/arrangement',
  permission: 'ticketing.edit',
  summary: 'Set the order and the headings of the shop; `was` is what the caller saw',
  params: InFestival,
  body: z.object({ wanted: NewArrangement, was: NewArrangement }),
  response: Arrangement,
  errors: ['general.conflict'],
});

export const OptionKind = z.enum(['CAMPING', 'PARKING', 'LOCKER', 'SHUTTLE', 'MEAL', 'OTHER']);
export type OptionKind = z.infer<typeof OptionKind>;

/** What is sold beside tickets, with a number of its own. */
export const TicketOption = z
  .object({
    id: z.uuid(),
    kind: OptionKind,
    name: Localised(80),
    description: Localised(500),
    price: Price,
    /** Included in the price. */
    vat: BasisPoints,
    /** How many there are; null is as many as are wanted. */
    capacity: Capacity.nullable(),
    /** Whether each goes with a ticket of its types in the same order; where it does not, it is sold alone as well. */
    needsTicket: z.boolean(),
    /** At most so many for each ticket, or in an order where no ticket of its types is needed. */
    most: z.int().min(1).max(20),
    /** How many of it one address or account may have in all orders of the shop together; null is without end. */
    maxPerPerson: z.int().min(1).max(100).nullable(),
    /** The types that it goes with, where it needs a ticket; none named is all of them. */
    ticketTypeIds: unlike(TicketTypeId, 200),
    order: z.int().min(0).max(100_000),
    version: Version,
  })
  .meta({ id: 'TicketOption' });
export type TicketOption = z.infer<typeof TicketOption>;

const editableOption = TicketOption.omit({ id: true, version: true }).extend({
  name: Localised(80).refine(hasName, { message: 'no_name' }),
});
export const NewTicketOption = editableOption.extend({
  description: editableOption.shape.description.default({}),
  capacity: editableOption.shape.capacity.default(null),
  needsTicket: editableOption.shape.needsTicket.default(true),
  most: editableOption.shape.most.default(1),
  maxPerPerson: editableOption.shape.maxPerPerson.default(null),
  ticketTypeIds: editableOption.shape.ticketTypeIds.default([]),
  order: editableOption.shape.order.default(0),
});

const OnOption = InFestival.extend({ optionId: z.uuid() });

export const listTicketOptions = route({
  method: 'GET',
  path: '/festivals/:festivalId/ticket-options',
  permission: 'ticketing.read',
  summary: 'What is sold beside tickets',
  params: InFestival,
  response: z.array(TicketOption),
});

export const createTicketOption = route({
  method: 'POST',
  path: '/festivals/:festivalId/ticket-options',
  permission: 'ticketing.edit',
  idempotent: true,
  summary: 'Add an option',
  params: InFestival,
  body: NewTicketOption,
  response: TicketOption,
  status: 201,
  errors: ['ticketing.unknown_type', 'festival.unknown_vat_rate'],
});

export const updateTicketOption = route({
  method: 'PATCH',
  path: '/festivals/:festivalId/ticket-options/:optionId',
  permission: 'ticketing.edit',
  summary: 'Change an option; `version` is the one that the change was made from',
  params: OnOption,
  body: z.object({ version: Version, changes: editableOption.partial() }),
  response: TicketOption,
  errors: [
    'general.not_found',
    'general.conflict',
    'ticketing.unknown_type',
    'ticketing.quota_below_sold',
    'festival.unknown_vat_rate',
  ],
});

export const deleteTicketOption = route({
  method: 'DELETE',
  path: '/festivals/:festivalId/ticket-options/:optionId',
  permission: 'ticketing.edit',
  summary: 'Take an option away',
  params: OnOption,
  query: AtVersion,
  response: nothing(),
  errors: ['general.not_found', 'general.conflict'],
});

export const restoreTicketOption = route({
  method: 'POST',
  path: '/festivals/:festivalId/ticket-options/:optionId/restoration',
  permission: 'ticketing.edit',
  summary: 'Bring an option back that was taken away',
  params: OnOption,
  response: TicketOption,
  errors: ['general.not_found', 'general.conflict'],
});
