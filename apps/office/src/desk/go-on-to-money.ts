import type { KeyboardEvent } from 'react';

/** Enter leads to the money first, and from there it sells: nobody sells by a key that ended a number. */
export function goOnToMoney(event: KeyboardEvent<HTMLFormElement>): void {
  const { key, target, currentTarget } = event;
  if (key !== 'Enter' || !(target instanceof HTMLInputElement) || target.closest('[data-money]')) return;
  event.preventDefault();
  currentTarget.querySelector<HTMLElement>('[data-money] input, button[type=submit]')?.focus();
}
