import type { Festival } from '@festivals/domain/festival/contract';
import { env } from '../env.ts';

/** When the clock alone will change what the festival's pages show, in milliseconds; null where nothing is to come. */
export async function loadNextMoment({ id }: Pick<Festival, 'id'>): Promise<number | null> {
  if (env.siteSecret === null) return null;
  try {
    const answer = await fetch(`${env.apiUrl}/internal/site-moments/${id}`, {
      headers: { authorization: `Bearer ${env.siteSecret}` },
      // An answer that Next may never keep would make the page anew for each reader; it keeps none as it is (`next-cache.mjs`).
      next: { revalidate: 10 },
      signal: AbortSignal.timeout(5000),
    });
    if (!answer.ok) return null;
    // Said by our own API, to whoever knows the secret.
    const { at } = (await answer.json()) as { at: string | null };
    return at === null ? null : Date.parse(at);
  } catch {
    // The page is as good as it was, and a minute later it is asked again.
    return null;
  }
}
