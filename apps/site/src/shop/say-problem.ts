import { ApiError, Unreachable } from '@festivals/contract/api-error';
import type { AskedProblem } from '@festivals/domain/ticketing/asked/judge-asked';
import { answersIn } from './asked/answers-in.ts';
import { limitIn, type PersonLimit } from './limit-in.ts';

/** What went wrong, as a buyer is told it. An `answer` is said in the API's own words, in the reader's language; the rest in ours. */
export interface Problem {
  kind: 'network' | 'answer' | 'expired' | 'unknown';
  /** The error's name on the wire, `SOLD_OUT`. */
  name: string;
  message: string;
  /** What is wrong with each answer, where the API judged answers. */
  answers?: readonly AskedProblem[];
  /** What one person may have, where that was too little. */
  limit?: PersonLimit;
}

export function problemOf(error: unknown): Problem {
  if (error instanceof ApiError && error.status < 500)
    return { kind: 'answer', name: error.name, message: error.message, ...answersIn(error), ...limitIn(error) };
  if (error instanceof ApiError || error instanceof Unreachable)
    return { kind: 'network', name: error.name, message: '' };
  return { kind: 'unknown', name: 'UNKNOWN', message: '' };
}

/** No answer, or none that tells: the deed may have happened, and only the same key may try again. */
export const isUncertain = (problem: Problem): boolean =>
  problem.kind === 'network' || problem.kind === 'unknown' || problem.name === 'IDEMPOTENCY_IN_FLIGHT';
