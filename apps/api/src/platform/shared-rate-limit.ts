/** Rate limits that all processes of the API count together in Redis; where none is configured, or while none answers, each counts for itself. */
import { createClient } from 'redis';
import type { Resources } from './context.ts';
import { allowanceOf, RateLimiter, type Allowance, type Counted } from './rate-limit.ts';

/** Longer than a Redis next door ever takes; a limit is not worth more of anybody's time. */
const patienceMs = 200;
/** How long a Redis that did not answer is left alone. */
const restMs = 2000;

export interface SharedLimiter {
  /** Counts one use at `now` (milliseconds). Never rejects: who cannot be counted by all is counted here. */
  use(counted: Counted, now: number): Promise<Allowance>;
  close(): Promise<void>;
}

/** Adds one to a window, which begins with its first use; how many there are, and how many milliseconds it goes on. */
const count = `
  local used = redis.call('incr', KEYS[1])
  if used == 1 then redis.call('pexpire', KEYS[1], ARGV[1]) end
  return { used, redis.call('pttl', KEYS[1]) }`;

export function openLimiter({ env, log }: Pick<Resources, 'env' | 'log'>): SharedLimiter {
  const own = new RateLimiter();
  if (env.REDIS_URL === undefined) return { use: async (...use) => own.use(...use), close: async () => undefined };

  // What cannot be asked now is not asked later: then it would be counted twice.
  const client = createClient({ url: env.REDIS_URL, disableOfflineQueue: true });
  let shared: boolean | null = null;
  let restsUntil = 0;
  const tell = (works: boolean, error?: unknown) => {
    if (shared === works) return;
    shared = works;
    if (works) log.info('Redis answers: rate limits are counted by all processes together');
    else log.error({ err: error }, 'Redis does not answer: rate limits are counted by each process alone');
  };
  client.on('error', (error: unknown) => tell(false, error));
  client.connect().catch((error: unknown) => tell(false, error));

  const countTogether = async ({ key, windowMs }: Counted): Promise<readonly [used: number, endsInMs: number]> => {
    const answer = await client.eval(count, { keys: [`festivals:limit:${key}`], arguments: [String(windowMs)] });
    // The script's two numbers.
    return answer as [number, number];
  };
  return {
    use: async (counted, now) => {
      if (!client.isReady || performance.now() < restsUntil) return own.use(counted, now);
      try {
        const [used, endsInMs] = await within(patienceMs, countTogether(counted));
        tell(true);
        return allowanceOf(counted, used, endsInMs);
      } catch (error) {
        restsUntil = performance.now() + restMs;
        tell(false, error);
        return own.use(counted, now);
      }
    },
    close: async () => {
      if (client.isOpen) client.destroy();
    },
  };
}

function within<T>(milliseconds: number, work: Promise<T>): Promise<T> {
  const { promise, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Error(`No answer in ${milliseconds} ms`)), milliseconds);
  return Promise.race([work, promise]).finally(() => clearTimeout(timer));
}
