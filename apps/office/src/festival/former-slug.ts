import { ApiError } from '@festivals/contract';
import type { Me } from '@festivals/domain/identity/contract';
import { api } from '../api.ts';

/** The address that a festival of mine has now, where it had this one before; null where there is none. */
export async function slugNow(me: Me, former: string): Promise<string | null> {
  try {
    const { id, slug } = await api.festival.getFestivalBySlug({ params: { slug: former } });
    const isMine = me.superAdmin || me.memberships.some(({ festivalId }) => festivalId === id);
    return isMine && slug !== former ? slug : null;
  } catch (error) {
    if (error instanceof ApiError && error.status < 500) return null;
    throw error;
  }
}
