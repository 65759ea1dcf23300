// SQLite in the browser locks its file, so one tab has the store and the others wait for it.
const LOCK = 'festivals-store';
let yielded: () => void = () => {};

/** Resolves when this tab has the store; `onElsewhere` is called when another tab has it first. */
export async function claimStore(onElsewhere: () => void): Promise<void> {
  const free = await hold({ ifAvailable: true });
  if (free) return;
  onElsewhere();
  await Promise.race([hold({}), new Promise<void>((resolve) => (yielded = resolve))]);
}

/** Takes the store from the other tab, which reloads and then waits. */
export function takeStore(): void {
  void hold({ steal: true }).then(yielded);
}

/** Asks for the lock and keeps it as long as the tab lives; true when it was given. */
function hold(how: LockOptions): Promise<boolean> {
  return new Promise((resolve) => {
    navigator.locks
      .request(LOCK, how, (lock) => {
        resolve(lock !== null);
        return lock ? new Promise<never>(() => {}) : undefined;
      })
      // The lock was stolen: a reload ends the worker that has the file open.
      .catch(() => location.reload());
  });
}
