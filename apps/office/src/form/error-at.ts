import { validationText } from '../i18n/validation.ts';

const isMembers = (value: unknown): value is Record<string | number, unknown> =>
  typeof value === 'object' && value !== null;

/** What is wrong at a place inside a form, or anywhere within it: `errorAt(errors.fees, 0, 'name')`; undefined where nothing is. */
export function errorAt(errors: unknown, ...path: readonly (string | number)[]): string | undefined {
  const found = path.reduce<unknown>((inner, step) => (isMembers(inner) ? inner[step] : undefined), errors);
  return validationText(firstMessage(found));
}

function firstMessage(error: unknown): string | undefined {
  if (!isMembers(error)) return undefined;
  if (typeof error['message'] === 'string') return error['message'];
  // What is registered also names its element, which says nothing of what is wrong.
  for (const [key, inner] of Object.entries(error)) {
    const message = key === 'ref' ? undefined : firstMessage(inner);
    if (message !== undefined) return message;
  }
  return undefined;
}
