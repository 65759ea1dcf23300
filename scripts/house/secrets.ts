import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** What a real installation is given by its operator, and a development house makes for itself. */
const names = ['JWT_SECRET', 'SEALING_SECRET', 'SITE_SECRET'] as const;

/**
 * The secrets as environment variables: those given to this process, else those of the file, else new ones, which are
 * kept in the file (readable by its owner alone), so that sessions and festival keys survive a restart.
 */
export function developmentSecrets(file: string): Record<string, string> {
  const kept: Record<string, string> = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
  const missing = names.filter((name) => kept[name] === undefined);
  if (missing.length > 0) {
    for (const name of missing) kept[name] = randomBytes(32).toString('base64url');
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(`${file}.new`, `${JSON.stringify(kept, null, 2)}\n`, { mode: 0o600 });
    renameSync(`${file}.new`, file);
  }
  return Object.fromEntries(names.map((name) => [name, process.env[name] || (kept[name] ?? '')]));
}
