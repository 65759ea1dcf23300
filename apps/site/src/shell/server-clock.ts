let ahead = 0;
/** Less than this between two clocks is none, in milliseconds. */
const slack = 2000;

/** The server's time, since a buyer's clock may be wrong and a hold ends by the server's. */
export const serverClock = {
  /**
   * Learns from the `Date` of an answer. It counts whole seconds, so that less than two seconds of difference is none, and what is known
   * stays as long as no answer contradicts it: what counts down to a moment must not start anew with each of them.
   */
  read(date: string | null): void {
    const difference = date === null ? Number.NaN : Date.parse(date) - Date.now();
    if (!Number.isFinite(difference)) return;
    const heard = Math.abs(difference) < slack ? 0 : difference;
    if (Math.abs(heard - ahead) >= slack) ahead = heard;
  },
  /** Asks what time it is, of the page itself; keeps what is known when nobody answers. */
  async learn(): Promise<void> {
    const answer = await fetch(location.pathname, { method: 'HEAD', cache: 'no-store' }).catch(() => null);
    // What lay in a cache on the way tells for how long.
    const age = Number(answer?.headers.get('age') ?? 0) * 1000;
    const date = answer?.headers.get('date') ?? null;
    this.read(date === null ? null : new Date(Date.parse(date) + age).toUTCString());
  },
  /** The server's time now, as far as it is known. */
  now: (): Date => new Date(Date.now() + ahead),
  /** The moment on this device's clock at which the server's shows `instant`. */
  onThisDevice(instant: string): string {
    return new Date(Date.parse(instant) - ahead).toISOString();
  },
};
