import { getRouteApi } from '@tanstack/react-router';
import type { ListSearch } from '../list/list-search.ts';
import type { TimetableSearch } from './timetable-search.ts';

const route = getRouteApi('/office/f/$slug/programme');
export const views = ['timetable', 'sets', 'artists', 'stages'] as const;
export type View = (typeof views)[number];
const unasked: ListSearch = { search: undefined, sort: undefined, descending: undefined, only: undefined };

export type ProgrammeAddress = ReturnType<typeof useProgrammeAddress>;

/** What the address says of the programme, and how it comes to say something else. */
export function useProgrammeAddress() {
  const found = route.useSearch();
  const { view = 'timetable', edit: opened, day, whole, sets, stage, search, sort, descending, only } = found;
  const navigate = route.useNavigate();
  const look = (next: TimetableSearch & ListSearch & { view?: View; edit?: string | undefined }) =>
    void navigate({ search: (now) => ({ ...now, ...next }), replace: true });
  const timetable: TimetableSearch = { day, whole, sets, stage };
  const asked: ListSearch = { search, sort, descending, only };
  return {
    view,
    /** What is looked at in the view's sheet; `new` for what is yet to be. */
    opened,
    timetable,
    asked,
    look,
    open: (id: string | undefined) => look({ edit: id }),
    // Each list has columns of its own: what was asked of one says nothing to another.
    goTo: (view: View, edit?: string) => look({ ...unasked, view, edit }),
  };
}
