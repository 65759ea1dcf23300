import { join } from 'node:path';
import { type Child, type ChildEvent, runChild } from './children.ts';
import { type Part, paymentDoubleKeys } from './parts.ts';
import type { PortName } from './settings.ts';
import { takePort } from './ports.ts';
import type { ProcessId } from './processes.ts';
import { say, seconds } from './progress.ts';
import { developmentSecrets } from './secrets.ts';
import { inheritedEnvironment, settings } from './settings.ts';

export interface Addresses {
  /** What a person opens, by the part's name. */
  shown: Record<string, string>;
  /** What every part is told, as environment variables. */
  env: Record<string, string>;
  ports: Partial<Record<PortName, number>>;
}

/** Gives every part a port, and says so where it is not the usual one. */
export async function assignAddresses(parts: readonly Part[]): Promise<Addresses> {
  const ports: Partial<Record<PortName, number>> = {};
  const shown: Record<string, string> = {};
  const env: Record<string, string> = {};
  const host = ['127.0.0.1', '0.0.0.0', '::'].includes(settings.host) ? 'localhost' : settings.host;
  for (const { name, serves } of parts) {
    if (serves === undefined) continue;
    const wanted = settings.ports[serves.port];
    const port = await takePort(wanted, Object.values(settings.ports));
    if (port !== wanted) say(name, `port ${wanted} is taken, so it takes ${port}`);
    ports[serves.port] = port;
    shown[name] = `http://${host}:${port}`;
    // Servers call the API by number: a name would be looked up, and found as IPv6 first.
    env[serves.urlVariable] = name === 'api' ? `http://127.0.0.1:${port}` : `http://${host}:${port}`;
    env[`${serves.port.toUpperCase()}_PORT`] = String(port);
    if (name === 'payments') Object.assign(env, paymentDoubleKeys(`http://${host}:${port}`));
  }
  return { shown, env, ports };
}

/** Starts one part in a process of its own. `started` hears of each process, the first and those after a crash. */
export function runPart(
  part: Part,
  kind: 'start' | 'dev',
  addresses: Addresses,
  databaseUrl: string,
  started: (id: ProcessId) => void,
): Child {
  const port = part.serves === undefined ? '' : String(addresses.ports[part.serves.port]);
  const tell = (event: ChildEvent) => {
    if (event.kind === 'started') started(event.id);
    if (event.kind === 'crashed') say(part.name, `${event.how}; again in ${seconds(event.again)}`);
    if (event.kind === 'recovered') say(part.name, 'answers again');
  };
  return runChild({
    name: part.name,
    command: kind === 'start' ? part.start(port) : part.dev(port),
    cwd: join(settings.root, part.folder),
    env: {
      ...inheritedEnvironment(),
      ...developmentSecrets(join(settings.data, 'secrets.json')),
      ...addresses.env,
      DATABASE_URL: databaseUrl,
      HOST: settings.host,
      NEXT_TELEMETRY_DISABLED: '1',
      EXPO_NO_TELEMETRY: '1',
    },
    ...(part.serves === undefined ? {} : { readyUrl: `http://127.0.0.1:${port}${part.serves.readyPath}` }),
    output: kind === 'dev' ? 'terminal' : { file: join(settings.data, 'logs', `${part.name}.log`) },
    tell,
  });
}
