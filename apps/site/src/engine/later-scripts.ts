import { laterType } from '../shell/page-script.ts';

/** What a page's scripts wait for: its first picture, or that somebody uses it. */
export type Wait = 'picture' | 'reader';

/** Rooms of a festival that are whole without script, so that theirs may wait; in the shop one wants to press something soon. */
const waits: Readonly<Record<string, Wait>> = {
  '': 'reader',
  'line-up': 'reader',
  timetable: 'reader',
  artists: 'reader',
  map: 'reader',
  'eat-and-drink': 'reader',
  tickets: 'picture',
  practical: 'reader',
  news: 'reader',
  legal: 'reader',
};

/** What stands below a language and is no festival. */
const ownRooms: ReadonlySet<string> = new Set(['account', 'invitation', 'preview']);

/** What the scripts of a page wait for; null where they show what nothing else does. */
export function waitOf(path: string): Wait | null {
  const [, , slug = '', room = ''] = path.split('/');
  return ownRooms.has(slug) ? null : (waits[room] ?? null);
}

const scripts = /<script src="(?=\/_next\/static\/[^"]+" async=""><\/script>)/g;
const hints = /<link rel="preload" as="script"[^>]*\/>/g;

/** Has a page's scripts wait: `pageScript` runs them when it is time. */
export const makeScriptsWait = (html: string, wait: Wait): string =>
  html.replace(hints, '').replace(scripts, `<script type="${laterType}" data-wait="${wait}" src="`);
