import type { Ctx } from '../platform/context.ts';

const batch = 5000;

/** Reads the names of those who ordered since the last time, so that they are found though misspelled. */
export async function learnWords({ resources }: Ctx): Promise<void> {
  let passed: number;
  do {
    const { rows } = await resources.pool.query<{ passed: number }>({
      name: 'learn_words',
      text: 'select lookup.learn_words($1) as passed',
      values: [batch],
    });
    passed = rows[0]?.passed ?? 0;
  } while (passed === batch);
}
