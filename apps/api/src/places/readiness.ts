import type { AdviceCheck } from '../festival/readiness.ts';

/** A festival without a map leaves people asking for the way. */
export const hasMap: AdviceCheck = {
  advice: 'map',
  isMissing: async (tx) =>
    (await tx.selectFrom('place').select('id').where('deleted_at', 'is', null).limit(1).executeTakeFirst()) ===
    undefined,
};
