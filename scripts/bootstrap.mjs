// Plain JavaScript for any Node from 20 on, without dependencies: it runs before anything is installed.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const wantedMajor = 24;

/**
 * Installs what is missing, then runs a TypeScript module of `scripts/` under the project's own Node.
 * @param {string} module its path, relative to `scripts/`
 */
export async function runUnderProjectNode(module) {
  if (!isInstalled()) install();
  if (majorOf(process.versions.node) >= wantedMajor) {
    await import(join(root, 'scripts', module));
    return;
  }
  await handOver(projectNode());
}

function stop(message) {
  console.error(`\n${message}\n`);
  process.exit(1);
}

const majorOf = (version) => Number(version.split('.')[0]);

/** Whether `node_modules` holds every package of the lockfile in its locked version. Other platforms' packages may be absent. */
function isInstalled() {
  const locked = readLockfile(join(root, 'package-lock.json'));
  const installed = readLockfile(join(root, 'node_modules/.package-lock.json'));
  if (installed === undefined) return false;
  if (locked === undefined) return true;
  return Object.entries(locked).every(([path, entry]) => {
    if (!path.includes('node_modules/') || entry.link) return true;
    const found = installed[path];
    if (found === undefined) return Boolean(entry.optional || entry.devOptional || entry.peer);
    return found.version === entry.version;
  });
}

function readLockfile(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).packages : undefined;
}

function install() {
  console.log('Installing the packages; the first time this takes a minute or two.');
  // Not `npm ci`: it insists that the lockfile lists other platforms' optional packages too, which a registry may lack.
  npm(['install', '--no-audit', '--no-fund', '--loglevel=error']);
}

function npm(args) {
  // npm tells its scripts where it is, so that the same npm is used even when none is on the path.
  const cli = process.env.npm_execpath;
  const [program, first] = cli?.endsWith('.js') ? [process.execPath, [cli]] : ['npm', []];
  const { status } = spawnSync(program, [...first, ...args], { cwd: root, stdio: 'inherit' });
  if (status !== 0) stop(`npm ${args[0]} failed. Is the registry reachable?`);
}

/** The Node that npm installed as a package. With `--ignore-scripts` only its shell is there, so it is built now. */
function projectNode() {
  const program = join(root, 'node_modules/node/bin/node');
  if (!existsSync(program)) npm(['rebuild', 'node', '--foreground-scripts', '--loglevel=error']);
  if (!existsSync(program)) {
    stop(
      `This is Node ${process.versions.node}; Festivals needs Node ${wantedMajor} and npm could not provide it. Install Node ${wantedMajor} and try again.`,
    );
  }
  return program;
}

/** Goes on in a process of that Node; signals are passed on, and should this process die, the other hears it. */
function handOver(program) {
  const child = spawn(program, process.argv.slice(1), { stdio: ['inherit', 'inherit', 'inherit', 'ipc'] });
  // A terminal sends Ctrl-C to both; the other one ends in order, this one waits for it.
  process.on('SIGINT', () => undefined);
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  return new Promise((resolve) => {
    child.once('exit', (code, signal) => {
      process.exitCode = code ?? (signal === 'SIGINT' ? 130 : 1);
      resolve();
    });
  });
}
