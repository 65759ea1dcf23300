import type { DraftSlot } from '@festivals/domain/programme/contract';
import type { Position } from './move-set.ts';

/** What whoever may edit can do on the timetable. */
export type Editing = {
  move: (moves: { slot: DraftSlot; to: Position }[], how: { atOnce: boolean }) => void;
  place: (artistId: string, at: Position) => void;
  open: (slotId: string) => void;
  /** Opens the sheet of a new set, of an artist where one is named. */
  begin: (artistId?: string) => void;
  undo: () => void;
  redo: () => void;
  mayUndo: boolean;
  mayRedo: boolean;
};
