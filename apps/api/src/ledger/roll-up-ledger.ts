import type { Ctx } from '../platform/context.ts';

const batch = 5000;

/** Brings the sums up to the last entry that no earlier one can still come before. */
export async function rollUpLedger({ resources }: Ctx): Promise<void> {
  let passed: number;
  do {
    const { rows } = await resources.pool.query<{ passed: number }>({
      name: 'roll_up_ledger',
      text: 'select lookup.roll_up_ledger($1) as passed',
      values: [batch],
    });
    passed = rows[0]?.passed ?? 0;
  } while (passed === batch);
}
