import type { Face, Resources } from '../platform/context.ts';
import type { Account } from './account-store.ts';

type Page = 'verify' | 'reset' | 'sign_in' | 'forgot' | 'link' | 'email' | 'data' | 'delete' | 'profile';

/** A token stands in the fragment where the page can read it there: no server and no referrer ever sees it. */
const pages: Readonly<{ site: Record<Page, string>; office: Partial<Record<Page, string>> }> = {
  site: {
    verify: 'account/verify#token=',
    reset: 'account/reset#token=',
    sign_in: 'account/login',
    forgot: 'account/forgot',
    link: 'account/link#token=',
    email: 'account/email#token=',
    data: 'account/data',
    delete: 'account/delete#token=',
    profile: 'account/profile',
  },
  office: {
    verify: 'verify-email?token=',
    reset: 'reset-password?token=',
    sign_in: 'sign-in',
    forgot: 'forgot-password',
    link: 'sign-in/link?token=',
  },
};

/** Where a mail's link leads: to the face on which it was asked for; what has a page on the site alone leads there. */
export function mailLink(
  { env }: Resources,
  face: Face | null,
  { language }: Pick<Account, 'language'>,
  page: Page,
  token = '',
): string {
  const inOffice = pages.office[page];
  return face === 'office' && inOffice !== undefined
    ? `${env.OFFICE_URL}/${inOffice}${token}`
    : `${env.SITE_URL}/${language}/${pages.site[page]}${token}`;
}

/** A team works in the office: there its invitations lead, wherever they were made. */
export const invitationLink = ({ env }: Resources, token: string): string =>
  `${env.OFFICE_URL}/invitation?token=${token}`;
