/** Favourites of whoever is signed in: joined with those of their other devices. */
import { afterJoining, mostFavourites, type Favourite } from '@festivals/domain/programme/visit/favourites';
import { deviceStore } from '../shell/device-store.ts';
import { renewSession, session } from '../shell/session.ts';
import { favouriteStore } from './favourite-store.ts';

const joinedAt = (festivalId: string) => `favourites-joined:${festivalId}`;
/** Less often than this, in milliseconds, while nothing changes here. */
const pause = 60_000;

/** Joins what this device has with what the account has; guests and broken networks leave everything as it is. */
export async function joinFavourites(festivalId: string): Promise<void> {
  if (!session.expected()) return;
  const sent = favouriteStore
    .read(festivalId)
    .toSorted((a, b) => (a.changedAt < b.changedAt ? 1 : -1))
    .slice(0, mostFavourites);
  const ask = () =>
    fetch(`/api/me/festivals/${festivalId}/favourites`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json', 'x-face': 'site' },
      body: JSON.stringify({ favourites: sent }),
    });
  try {
    let answer = await ask();
    if (answer.status === 401 && (await renewSession())) answer = await ask();
    if (!answer.ok) return;
    // Our own API at our own origin; what it promises was checked on its side.
    const { data }: { data: Favourite[] } = await answer.json();
    deviceStore.set(joinedAt(festivalId), String(Date.now()));
    const here = favouriteStore.read(festivalId);
    const joined = afterJoining(here, sent, data);
    if (JSON.stringify(joined) !== JSON.stringify(here)) favouriteStore.write(festivalId, joined);
  } catch {
    // The next page asks again.
  }
}

/** Whether it is time to ask for what other devices chose meanwhile. */
export const isJoiningDue = (festivalId: string): boolean =>
  session.expected() && Date.now() - Number(deviceStore.get(joinedAt(festivalId)) ?? 0) > pause;

/** After signing in: what was chosen as a guest, at every festival, comes along. */
export const joinAllFavourites = async (): Promise<void> => {
  await Promise.all(favouriteStore.festivals().map(joinFavourites));
};
