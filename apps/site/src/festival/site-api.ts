import { ApiError, createClient, type Client } from '@festivals/contract';
import { api } from '@festivals/domain';
import { env } from '../env.ts';

export type Api = Client<typeof api>;

/** The API as nobody in particular asks it. What the engine remembers is the answer; Next is to keep nothing of it beside. */
export const client: Api = createClient(api, {
  baseUrl: `${env.apiUrl}/api`,
  face: 'site',
  fetch: (url, init) => fetch(url, { ...init, next: { revalidate: 10 } }),
});

/** An answer; null where there is nothing at what was asked for, or could be nothing. */
export async function orNull<T>(answer: Promise<T>): Promise<T | null> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof ApiError && (error.status === 404 || error.status === 400)) return null;
    throw error;
  }
}
