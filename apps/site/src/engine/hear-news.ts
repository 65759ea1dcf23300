import { longestMs, memory } from './memory.ts';
import { tagsOfChange } from './tags.ts';

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
  const forget = (line: string) => {
    const said = parsed(line);
    if (said === null) return;
    expiry.expire(tagsOfChange(said.festivalId, said.domains));
    changed();
  };
  const listen = async (): Promise<void> => {
    const silence = new AbortController();
    const quiet = setTimeout(() => silence.abort(), longestSilenceMs);
    try {
      const answer = await fetch(`${apiUrl}/internal/site-news`, {
        headers: { authorization: `Bearer ${siteSecret}` },
        signal: AbortSignal.any([stopping.signal, silence.signal]),
        cache: 'no-store',
      });
      if (!answer.ok || answer.body === null) throw new Error(`The news answered ${answer.status}`);
      let rest = '';
      for await (const text of answer.body.pipeThrough(new TextDecoderStream())) {
        quiet.refresh();
        const lines = (rest + text).split('\n');
        rest = lines.pop() ?? '';
        for (const line of lines) {
          if (line === 'event: ready') {
            memory().hears = true;
            expiry.expireAll();
            changed();
          } else if (line.startsWith('data: ')) forget(line.slice('data: '.length));
        }
      }
    } finally {
      clearTimeout(quiet);
      memory().hears = false;
    }
  };
  const keepListening = async () => {
    let failures = 0;
    while (!stopping.signal.aborted) {
      const began = Date.now();
      await listen().catch(() => undefined);
      failures = Date.now() - began > longestMs(false) ? 0 : failures + 1;
      await pause(Math.min(longestPauseMs, firstPauseMs * 2 ** failures), stopping.signal);
    }
  };
  if (siteSecret !== null) void keepListening();
  return { stop: () => stopping.abort() };
}

interface Change {
  festivalId: string;
  domains: string[];
}

function parsed(text: string): Change | null {
  try {
    const said: unknown = JSON.parse(text);
    // Said by our own API, to whoever knows the secret.
    return said as Change;
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
