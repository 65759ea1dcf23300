/** The screens of the web faces that have an address of their own, as the demo's organiser and visitors see them. */

/** The platform's own pages, below their language. */
export const platformPages = [
  '',
  '/festivals?genre=jazz',
  '/account/login',
  '/account/register',
  '/account/forgot',
  '/account/reset#token=x',
  '/account/verify#token=x',
  '/account/link#token=x',
] as const;

/** The rooms of an account, for whoever has signed in. */
export const accountRooms = [
  '/account',
  '/account/orders',
  '/account/profile',
  '/account/sign-in',
  '/account/data',
  '/account/email#token=x',
  '/account/delete#token=x',
] as const;

/** The pages that every festival has, below its own address. */
export const festivalPages = [
  '',
  '/line-up',
  '/line-up/grid',
  '/line-up/list',
  '/line-up/search?q=zzz',
  '/timetable',
  '/my-programme',
  '/map',
  '/eat-and-drink',
  '/tickets',
  '/practical',
  '/news',
  '/legal/terms',
  '/legal/privacy',
  '/legal/cookies',
] as const;

/** Three festivals that look like three festivals. */
export const demoFestivals = ['/solbrume', '/zoutlicht', '/laiton'] as const;

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
  '/f/solbrume/tickets/keys',
  '/f/solbrume/questions',
  '/f/solbrume/prices',
  '/f/solbrume/codes',
  '/f/solbrume/codes?edit=new',
  '/f/solbrume/orders',
  '/f/solbrume/orders/refunds',
  '/f/solbrume/attendees',
  '/f/solbrume/desk',
  '/f/solbrume/desk/takings',
  '/f/solbrume/guests',
  '/f/solbrume/guests?edit=new',
  '/f/solbrume/ledger',
  '/f/solbrume/ledger?correct=true',
  '/f/solbrume/ledger/attention',
  '/f/solbrume/gates',
  '/f/solbrume/devices',
  '/f/solbrume/team',
  '/f/solbrume/history',
  '/f/solbrume/settings',
  '/f/solbrume/settings/reasons',
  '/f/solbrume/settings/tokens',
  '/f/solbrume/settings/payments',
  '/f/no-such-festival',
] as const;

/** What frames a page of the site, and so calls another origin. */
export const framingScreens = ['/f/solbrume/settings/theme'] as const;
