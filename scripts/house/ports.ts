import { createServer } from 'node:net';

const given = new Set<number>();

/** The wanted port, or the next one after it that is free and not among those kept for others; each is given once. */
export async function takePort(wanted: number, keptForOthers: readonly number[] = []): Promise<number> {
  for (let port = wanted; port < Math.min(wanted + 200, 65536); port += 1) {
    if (given.has(port) || (port !== wanted && keptForOthers.includes(port))) continue;
    // Taken before it is tried, so that two who ask together are not given the same.
    given.add(port);
    if (await isFree(port)) return port;
  }
  throw new Error(`No port is free from ${wanted} on.`);
}

/** Tries every address of the machine: a server on one of them is enough to make the port somebody else's. */
async function isFree(port: number): Promise<boolean> {
  const tries = await Promise.all(['::', '0.0.0.0'].map((host) => tryListen(port, host)));
  return tries.every((error) => error === undefined || error === 'EAFNOSUPPORT' || error === 'EADDRNOTAVAIL');
}

function tryListen(port: number, host: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) => resolve(error.code));
    // Only IPv6 on '::', so that the two probes do not stand in each other's way.
    probe.listen({ port, host, ipv6Only: true }, () => probe.close(() => resolve(undefined)));
  });
}
