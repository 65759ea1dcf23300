import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { z } from 'zod';
import { listSearch } from '../list/list-search.ts';
import { festival, guest, office } from '../shell/frame-routes.ts';
import { teamSearch } from './team-search.ts';

const token = z.object({ token: z.string().catch('') });
const next = z.object({ next: z.string().startsWith('/').optional().catch(undefined) });

const signIn = createRoute({
  getParentRoute: () => guest,
  path: '/sign-in',
  validateSearch: next,
  component: lazyRouteComponent(() => import('./sign-in-screen.tsx'), 'SignInScreen'),
});
const comeBack = createRoute({
  getParentRoute: () => guest,
  path: '/sign-in/with/$provider',
  component: lazyRouteComponent(() => import('./come-back-screen.tsx'), 'ComeBackScreen'),
});
const linkByMail = createRoute({
  getParentRoute: () => guest,
  path: '/sign-in/link',
  validateSearch: token,
  component: lazyRouteComponent(() => import('./link-by-mail-screen.tsx'), 'LinkByMailScreen'),
});
const register = createRoute({
  getParentRoute: () => guest,
  path: '/register',
  validateSearch: next,
  component: lazyRouteComponent(() => import('./register-screen.tsx'), 'RegisterScreen'),
});
const forgot = createRoute({
  getParentRoute: () => guest,
  path: '/forgot-password',
  component: lazyRouteComponent(() => import('./forgot-password-screen.tsx'), 'ForgotPasswordScreen'),
});
const reset = createRoute({
  getParentRoute: () => guest,
  path: '/reset-password',
  validateSearch: token,
  component: lazyRouteComponent(() => import('./reset-password-screen.tsx'), 'ResetPasswordScreen'),
});
const verify = createRoute({
  getParentRoute: () => guest,
  path: '/verify-email',
  validateSearch: token,
  component: lazyRouteComponent(() => import('./verify-email-screen.tsx'), 'VerifyEmailScreen'),
});
const invitation = createRoute({
  getParentRoute: () => guest,
  path: '/invitation',
  validateSearch: token,
  component: lazyRouteComponent(() => import('./invitation-screen.tsx'), 'InvitationScreen'),
});
const account = createRoute({
  getParentRoute: () => office,
  path: '/account',
  staticData: { crumb: 'account' },
  component: lazyRouteComponent(() => import('./account-screen.tsx'), 'AccountScreen'),
});
const team = createRoute({
  getParentRoute: () => festival,
  path: '/team',
  validateSearch: teamSearch,
  staticData: { crumb: 'team' },
  component: lazyRouteComponent(() => import('./team-screen.tsx'), 'TeamScreen'),
});
const history = createRoute({
  getParentRoute: () => festival,
  path: '/history',
  validateSearch: z.object({
    name: z.string().max(100).optional().catch(undefined),
    search: listSearch.search,
    descending: listSearch.descending,
  }),
  staticData: { crumb: 'history' },
  component: lazyRouteComponent(() => import('./history-screen.tsx'), 'HistoryScreen'),
});

/** For whoever is not signed in, or comes back from a mail. */
export const guestRoutes = [signIn, comeBack, linkByMail, register, forgot, reset, verify, invitation] as const;

/** Of whoever is signed in. */
export const accountRoutes = [account] as const;

/** Of a festival: who is of its team, and what they did. */
export const identityRoutes = [team, history] as const;
