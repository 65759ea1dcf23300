let ahead = 0;

/** The server's time, since a buyer's clock may be wrong and a hold ends by the server's. */
export const serverClock = {
  /** Learns from the `Date` of an answer. It counts whole seconds, so that less than two seconds of difference is none. */
  read(date: string | null): void {
    const difference = date === null ? Number.NaN : Date.parse(date) - Date.now();
    if (Number.isFinite(difference)) ahead = Math.abs(difference) < 2000 ? 0 : difference;
  },
  /** The server's time now, as far as it is known. */
  now: (): Date => new Date(Date.now() + ahead),
  /** The moment on this device's clock at which the server's shows `instant`. */
  onThisDevice(instant: string): string {
    return new Date(Date.parse(instant) - ahead).toISOString();
  },
};
