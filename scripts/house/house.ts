import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Child } from './children.ts';
import { type HouseDatabase, openDatabase } from './database.ts';
import { type Lock, takeLock } from './lock.ts';
import { type Part, parts as allParts, paymentDouble } from './parts.ts';
import { whenDeserted } from './processes.ts';
import { giveUp, say } from './progress.ts';
import { assignAddresses, runPart } from './run-parts.ts';
import { settings } from './settings.ts';
import { printWelcome, turnAway } from './welcome.ts';

export interface HouseMode {
  /** `start` runs what was built; `dev` runs the sources and reloads what changes. */
  kind: 'start' | 'dev';
  /** What has to be made before any part can start. */
  prepare(): Promise<void>;
  parts?: readonly Part[];
}

interface Rooms {
  database: Promise<HouseDatabase>;
  children: Child[];
}

/**
 * Opens the whole house: one at a time on one data folder, database first, then every part, each in a process of its
 * own; and closes it again in the opposite order at Ctrl-C, SIGTERM, or when whoever started it is gone.
 */
export async function openHouse({ kind, prepare, parts = chosenParts() }: HouseMode): Promise<void> {
  const began = Date.now();
  console.log(`\nFestivals · Node ${process.versions.node} (${process.execPath})\n`);
  mkdirSync(settings.data, { recursive: true });
  const lock = await takeLock(join(settings.data, 'house.lock'));
  if ('holder' in lock) return turnAway(lock);

  // One that a killed house left would promise addresses that do not answer yet.
  if (settings.readyFile !== undefined) rmSync(settings.readyFile, { force: true });
  const rooms: Rooms = { database: openDatabase(), children: [] };
  const closing = new AbortController();
  const close = closer(lock, rooms, closing);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(signal, () => void close(`\n  Closing the house (${signal}).`));
  // Whoever read our output may leave before us; the house stays open, and is closed in order whatever else happens.
  process.stdout.on('error', () => undefined);
  process.on('uncaughtException', (error) => void close('', error));
  whenDeserted(() => void close('\n  Closing the house: whoever opened it is gone.'));

  try {
    // Building takes the processor and the database hardly any, so both go on together.
    const [database] = await Promise.all([rooms.database, prepare()]);
    const addresses = await assignAddresses(parts);
    if (closing.signal.aborted) return;
    const remember = () =>
      lock.update({ children: rooms.children.flatMap(({ name, id }) => (id === undefined ? [] : [{ name, ...id }])) });
    rooms.children = parts.map((part) => runPart(part, kind, addresses, database.url, remember));
    remember();
    await Promise.all(rooms.children.map(announce));
    lock.update({ state: 'running', addresses: addresses.shown });
    tellReadyFile({ ...addresses.shown, database: database.url });
    await printWelcome(parts, addresses.shown, Date.now() - began);
  } catch (error) {
    await close('', error);
  }
}

/** All parts, or those of `--only`. */
function chosenParts(): readonly Part[] {
  const unknown = settings.only?.find((name) => allParts.every((part) => part.name !== name));
  if (unknown !== undefined)
    throw new Error(`There is no part ${unknown}; there are ${allParts.map((part) => part.name).join(', ')}`);
  const chosen = settings.only === undefined ? allParts : allParts.filter((part) => settings.only?.includes(part.name));
  return settings.paymentDouble ? [paymentDouble, ...chosen] : chosen;
}

async function announce(child: Child): Promise<void> {
  const began = Date.now();
  await child.ready;
  say(child.name, 'answers', Date.now() - began);
}

/** Closes once, whoever asks; the error, if any, is what the user reads last. */
function closer(lock: Lock, rooms: Rooms, closing: AbortController) {
  let closed: Promise<never> | undefined;
  return (why: string, error?: unknown): Promise<never> => {
    closed ??= (async () => {
      closing.abort();
      if (why !== '') console.log(why);
      lock.update({ state: 'stopping' });
      withdrawReadyFile();
      await Promise.all(rooms.children.map((child) => child.stop()));
      // One that is just starting is waited for: it must not be left running.
      const [database] = await Promise.allSettled([rooms.database]);
      if (database.status === 'fulfilled') await database.value.stop();
      lock.release();
      if (error !== undefined) giveUp(error);
      process.exit();
    })();
    return closed;
  };
}

function tellReadyFile(facts: Record<string, string>): void {
  if (settings.readyFile === undefined) return;
  writeFileSync(settings.readyFile, `${JSON.stringify({ ...facts, pid: process.pid }, null, 2)}\n`, { mode: 0o600 });
}

function withdrawReadyFile(): void {
  const file = settings.readyFile;
  if (file === undefined || !existsSync(file)) return;
  const isOurs = JSON.parse(readFileSync(file, 'utf8')).pid === process.pid;
  if (isOurs) rmSync(file);
}
