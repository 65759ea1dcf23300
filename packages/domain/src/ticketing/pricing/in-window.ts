/** From when until when something counts; null is without a beginning or an end. The end itself is over. */
interface Window {
  from: string | null;
  until: string | null;
}

/** Whether a moment lies within a window. Instants are compared as moments: one may be written with fewer digits than another. */
export const inWindow = ({ from, until }: Window, now: Date): boolean =>
  (from === null || Date.parse(from) <= now.getTime()) && (until === null || Date.parse(until) > now.getTime());
