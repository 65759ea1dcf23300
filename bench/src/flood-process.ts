import { Pool } from 'undici';
import { percentile, rounded } from './percentile.ts';
import type { Flooded, Flood } from './flood.ts';

/** What floods, in a process of its own: who visits does not run on the machine that answers, and must not hold up what is measured beside. */
process.once('message', async (asked: Flood) => {
  process.send?.(await flood(asked));
  process.disconnect();
});

async function flood({ origin, paths, seconds, connections }: Flood): Promise<Flooded> {
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
