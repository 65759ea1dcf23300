import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, renameSync } from 'node:fs';
import { get } from 'node:http';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { signalGroup } from './lock.ts';
import { identify, type ProcessId } from './processes.ts';

export interface ChildOptions {
  name: string;
  /** Arguments for this very Node. */
  command: readonly string[];
  cwd: string;
  env: NodeJS.ProcessEnv;
  /** Answers below 500 once the child is ready. Without it the child is ready when it has said so, or lived for two seconds. */
  readyUrl?: string;
  /** Where its output goes; `terminal` prefixes each line with its name. */
  output: { file: string } | 'terminal';
  /** Called for what the user should know, and whenever a process was started. */
  tell(event: ChildEvent): void;
}

export type ChildEvent =
  | { kind: 'started'; id: ProcessId }
  | { kind: 'crashed'; how: string; again: number }
  | { kind: 'recovered' };

export interface Child {
  name: string;
  readonly id: ProcessId | undefined;
  /** Resolves when it answers; rejects when it ends three times before it ever did. */
  ready: Promise<void>;
  stop(): Promise<void>;
}

const leash = pathToFileURL(join(import.meta.dirname, 'leash.mjs')).href;
const healthyAfter = 60_000;

/** Runs a part of the house, and again with growing pauses whenever it ends by itself. */
export function runChild(options: ChildOptions): Child {
  let current: ChildProcess | undefined;
  let id: ProcessId | undefined;
  let stopping = false;
  let failures = 0;
  let wasReady = false;
  const stopped = new AbortController();
  const { promise: ready, resolve: nowReady, reject: neverReady } = Promise.withResolvers<void>();
  // The rejection is for whoever waits; a house that is already stopping does not.
  ready.catch(() => undefined);
  if (options.output !== 'terminal') startLog(options.output.file);

  const start = () => {
    const began = Date.now();
    const child = launch(options);
    current = child;
    if (child.pid !== undefined) {
      id = identify(child.pid);
      options.tell({ kind: 'started', id });
    }
    const ended = new AbortController();
    answering(child, options.readyUrl, AbortSignal.any([ended.signal, stopped.signal])).then((answers) => {
      if (!answers) return;
      if (wasReady) options.tell({ kind: 'recovered' });
      wasReady = true;
      nowReady();
    });
    child.once('exit', (code, signal) => {
      ended.abort();
      current = undefined;
      if (stopping) return;
      failures = Date.now() - began > healthyAfter ? 1 : failures + 1;
      const how = signal === null ? `ended with code ${code}` : `was ended by ${signal}`;
      if (!wasReady && failures === 3) {
        neverReady(new Error(`${options.name} ${how} three times before it was ready.${lastLines(options.output)}`));
        return;
      }
      const again = Math.min(30_000, 500 * 2 ** failures);
      options.tell({ kind: 'crashed', how, again });
      wait(again, undefined, { signal: stopped.signal }).then(start, () => undefined);
    });
  };
  start();

  return {
    name: options.name,
    get id() {
      return id;
    },
    ready,
    stop: async () => {
      stopping = true;
      stopped.abort();
      neverReady(new Error(`${options.name} was stopped before it was ready.`));
      if (current?.pid === undefined || current.exitCode !== null) return;
      const { pid } = current;
      const exit = new Promise((resolve) => current?.once('exit', resolve));
      signalGroup(pid, 'SIGTERM');
      await Promise.race([exit, wait(10_000, undefined, { ref: false })]);
      // Whatever of its group is left now has had its time.
      signalGroup(pid, 'SIGKILL');
      await exit;
    },
  };
}

function launch({ command, cwd, env, output, name }: ChildOptions): ChildProcess {
  const sink = output === 'terminal' ? ('pipe' as const) : openSync(output.file, 'a');
  // A group of its own: Ctrl-C in the terminal reaches us alone, and we end the parts in order.
  const child = spawn(process.execPath, ['--import', leash, ...command], {
    cwd,
    env: { ...env, FESTIVALS_LEASH: String(process.pid) },
    detached: true,
    stdio: ['ignore', sink, sink, 'ipc'],
  });
  if (typeof sink === 'number') closeSync(sink);
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => {
      for (const line of chunk.toString().split('\n'))
        if (line.trim() !== '') console.log(`${name.padEnd(8)}│ ${line}`);
    });
  }
  return child;
}

/** Whether the child came so far as to answer before `signal`. */
async function answering(child: ChildProcess, url: string | undefined, signal: AbortSignal): Promise<boolean> {
  if (url === undefined) {
    const said = new Promise<void>((resolve) => child.once('message', () => resolve()));
    await Promise.race([said, wait(2000, undefined, { signal }).catch(() => undefined)]);
    return !signal.aborted;
  }
  while (!signal.aborted) {
    if (await answers(url)) return true;
    await wait(100);
  }
  return false;
}

function answers(url: string): Promise<boolean> {
  return new Promise((resolve) => {
    const request = get(url, { timeout: 5000, agent: false }, (response) => {
      response.resume();
      resolve((response.statusCode ?? 500) < 500);
    });
    request.once('timeout', () => request.destroy());
    request.once('error', () => resolve(false));
  });
}

/** Begins a new log and keeps the one before, which tells why the last run ended. */
function startLog(file: string): void {
  mkdirSync(dirname(file), { recursive: true });
  if (existsSync(file)) renameSync(file, file.replace(/\.log$/, '.previous.log'));
}

function lastLines(output: ChildOptions['output']): string {
  if (output === 'terminal' || !existsSync(output.file)) return '';
  const lines = readFileSync(output.file, 'utf8').trimEnd().split('\n').slice(-12);
  return ` ${output.file} ends with:\n${lines.map((line) => `    ${line}`).join('\n')}`;
}
