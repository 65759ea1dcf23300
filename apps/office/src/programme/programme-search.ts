import { z } from 'zod';
import { listSearch } from '../list/list-search.ts';
import { SetFilter } from './timetable-search.ts';

/** What the address of the programme's screen says. */
export const programmeSearch = z.object({
  view: z.enum(['timetable', 'sets', 'artists', 'stages']).optional().catch(undefined),
  day: z.iso.date().optional().catch(undefined),
  /** All days at a glance. */
  whole: z.boolean().optional().catch(undefined),
  /** Which sets, and the stages with which letters, are shown. */
  sets: SetFilter.optional().catch(undefined),
  stage: z.coerce.string().max(80).optional().catch(undefined),
  ...listSearch,
  /** The artist, stage or set that is open in its sheet; `new` for one that is yet to be. */
  edit: z.string().optional().catch(undefined),
});
