import type { ReadinessCheck } from '../../festival/readiness.ts';

/** A festival that sells nothing has nothing to publish. */
export const hasTicketType: ReadinessCheck = {
  blocker: 'ticket_type',
  isBlocked: async (tx) =>
    (await tx.selectFrom('ticket_type').select('id').where('deleted_at', 'is', null).limit(1).executeTakeFirst()) ===
    undefined,
};
