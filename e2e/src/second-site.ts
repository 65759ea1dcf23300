import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { house } from './house.ts';

export interface SecondSite {
  port: number;
  close(): Promise<void>;
}

/** Another process of the built site beside the house's own, as where one is not enough. */
export async function openSecondSite(): Promise<SecondSite> {
  const port = await freePort();
  const secrets: Record<string, string> = JSON.parse(readFileSync(join(house.data, 'secrets.json'), 'utf8'));
  const folder = join(import.meta.dirname, '../../apps/site');
  const site = spawn(process.execPath, ['src/serve.ts', '--hostname', '127.0.0.1', '--port', String(port)], {
    cwd: folder,
    env: {
      ...process.env,
      // What the tests run as is nothing to the site.
      NODE_ENV: 'production',
      API_URL: house.api,
      SITE_URL: house.site,
      OFFICE_URL: house.office,
      APP_URL: house.app,
      SITE_SECRET: secrets['SITE_SECRET'],
      PSEUDO_LANGUAGE: 'on',
    },
    stdio: 'ignore',
  });
  const answers = () =>
    fetch(`http://127.0.0.1:${port}/en`).then(
      ({ ok }) => ok,
      () => false,
    );
  while (site.exitCode === null && !(await answers())) await wait(100);
  if (site.exitCode !== null) throw new Error('The second site did not open.');
  return {
    port,
    close: async () => {
      const ended = once(site, 'exit');
      site.kill('SIGTERM');
      await ended;
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  // A server that listens at a port has an address of this kind.
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}
