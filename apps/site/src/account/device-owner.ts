/** One person after another on the same device: what an account leaves here is not for the next. */
import { favouriteStore } from '../programme/favourite-store.ts';
import { deviceStore } from '../shell/device-store.ts';
import { session } from '../shell/session.ts';

const owner = 'account-of';

/** Somebody has signed in. What a guest chose here comes along with them; what is of another account goes first. */
export function settleIn(personId: string): void {
  const before = deviceStore.get(owner);
  if (before !== null && before !== personId) clear();
  deviceStore.set(owner, personId);
  session.began();
}

/** Whether somebody is still whom this device belongs to. */
export const isHere = (personId: string): boolean => session.expected() && deviceStore.get(owner) === personId;

/** Somebody signs out: what they chose, bought and opened while they were in goes with them. */
export function moveOut(): void {
  session.ended();
  clear();
}

function clear(): void {
  favouriteStore.forget();
  for (const key of [...deviceStore.keys('my-'), ...deviceStore.keys('purchase:'), owner]) deviceStore.remove(key);
}
