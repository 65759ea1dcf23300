import { z } from 'zod';
import { Instant } from '../../primitives.ts';

/** Whether a hold costs work: never, while there is a rush, or always. */
export const ProofOfWork = z.enum(['OFF', 'RUSH', 'ALWAYS']);
export type ProofOfWork = z.infer<typeof ProofOfWork>;

/** What a hold's work is done over: SHA-256 of `<challenge> <Idempotency-Key> <secret> <nonce>` shall begin with `bits` zero bits. */
export const WorkChallenge = z
  .object({ challenge: z.string(), bits: z.int(), until: Instant })
  .meta({ id: 'WorkChallenge' });
export type WorkChallenge = z.infer<typeof WorkChallenge>;

/** Work that was done for one hold. */
export const Work = z
  .object({ challenge: z.string().max(100), nonce: z.string().regex(/^[0-9a-z]{1,16}$/) })
  .meta({ id: 'HoldWork' });
export type Work = z.infer<typeof Work>;
