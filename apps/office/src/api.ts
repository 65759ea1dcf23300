import { createClient } from '@festivals/contract/client';
import { ApiError } from '@festivals/contract';
import { api as contracts } from '@festivals/domain';
import { QueryCache, QueryClient } from '@tanstack/react-query';
import { currentLanguage } from './i18n/language.ts';

const common = { baseUrl: '/api', face: 'office', language: currentLanguage } as const;

/** For signing in and out: a 401 is an answer here, not a reason to renew. */
export const authApi = createClient(contracts, common);

let renewal: Promise<boolean> | null = null;

/** Renews the session once, however many calls found it expired: a refresh token shown twice would end it. */
export function renew(): Promise<boolean> {
  renewal ??= authApi.identity
    .refresh({ body: {} })
    .then(
      () => true,
      (error: unknown) => {
        if (error instanceof ApiError) return false;
        throw error;
      },
    )
    .finally(() => {
      renewal = null;
    });
  return renewal;
}

/** Every route of the platform, with the session kept alive. */
export const api = createClient(contracts, { ...common, renew });

const isFinal = (error: unknown) => error instanceof ApiError && error.status < 500;

/** Asks again where that can help: not for what the server has decided. `onSignedOut` is told when the session is over. */
export function createQueryClient(onSignedOut: () => void): QueryClient {
  return new QueryClient({
    queryCache: new QueryCache({
      onError: (error) => {
        if (error instanceof ApiError && error.status === 401) onSignedOut();
      },
    }),
    defaultOptions: {
      queries: { staleTime: 15_000, retry: (failures, error) => !isFinal(error) && failures < 2 },
      mutations: { networkMode: 'always' },
    },
  });
}
