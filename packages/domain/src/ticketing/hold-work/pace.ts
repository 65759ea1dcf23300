/** When a sale is a rush: so many want to hold something of one festival within a short time. */

/** As many as a calm sale has at most within the window. */
export const calmHolds = 200;
export const windowMs = 10_000;
/** A rush goes on for so long after the last moment at which there were more. */
export const rushMs = 60_000;

/** How many came since when, and until when it is a rush; moments in milliseconds since 1970. */
export interface Pace {
  since: number;
  holds: number;
  rushUntil: number;
}

/** The pace once one more came. */
export function paceAfter(pace: Pace | undefined, now: number): Pace {
  const goesOn = pace !== undefined && now - pace.since < windowMs;
  const holds = goesOn ? pace.holds + 1 : 1;
  return {
    since: goesOn ? pace.since : now,
    holds,
    rushUntil: holds > calmHolds ? now + rushMs : (pace?.rushUntil ?? 0),
  };
}

export const isRush = (pace: Pace | undefined, now: number): boolean => pace !== undefined && now < pace.rushUntil;
