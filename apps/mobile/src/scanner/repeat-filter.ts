/** Lets a code through once while it stays before the camera: again only after `pauseMs` without a sight of it. */
export function createRepeatFilter(pauseMs: number): (code: string, now: number) => boolean {
  let last = { code: '', at: -Infinity };
  return (code, now) => {
    const repeated = code === last.code && now - last.at < pauseMs;
    last = { code, at: now };
    return !repeated;
  };
}
