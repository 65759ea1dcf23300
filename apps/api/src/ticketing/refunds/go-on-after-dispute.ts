import { FestivalId } from '@festivals/domain/primitives';
import { z } from 'zod';
import type { Job } from '../../platform/domain-module.ts';
import { told } from '../../platform/told.ts';
import { step } from '../../platform/transaction.ts';
import { tryRefundsAgain } from './refund-by-hand-store.ts';

const Told = z.object({ payment: z.uuid(), status: z.string() });

/** The bank brought the money again, or keeps it: what was to be given back when it took it goes back now, as far as it is left. */
export const goOnAfterDispute: Job = (ctx, payload) =>
  step(ctx, FestivalId.parse(payload.festivalId), async (tx) => {
    const { payment, status } = await told(tx, payload, Told);
    if (status === 'WON' || status === 'LOST') await tryRefundsAgain(tx, payment);
  });
