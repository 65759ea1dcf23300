import { QueryClient } from '@tanstack/react-query';

/** Queries run without a network too: most of them read the store of this device. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { networkMode: 'always', retry: false, refetchOnReconnect: true, staleTime: 10_000 },
    mutations: { networkMode: 'always', retry: false },
  },
});
