import { join } from 'node:path';
import type { LockState } from './lock.ts';
import type { Part } from './parts.ts';
import { seconds } from './progress.ts';
import { settings } from './settings.ts';

/** What the user reads once everything answers: where to go, and as whom. */
export async function printWelcome(
  parts: readonly Part[],
  addresses: Record<string, string>,
  took: number,
): Promise<void> {
  const where = parts.flatMap(({ name, title }) => {
    const address = addresses[name];
    return address === undefined ? [] : [`  ${title.padEnd(10)} ${address}${name === 'api' ? '/api' : ''}`];
  });
  console.log(`\nThe house is open after ${seconds(took)}.\n\n${where.join('\n')}\n`);
  if (settings.demo) console.log(await accounts());
  console.log(`  Logs are in ${join(settings.data, 'logs')}. Ctrl-C closes the house.\n`);
}

async function accounts(): Promise<string> {
  const { demoAccounts } = await import('../../database/src/demo/accounts.ts');
  const width = (values: string[]) => Math.max(...values.map((value) => value.length)) + 2;
  const role = width(demoAccounts.map((account) => account.role));
  const email = width(demoAccounts.map((account) => account.email));
  const lines = demoAccounts.map(
    (account) => `  ${account.role.padEnd(role)}${account.email.padEnd(email)}${account.password}`,
  );
  return ['  Sign in to the demo festival as', ...lines, ''].join('\n');
}

/** What the user reads who opens a second house on the same data. */
export function turnAway(other: LockState): void {
  const addresses = Object.entries(other.addresses).map(([name, address]) => `  ${name.padEnd(10)} ${address}`);
  const state = other.state === 'running' ? 'is open already' : `is just ${other.state}`;
  console.error(
    [`The house ${state} (process ${other.holder.pid}, data in ${settings.data}).`, ...addresses, ''].join('\n'),
  );
  process.exitCode = 1;
}
