import { useSyncExternalStore } from 'react';

export const appearances = ['system', 'light', 'dark'] as const;
export type Appearance = (typeof appearances)[number];

const key = 'office.appearance';
const listeners = new Set<() => void>();

const isAppearance = (text: string | null): text is Appearance => appearances.some((one) => one === text);
const stored = localStorage.getItem(key);
let appearance: Appearance = isAppearance(stored) ? stored : 'system';

function show(): void {
  if (appearance === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = appearance;
}
show();

/** Light, dark, or as the reader's system is. */
export function choose(next: Appearance): void {
  appearance = next;
  localStorage.setItem(key, next);
  show();
  for (const listener of listeners) listener();
}

export const useAppearance = (): Appearance =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => appearance,
  );
