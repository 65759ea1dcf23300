import { z } from 'zod';

/** The body of every failure. `code` is stable (`ERR_6002`), `message` is in the caller's language. */
export const Failure = z
  .object({
    error: z.object({
      code: z.string().meta({ example: 'ERR_6002' }),
      name: z.string().meta({ example: 'SOLD_OUT' }),
      message: z.string(),
      details: z.record(z.string(), z.unknown()),
    }),
  })
  .meta({ id: 'Failure' });
export type Failure = z.infer<typeof Failure>;
