import { festivalDay } from '../calendar.ts';
import type { FestivalStatus } from './contract.ts';

interface Ending {
  status: FestivalStatus;
  endsOn: string;
  zone: string;
  /** The hour at which the festival's day ends, 0 to 12. */
  cutOff: number;
}

/** Whether a festival is over: its team said so, or its last night has ended, which is not at midnight. */
export const isOver = ({ status, endsOn, zone, cutOff }: Ending, now: Date): boolean =>
  status === 'COMPLETED' ||
  // No zone's next day has begun before this one has at Greenwich: a rush of holds need not ask a calendar.
  (now.getTime() >= Date.parse(endsOn) && festivalDay(now, zone, cutOff) > endsOn);
