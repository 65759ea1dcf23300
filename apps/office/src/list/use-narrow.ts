import { useSyncExternalStore } from 'react';

const narrow = matchMedia('(width < 40rem)');
const follow = (listener: () => void) => {
  narrow.addEventListener('change', listener);
  return () => narrow.removeEventListener('change', listener);
};

/** Whether the screen is a telephone's, for a table whose cells stand below each other there: never twice in the page. */
export const useNarrow = (): boolean => useSyncExternalStore(follow, () => narrow.matches);
