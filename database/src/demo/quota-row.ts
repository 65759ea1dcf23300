import type { DemoFestival } from './festivals.ts';
import type { Row } from './insert-rows.ts';

/** Something that is counted, with what the season sold of it. */
export interface Counted {
  id: string;
  capacity: number;
  sold: number;
}

/** The row of something that is counted by itself; `linked` where shared quotas follow it. */
export const quotaRow = (festival: DemoFestival, { id, capacity, sold }: Counted, linked = false): Row => ({
  festival_id: festival.id,
  id,
  capacity,
  sold,
  held: 0,
  shared: false,
  linked,
  version: 1,
  name: null,
});
