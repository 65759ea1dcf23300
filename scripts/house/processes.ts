import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

/** A process and when it began: numbers are given out again, the pair is not. */
export interface ProcessId {
  pid: number;
  birth: string;
}

export function identify(pid: number): ProcessId {
  return { pid, birth: birthOf(pid) ?? 'unknown' };
}

/** Whether exactly that process still lives. */
export function isAlive({ pid, birth }: ProcessId): boolean {
  return birthOf(pid) === birth;
}

/** Something that tells a process from an earlier one with its number, or undefined when there is none. */
function birthOf(pid: number): string | undefined {
  if (existsSync('/proc/self/stat')) {
    const fields = statOf(pid);
    // A zombie has ended; its parent has only not asked yet.
    return fields === undefined || fields[0] === 'Z' ? undefined : fields[19];
  }
  try {
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim() || undefined;
  } catch {
    return undefined;
  }
}

/** The fields of `/proc/<pid>/stat` from the state on; what precedes them holds a name with any characters. */
function statOf(pid: number): string[] | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return text.slice(text.lastIndexOf(')') + 2).split(' ');
  } catch {
    return undefined;
  }
}

function parentOf(pid: number): number | undefined {
  const parent = statOf(pid)?.[1];
  return parent === undefined ? undefined : Number(parent);
}

/**
 * Calls back once when whoever started this process is gone: a parent with a channel to us, or the npm that runs us,
 * whose shell would outlive it. A process started by hand goes on without its shell.
 */
export function whenDeserted(leave: () => void): void {
  let left = false;
  const once = () => {
    if (!left) leave();
    left = true;
  };
  process.once('disconnect', once);
  process.channel?.unref();
  const npm = npmAbove();
  if (npm === undefined) return;
  const watch = setInterval(() => {
    if (isAlive(npm)) return;
    clearInterval(watch);
    once();
  }, 500);
  watch.unref();
}

/** The npm that runs us as one of its scripts: some steps up, behind its shell and perhaps another Node. */
function npmAbove(): ProcessId | undefined {
  if (process.env['npm_lifecycle_event'] === undefined) return undefined;
  let pid: number | undefined = process.ppid;
  for (let step = 0; step < 4 && pid !== undefined && pid > 1; step += 1) {
    if (/(^|[\s/])npm/.test(commandOf(pid))) return identify(pid);
    pid = parentOf(pid);
  }
  return undefined;
}

function commandOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
  } catch {
    return '';
  }
}
