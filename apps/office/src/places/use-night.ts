import { useSyncExternalStore } from 'react';
import { useAppearance } from '../appearance.ts';

const dark = matchMedia('(prefers-color-scheme: dark)');
const follow = (listener: () => void) => {
  dark.addEventListener('change', listener);
  return () => dark.removeEventListener('change', listener);
};

/** Whether the office is dark now, by choice or as the reader's system is. */
export function useNight(): boolean {
  const appearance = useAppearance();
  const system = useSyncExternalStore(follow, () => dark.matches);
  return appearance === 'system' ? system : appearance === 'dark';
}
