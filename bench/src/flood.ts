import { fork } from 'node:child_process';
import { once } from 'node:events';
import { constants, setPriority } from 'node:os';
import { join } from 'node:path';

export interface Flood {
  origin: string;
  paths: readonly string[];
  seconds: number;
  connections: number;
}

export interface Flooded {
  perSecond: number;
  p99Ms: number;
}

/** As many as `connections` at once ask for pages, in turn, for so long; each takes what it is given packed, as browsers do. */
export async function flood(
  origin: string,
  paths: readonly string[],
  { seconds, connections }: { seconds: number; connections: number },
): Promise<Flooded> {
  const visitors = fork(join(import.meta.dirname, 'flood-process.ts'));
  // They share the cores with what they measure, which in truth they would not.
  if (visitors.pid !== undefined) setPriority(visitors.pid, constants.priority.PRIORITY_BELOW_NORMAL);
  const answered = once(visitors, 'message');
  const ended = once(visitors, 'exit').then(([code]) => Promise.reject(new Error(`The flood ended with ${code}`)));
  visitors.send({ origin, paths, seconds, connections } satisfies Flood);
  // Sent by our own process, which says nothing else.
  const [flooded] = (await Promise.race([answered, ended])) as [Flooded];
  ended.catch(() => undefined);
  return flooded;
}
