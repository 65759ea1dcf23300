/** Gates: what they are called, and at which entrance of the map they stand. */
import { nothing, queryInteger, route } from '@festivals/contract';
import { z } from 'zod';
import { InFestival, Line } from '../primitives.ts';

const Version = z.int().min(1);

export const Gate = z
  .object({
    id: z.uuid(),
    name: z.string(),
    /** The entrance of the map at which it stands; null where nobody said. */
    placeId: z.uuid().nullable(),
    version: Version,
  })
  .meta({ id: 'Gate' });
export type Gate = z.infer<typeof Gate>;

const editable = z.object({ name: Line(60), placeId: z.uuid().nullable() });
export const NewGate = editable.extend({ placeId: editable.shape.placeId.default(null) });

const OnGate = InFestival.extend({ gateId: z.uuid() });

export const listGates = route({
  method: 'GET',
  path: '/festivals/:festivalId/gates',
  permission: 'places.read',
  summary: 'The gates by name, and where they stand',
  params: InFestival,
  response: z.array(Gate),
});

export const createGate = route({
  method: 'POST',
  path: '/festivals/:festivalId/gates',
  permission: 'access.edit',
  idempotent: true,
  summary: 'Add a gate',
  params: InFestival,
  body: NewGate,
  response: Gate,
  status: 201,
  errors: ['access.no_entrance', 'access.gate_named_alike'],
});

export const updateGate = route({
  method: 'PATCH',
  path: '/festivals/:festivalId/gates/:gateId',
  permission: 'access.edit',
  summary: 'Rename a gate or put it at another entrance; `version` is the one that the change was made from',
  params: OnGate,
  body: z.object({ version: Version, changes: editable.partial() }),
  response: Gate,
  errors: ['general.not_found', 'general.conflict', 'access.no_entrance', 'access.gate_named_alike'],
});

export const deleteGate = route({
  method: 'DELETE',
  path: '/festivals/:festivalId/gates/:gateId',
  permission: 'access.edit',
  summary: 'Take a gate away; what was scanned there stays',
  params: OnGate,
  query: z.object({ version: queryInteger().min(1) }),
  response: nothing(),
  errors: ['general.not_found', 'general.conflict'],
});

export const restoreGate = route({
  method: 'POST',
  path: '/festivals/:festivalId/gates/:gateId/restoration',
  permission: 'access.edit',
  summary: 'Bring a gate back that was taken away',
  params: OnGate,
  response: Gate,
  errors: ['general.not_found', 'general.conflict', 'access.gate_named_alike'],
});
