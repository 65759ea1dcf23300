import { route } from '@festivals/contract';
import { z } from 'zod';
import { Currency, InFestival } from '../primitives.ts';
import { PresentmentRate } from './presentment-schemas.ts';

export const PresentmentRoom = z
  .object({
    /** What is charged. */
    currency: Currency,
    rates: z.array(PresentmentRate),
    version: z.int(),
  })
  .meta({ id: 'PresentmentRoom' });
export type PresentmentRoom = z.infer<typeof PresentmentRoom>;

export const getPresentment = route({
  method: 'GET',
  path: '/festivals/:festivalId/presentment',
  permission: 'payments.read',
  summary: 'In which other currencies prices are shown, at which rate and since when',
  params: InFestival,
  response: PresentmentRoom,
  errors: ['general.not_found'],
});

export const updatePresentment = route({
  method: 'PUT',
  path: '/festivals/:festivalId/presentment',
  permission: 'payments.edit',
  summary: 'Choose the other currencies that prices are shown in, with their rates; what is left out is shown no more',
  params: InFestival,
  body: z.object({
    version: z.int(),
    rates: z
      .array(PresentmentRate.omit({ since: true }))
      .max(3)
      .refine((rates) => new Set(rates.map(({ currency }) => currency)).size === rates.length, {
        message: 'duplicates',
      }),
  }),
  response: PresentmentRoom,
  errors: ['general.not_found', 'general.conflict'],
});
