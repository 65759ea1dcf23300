/** Codes as they are typed, and why one cannot be used. Pure. */
import { codeKey } from './code-key.ts';
import { inWindow } from './in-window.ts';
import type { CodeOnSale } from './price-list.ts';
import { type Refusal, refuse } from './units.ts';

/** Why a code cannot be used now, whatever is bought; null when it can. */
export function refuseCode({ code, disabled, validFrom, validUntil, uses }: CodeOnSale, now: Date): Refusal | null {
  if (disabled) return refuse('ticketing.code_unknown', { code });
  if (!inWindow({ from: validFrom, until: validUntil }, now))
    return refuse('ticketing.code_not_now', { code, validFrom, validUntil });
  return uses !== null && uses.free < 1 ? refuse('ticketing.code_spent', { code }) : null;
}

/** Why codes cannot be used at all or not together, whatever is bought. */
export function refuseCodes(codes: readonly CodeOnSale[], typed: readonly string[], now: Date): Refusal | null {
  const known = new Set(codes.map(({ code }) => codeKey(code)));
  const unknown = typed.find((code) => !known.has(codeKey(code)));
  if (unknown !== undefined) return refuse('ticketing.code_unknown', { code: unknown });
  for (const code of codes) {
    const refused = refuseCode(code, now);
    if (refused) return refused;
  }
  const alone = codes.length > 1 ? codes.find(({ stacks }) => !stacks) : undefined;
  return alone ? refuse('ticketing.code_not_stackable', { code: alone.code }) : null;
}
