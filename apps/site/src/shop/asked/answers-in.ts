import type { AskedProblem } from '@festivals/domain/ticketing/asked/judge-asked';

/** The API's own shape, read without trust: it may be of another day than this page. */
export function answersIn({ name, details }: { name: string; details: Record<string, unknown> }): {
  answers?: readonly AskedProblem[];
} {
  if (name !== 'ANSWERS_WRONG' || !Array.isArray(details['problems'])) return {};
  return { answers: details['problems'] };
}
