import { Pool } from 'undici';
import { percentile, rounded } from './percentile.ts';

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
  const pool = new Pool(origin, { connections, pipelining: 1 });
  const times: number[] = [];
  const until = performance.now() + seconds * 1000;
  let at = 0;
  const visitor = async () => {
    while (performance.now() < until) {
      const began = performance.now();
      const path = paths[at++ % paths.length] ?? '/';
      const { statusCode, body } = await pool.request({ method: 'GET', path, headers: { 'accept-encoding': 'br' } });
      await body.dump({ limit: 10_000_000 });
      if (statusCode !== 200) throw new Error(`${path} answered ${statusCode}`);
      times.push(performance.now() - began);
    }
  };
  const began = performance.now();
  await Promise.all(Array.from({ length: connections }, visitor));
  const took = (performance.now() - began) / 1000;
  await pool.close();
  return { perSecond: Math.round(times.length / took), p99Ms: rounded(percentile(times, 0.99)) };
}
