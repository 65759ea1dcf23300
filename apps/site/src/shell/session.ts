import { deviceStore } from './device-store.ts';

const renewedAt = 'session-renewed-at';
const signedIn = 'signed-in';

/** Whether someone signed in on this device: saves guests a question whose answer is no. The cookies decide. */
export const session = {
  expected: (): boolean => deviceStore.get(signedIn) === 'yes',
  began: (): void => deviceStore.set(signedIn, 'yes'),
  ended: (): void => deviceStore.remove(signedIn),
};

/** The key of what is kept here: of an account while there is one, whose keys go with their owner (`account/device-owner.ts`). */
export const keptBy = (key: string): string => (session.expected() ? `my-${key}` : key);

/** What is kept here, by a guest or by an account. */
export const recallKept = (key: string): string | null => deviceStore.get(key) ?? deviceStore.get(`my-${key}`);

/**
 * Renews the session with its refresh cookie. One tab at a time: a refresh token used twice counts as stolen and would end them all.
 */
export async function renewSession(): Promise<boolean> {
  if (!session.expected()) return false;
  const asked = Date.now();
  const renew = () => renewUnless(() => Number(deviceStore.get(renewedAt)) > asked);
  // Browsers have locks on secure origins only; elsewhere the server's own patience with two tabs has to do.
  return 'locks' in navigator ? navigator.locks.request('session', renew) : renew();
}

async function renewUnless(anotherTabDid: () => boolean): Promise<boolean> {
  if (anotherTabDid()) return true;
  // Not through the client, which would renew the session to renew the session.
  const headers = { 'x-face': 'site', 'content-type': 'application/json' };
  const answer = await fetch('/api/auth/refresh', { method: 'POST', headers, body: '{}' }).catch(() => null);
  if (answer?.ok) deviceStore.set(renewedAt, String(Date.now()));
  if (answer?.status === 401) session.ended();
  return answer?.ok ?? false;
}
