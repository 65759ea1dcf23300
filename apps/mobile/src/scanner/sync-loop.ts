const CALM_MS = 5_000;
const FIRST_RETRY_MS = 2_000;
const LONGEST_RETRY_MS = 60_000;

/** How long to rest after a sync, given how many failed in a row; `chance` (0 to 1) spreads a field of devices that lost the same network. */
export function restAfter(failures: number, chance: number): number {
  if (failures === 0) return CALM_MS;
  const rest = Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS * 2 ** (failures - 1));
  return Math.round(rest * (0.75 + chance / 2));
}

export interface SyncLoop {
  /** Syncs now: a scan was made, or the network is back. */
  nudge: () => void;
  stop: () => void;
}

/** Syncs again and again, one at a time, backing off while it fails. `onTurn` hears how each turn went. */
export function startSyncLoop(turn: () => Promise<void>, onTurn: (failure: unknown) => void): SyncLoop {
  let failures = 0;
  let running = false;
  let nudged = false;
  let stopped = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const run = async () => {
    clearTimeout(timer);
    if (running) {
      nudged = true;
      return;
    }
    running = true;
    const failure = await turn().then(
      () => null,
      (cause: unknown) => cause ?? 'failed',
    );
    running = false;
    failures = failure === null ? 0 : failures + 1;
    if (stopped) return;
    onTurn(failure);
    const rest = nudged && failure === null ? 0 : restAfter(failures, Math.random());
    nudged = false;
    timer = setTimeout(() => void run(), rest);
  };

  void run();
  return {
    nudge: () => void run(),
    stop: () => {
      stopped = true;
      clearTimeout(timer);
    },
  };
}
