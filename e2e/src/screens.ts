/** The screens of the web faces that have an address of their own, as the demo's organiser and visitors see them. */

/** The site's pages, below its language. */
export const sitePages = [
  '',
  '/festivals?genre=jazz',
  '/solbrume',
  '/zoutlicht',
  '/laiton',
  '/solbrume/line-up',
  '/laiton/line-up',
  '/solbrume/line-up/grid',
  '/solbrume/line-up/list',
  '/solbrume/timetable',
  '/solbrume/my-programme',
  '/solbrume/tickets',
  '/solbrume/practical',
  '/solbrume/news',
  '/account',
  '/account/login',
  '/account/register',
  '/account/forgot',
  '/account/reset#token',
  '/account/verify#token',
] as const;

/** What the office shows to those who are not signed in. */
export const officeDoors = [
  '/sign-in',
  '/register',
  '/forgot-password',
  '/reset-password?token=x',
  '/verify-email?token=x',
] as const;

/** What the office shows to an organiser. */
export const officeScreens = [
  '/',
  '/new',
  '/account',
  '/f/solbrume',
  '/f/solbrume/programme',
  '/f/solbrume/programme?view=artists',
  '/f/solbrume/programme/import',
  '/f/solbrume/map',
  '/f/solbrume/stands',
  '/f/solbrume/stands/stock',
  '/f/solbrume/pictures',
  '/f/solbrume/tickets',
  '/f/solbrume/orders',
  '/f/solbrume/ledger',
  '/f/solbrume/ledger?correct=true',
  '/f/solbrume/gates',
  '/f/solbrume/devices',
  '/f/solbrume/team',
  '/f/solbrume/history',
  '/f/solbrume/settings',
  '/f/solbrume/settings/reasons',
  '/f/no-such-festival',
] as const;

/** What frames a page of the site, and so calls another origin. */
export const framingScreens = ['/f/solbrume/settings/theme'] as const;
