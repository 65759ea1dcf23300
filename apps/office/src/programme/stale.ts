import { ApiError } from '@festivals/contract';
import { z } from 'zod';

const Details = z.object({ slotId: z.uuid().optional(), by: z.string().nullish() });

/** Whether the server refused because somebody changed the thing first; then what it said of them. */
export function staleOf(error: unknown): { slotId: string | null; by: string | null } | null {
  if (!(error instanceof ApiError) || error.name !== 'CONFLICT') return null;
  const { slotId = null, by = null } = Details.safeParse(error.details).data ?? {};
  return { slotId, by };
}
