import type { AdviceCheck } from '../festival/readiness.ts';

/** People come for who plays. */
export const hasProgramme: AdviceCheck = {
  advice: 'programme',
  isMissing: async (tx) =>
    (await tx.selectFrom('slot').select('id').where('status', '=', 'CONFIRMED').limit(1).executeTakeFirst()) ===
    undefined,
};
