import { expect } from 'vitest';
import type { TestApi } from './start-api.ts';

/** Takes a guard out of a function of the database for the time of `work`, as a careless rewrite would: a test of a race has to be able to fail. */
export async function withoutGuard(
  { ownerPool }: TestApi,
  { name, guard }: { name: string; guard: string },
  work: () => Promise<void>,
): Promise<void> {
  const { rows } = await ownerPool.query<{ text: string }>('select pg_get_functiondef($1::regproc) as text', [name]);
  const guarded = rows[0]?.text ?? '';
  expect(guarded).toContain(guard);
  await ownerPool.query(guarded.replace(guard, ''));
  try {
    await work();
  } finally {
    await ownerPool.query(guarded);
  }
}
