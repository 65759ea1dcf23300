import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import { useStore } from '../shell/store-provider.tsx';
import { keep, recall, type Kept } from './kept.ts';

interface Asked<T extends z.ZodType> {
  name: string;
  shape: T;
  /** Fetches the server's answer of now. */
  ask: () => Promise<z.input<T>>;
  /** False where asking makes no sense, as without a signed-in person. */
  enabled?: boolean;
}

interface Answer<T> {
  /** Null when nothing was ever kept, undefined while the store is being read. */
  kept: Kept<T> | null | undefined;
  asking: boolean;
  /** Why the last question got no answer. What is kept stays. */
  failure: Error | null;
  askAgain: () => void;
}

/** Shows what this device keeps at once and asks the server for news behind it: the screen never waits for a network. */
export function useKept<T extends z.ZodType>({ name, shape, ask, enabled = true }: Asked<T>): Answer<z.output<T>> {
  const store = useStore();
  const queries = useQueryClient();
  const kept = useQuery({ queryKey: ['kept', name], queryFn: () => recall(store, name, shape) });
  const news = useQuery({
    queryKey: ['news', name],
    enabled,
    queryFn: async ({ signal }) => {
      const value = await ask();
      // Whoever signed out meanwhile must not find their data kept.
      if (signal.aborted) return false;
      await keep(store, name, value, Date.now());
      await queries.invalidateQueries({ queryKey: ['kept', name] });
      return true;
    },
  });
  return { kept: kept.data, asking: news.isFetching, failure: news.error, askAgain: () => void news.refetch() };
}
