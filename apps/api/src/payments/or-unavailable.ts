import { fail } from '../platform/fault.ts';
import { ProviderDown } from './provider.ts';

/** What a provider was asked while somebody waits: where it is down, they hear that it is, and may come again. */
export const orUnavailable = <T>(asked: Promise<T>): Promise<T> =>
  asked.catch((error: unknown) => {
    if (error instanceof ProviderDown) fail('payments.provider_unavailable');
    throw error;
  });
