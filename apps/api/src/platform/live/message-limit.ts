const perSecond = 10;
const burst = 30;
/** Whoever goes on so long after being refused is no office of ours. */
const mostRefusals = 200;

export type Verdict = 'heard' | 'refused' | 'disconnected';

/** How often one socket may say something: ten times a second, thirty at once. Time in milliseconds. */
export function messageLimit(startedAt: number): (now: number) => Verdict {
  let left = burst;
  let at = startedAt;
  let refusals = 0;
  return (now) => {
    left = Math.min(burst, left + ((now - at) / 1000) * perSecond);
    at = now;
    if (left >= 1) {
      left -= 1;
      return 'heard';
    }
    refusals += 1;
    return refusals > mostRefusals ? 'disconnected' : 'refused';
  };
}
