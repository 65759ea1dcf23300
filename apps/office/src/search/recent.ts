import { Found } from '@festivals/domain/search/contract';
import { z } from 'zod';

const most = 6;
const Kept = z.array(Found).catch([]);
const keyOf = (personId: string) => `office.recent.${personId}`;

/** What somebody opened by the search lately on this machine, the last first. */
export function recentOf(personId: string): Found[] {
  try {
    return Kept.parse(JSON.parse(localStorage.getItem(keyOf(personId)) ?? '[]'));
  } catch {
    return [];
  }
}

/** Remembers what was opened. An order is not kept: its buyer's name has no business on a shared machine. */
export function rememberOpened(personId: string, found: Found): void {
  if (found.kind === 'order') return;
  const others = recentOf(personId).filter(({ id }) => id !== found.id);
  localStorage.setItem(keyOf(personId), JSON.stringify([found, ...others].slice(0, most)));
}
