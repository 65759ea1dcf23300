import type { Festival } from '@festivals/domain/festival/contract';
import { isOver } from '@festivals/domain/festival/is-over';

/** Whether nothing of a festival is still to come: it is over, or does not take place. */
export const isPast = (festival: Pick<Festival, 'status' | 'endsOn' | 'zone' | 'cutOff'>): boolean =>
  festival.status === 'CANCELLED' || isOver(festival, new Date());
