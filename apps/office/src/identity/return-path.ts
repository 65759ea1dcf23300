/**
 * Where somebody wanted to go before they had an account. The mail that confirms their address opens a tab of its own, so
 * this is kept by the browser, not by the tab; once, and no longer than that mail's link is good.
 */
import { verifyEmailSeconds } from '@festivals/domain/identity/rules';
import { z } from 'zod';

const key = 'festivals.return';
const Kept = z.object({ path: z.string().regex(/^\/(?!\/)/), until: z.number() });

export function keepReturn(path: string): void {
  localStorage.setItem(key, JSON.stringify({ path, until: Date.now() + verifyEmailSeconds * 1000 }));
}

/** The path that was kept, which is then forgotten. */
export function takeReturn(): string | null {
  const kept = Kept.safeParse(parsed(localStorage.getItem(key)));
  localStorage.removeItem(key);
  return kept.success && kept.data.until > Date.now() ? kept.data.path : null;
}

function parsed(text: string | null): unknown {
  try {
    return JSON.parse(text ?? 'null');
  } catch {
    return null;
  }
}
