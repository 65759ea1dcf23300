import type { AdviceCheck } from '../festival/readiness.ts';

/** Nobody stays three days without a drink. */
export const hasStand: AdviceCheck = {
  advice: 'stands',
  isMissing: async (tx) =>
    (await tx.selectFrom('stand').select('id').where('deleted_at', 'is', null).limit(1).executeTakeFirst()) ===
    undefined,
};
