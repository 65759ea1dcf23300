import { SiteChange } from '@festivals/domain/live';
import { longestMs, memory } from './memory.ts';
import { readEvents } from './read-events.ts';
import { tagsOfChange } from './tags.ts';
import { tell } from './told.ts';

/** The line says something at least this often, so that one that was cut is noticed. */
const longestSilenceMs = 15_000;
const firstPauseMs = 200;
const longestPauseMs = 3000;

export interface Hearing {
  stop(): void;
}

interface Line {
  apiUrl: string;
  siteSecret: string | null;
}

/**
 * Hears from the API which festivals changed, and forgets at once what was kept of them. While the line is cut nothing is kept for
 * long; when it is back everything is forgotten, since nobody knows what was missed.
 */
export function hearNews({ apiUrl, siteSecret }: Line, changed: () => void): Hearing {
  const stopping = new AbortController();
  const { expiry } = memory();
  const listen = async (): Promise<void> => {
    const silence = new AbortController();
    const quiet = setTimeout(() => silence.abort(new Error('The news fell silent')), longestSilenceMs);
    try {
      const answer = await fetch(`${apiUrl}/internal/site-news`, {
        headers: { authorization: `Bearer ${siteSecret}` },
        signal: AbortSignal.any([stopping.signal, silence.signal]),
        cache: 'no-store',
      });
      if (!answer.ok || answer.body === null) throw new Error(`The news answered ${answer.status}`);
      for await (const { kind, data } of readEvents(answer.body, () => quiet.refresh())) {
        if (kind === 'ready') {
          memory().hears = true;
          expiry.expireAll();
        } else {
          const change = SiteChange.safeParse(parsed(data));
          // What is said in words that we do not know may be about anything.
          if (change.success) hear(change.data);
          else expiry.expireAll();
        }
        changed();
      }
      throw new Error('The news ended');
    } finally {
      clearTimeout(quiet);
      memory().hears = false;
    }
  };
  const keepListening = async () => {
    let failures = 0;
    while (!stopping.signal.aborted) {
      const began = Date.now();
      await listen().catch((error: unknown) => {
        if (failures === 0 && !stopping.signal.aborted) console.warn(`The line to the API is cut: ${String(error)}`);
      });
      failures = Date.now() - began > longestMs(false) ? 0 : failures + 1;
      await pause(Math.min(longestPauseMs, firstPauseMs * 2 ** failures), stopping.signal);
    }
  };
  if (siteSecret !== null) void keepListening();
  return { stop: () => stopping.abort() };
}

function hear({ festivalId, domains }: SiteChange): void {
  memory().expiry.expire(tagsOfChange(festivalId, domains));
  tell(festivalId, domains.includes('festival'));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

const pause = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener(
      'abort',
      () => {
        clearTimeout(timer);
        resolve();
      },
      { once: true },
    );
  });
