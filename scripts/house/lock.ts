import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { identify, isAlive, type ProcessId } from './processes.ts';

export interface NamedProcess extends ProcessId {
  name: string;
}

/** What the lock of a running house says. */
export interface LockState {
  holder: ProcessId;
  state: 'starting' | 'running' | 'stopping';
  addresses: Record<string, string>;
  children: NamedProcess[];
}

export interface Lock {
  update(change: Partial<Omit<LockState, 'holder'>>): void;
  release(): void;
}

/**
 * Takes the lock, or tells who has it. A lock whose holder was killed is taken over, and children of it that still
 * live are ended first. One that is just stopping is waited for.
 */
export async function takeLock(file: string, patience = 15_000): Promise<Lock | LockState> {
  mkdirSync(dirname(file), { recursive: true });
  const since = Date.now();
  for (;;) {
    let mine: LockState = { holder: identify(process.pid), state: 'starting', addresses: {}, children: [] };
    if (create(file, mine)) {
      return {
        update: (change) => {
          mine = { ...mine, ...change };
          // Renamed into place, so that nobody ever reads half a lock.
          writeFileSync(`${file}.${process.pid}`, JSON.stringify(mine));
          renameSync(`${file}.${process.pid}`, file);
        },
        release: () => rmSync(file, { force: true }),
      };
    }
    const other = read(file);
    if (other !== undefined && isAlive(other.holder)) {
      const waited = Date.now() - since;
      // A holder whose npm was killed notices within half a second; give it that time before turning away.
      if (waited > (other.state === 'stopping' ? patience : Math.min(1200, patience))) return other;
      await wait(100);
    } else {
      await endOrphans(other?.children ?? []);
      removeStale(file, other);
    }
  }
}

function create(file: string, state: LockState): boolean {
  try {
    writeFileSync(file, JSON.stringify(state), { flag: 'wx', mode: 0o600 });
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

function read(file: string): LockState | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

/** Moves the stale lock away; should a third process have taken it over in between, it gets its lock back. */
function removeStale(file: string, stale: LockState | undefined): void {
  const aside = `${file}.stale.${process.pid}`;
  try {
    renameSync(file, aside);
  } catch {
    return;
  }
  const moved = read(aside);
  if (moved !== undefined && JSON.stringify(moved.holder) !== JSON.stringify(stale?.holder)) renameSync(aside, file);
  else rmSync(aside, { force: true });
}

/** Ends what a killed house left running, each with its whole group. */
async function endOrphans(children: readonly ProcessId[]): Promise<void> {
  const living = children.filter(isAlive);
  for (const signal of ['SIGTERM', 'SIGKILL'] as const) {
    for (const child of living.filter(isAlive)) signalGroup(child.pid, signal);
    for (let attempt = 0; attempt < 50 && living.some(isAlive); attempt += 1) await wait(100);
  }
}

/** Signals a process that leads its group, and all that it started. */
export function signalGroup(pid: number, signal: NodeJS.Signals): void {
  for (const target of [-pid, pid]) {
    try {
      process.kill(target, signal);
    } catch {
      // Gone already, which is what we want.
    }
  }
}
