import { z } from 'zod';

const Claims = z.object({ festival: z.uuid(), payment: z.uuid() });

/** What we wrote onto a thing at Stripe when we asked for it: which payment of which festival it is. */
export function claimsOf(metadata: unknown): { festivalId: string; paymentId: string } | null {
  const { data } = Claims.safeParse(metadata);
  return data ? { festivalId: data.festival, paymentId: data.payment } : null;
}
