import { route } from '@festivals/contract';
import { z } from 'zod';
import { InFestival } from '../../primitives.ts';
import { WorkChallenge } from './schemas.ts';

export const askForWork = route({
  method: 'GET',
  path: '/festivals/:festivalId/hold-work',
  permission: 'public',
  summary: 'Whether a hold costs work now, and over what it is done; a hold that is refused for it says the same',
  params: InFestival,
  response: WorkChallenge.extend({ wanted: z.boolean() }),
  errors: ['general.not_found'],
});
