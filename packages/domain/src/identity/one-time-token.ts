import { z } from 'zod';

/** The token of a mail's link. */
export const OneTimeToken = z.string().min(20).max(200);
