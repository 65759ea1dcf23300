import { answersIn } from '../shop/asked/answers-in.ts';
import type { Problem } from '../shop/say-problem.ts';
import { Refusal } from './account-client.ts';

/** What went wrong, as its reader is told it. */
export function problemOf(error: unknown): Problem {
  if (error instanceof Refusal)
    return error.status < 500
      ? { kind: 'answer', name: error.name, message: error.message, ...answersIn(error) }
      : { kind: 'network', name: error.name, message: '' };
  // Without an answer `fetch` throws a TypeError.
  return { kind: error instanceof TypeError ? 'network' : 'unknown', name: 'UNKNOWN', message: '' };
}
