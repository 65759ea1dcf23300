import type { Language } from '@festivals/messages';
import { ownFestival } from './own-festival.ts';

/** The addresses of the site; every page is named here and nowhere else. */
export const paths = {
  home: () => '',
  festivals: () => '/festivals',
  festival: (slug: string) => `/${slug}`,
  lineUp: (slug: string) => `/${slug}/line-up`,
  lineUpAs: (slug: string, view: 'poster' | 'grid' | 'list') =>
    view === 'poster' ? `/${slug}/line-up` : `/${slug}/line-up/${view}`,
  /** Where the line-up's form leads without script. */
  lineUpSearch: (slug: string) => `/${slug}/line-up/search`,
  artist: (slug: string, artistSlug: string) => `/${slug}/artists/${artistSlug}`,
  timetable: (slug: string) => `/${slug}/timetable`,
  timetableOf: (slug: string, day: string, view?: 'grid' | 'list') =>
    `/${slug}/timetable/${day}${view === undefined ? '' : `/${view}`}`,
  myProgramme: (slug: string) => `/${slug}/my-programme`,
  sharedProgramme: (slug: string, choice: string) => `/${slug}/programme/${choice}`,
  map: (slug: string) => `/${slug}/map`,
  eat: (slug: string) => `/${slug}/eat-and-drink`,
  tickets: (slug: string) => `/${slug}/tickets`,
  practical: (slug: string) => `/${slug}/practical`,
  news: (slug: string) => `/${slug}/news`,
  legal: (slug: string, text: string) => `/${slug}/legal/${text}`,
  order: (slug: string, orderId: string) => `/${slug}/orders/${orderId}`,
  ticket: (slug: string, ticketId: string) => `/${slug}/ticket/${ticketId}`,
  /** What a guest's mail leads to. */
  invitation: (token: string) => `/invitation/${token}`,
  account: () => '/account',
  login: () => '/account/login',
  register: () => '/account/register',
  forgot: () => '/account/forgot',
  reset: () => '/account/reset',
  verify: () => '/account/verify',
  linkByMail: () => '/account/link',
  waysIn: () => '/account/sign-in',
  myOrders: () => '/account/orders',
  profile: () => '/account/profile',
  myData: () => '/account/data',
  confirmEmail: () => '/account/email',
  confirmDeletion: () => '/account/delete',
};

/** How a link to a page says that it is the one that is read, or that what is read lies below it. A festival's first page holds all others. */
export function currentAt(page: string, path: string): 'page' | 'true' | undefined {
  if (page === path) return 'page';
  return page.split('/').length > 2 && path.startsWith(`${page}/`) ? 'true' : undefined;
}

/** A page's address in a language: `inLanguage('de', paths.tickets('solstice'))` is `/de/solstice/tickets`. */
export function inLanguage(language: Language, path: string): string {
  const own = ownFestival();
  // On its own domain a festival's name is not in its addresses.
  return own !== null && isBelow(path, own) ? onOwnDomain(language, path) : `/${language}${path}`;
}

/** The same on the festival's own domain: `/de/tickets`. */
export const onOwnDomain = (language: Language, path: string): string => `/${language}${path.replace(/^\/[^/]+/, '')}`;

const isBelow = (path: string, slug: string): boolean => path === `/${slug}` || path.startsWith(`/${slug}/`);
