import { createServer } from 'node:net';

/** Below what systems give away by themselves, and above where houses look for theirs: what is free here stays so until whoever it is for has started. */
const [first, count] = [26_000, 6_000] as const;

/** A port on which nobody listens at this moment, nor is likely to before long. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = first + Math.floor(Math.random() * count);
    if (await isFree(port)) return port;
  }
}

const isFree = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const server = createServer()
      .once('error', () => resolve(false))
      .listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
