import { serverClock } from './server-clock.ts';

/** Learns the server's time from our own page's head, which costs neither the API nor the database anything. */
export async function askTime(): Promise<void> {
  try {
    const answer = await fetch(location.pathname, { method: 'HEAD', cache: 'no-store' });
    const date = answer.headers.get('date');
    // A cache between says how old its copy is (RFC 9111, 5.1).
    const age = Number(answer.headers.get('age') ?? 0);
    serverClock.read(date === null ? null : new Date(Date.parse(date) + age * 1000).toUTCString());
  } catch {
    // Offline: this device's own clock has to do.
  }
}
