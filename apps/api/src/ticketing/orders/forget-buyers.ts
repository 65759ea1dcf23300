import type { ScheduledJob } from '../../platform/domain-module.ts';

/** Takes people whose account is gone out of the orders of festivals that have been over for a month. */
export const forgetBuyers: ScheduledJob = async (ctx) => {
  await ctx.resources.pool.query('select lookup.forget_buyers($1)', [ctx.clock.now()]);
};
