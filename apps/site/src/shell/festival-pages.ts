import { paths } from './paths.ts';

/** The pages of a festival in the order in which its navigation names them; the names are `site.shell.pages.*`. */
export const festivalPages = [
  { name: 'lineUp', path: paths.lineUp },
  { name: 'timetable', path: paths.timetable },
  { name: 'map', path: paths.map },
  { name: 'eat', path: paths.eat },
  { name: 'tickets', path: paths.tickets },
  { name: 'practical', path: paths.practical },
  { name: 'news', path: paths.news },
] as const;
