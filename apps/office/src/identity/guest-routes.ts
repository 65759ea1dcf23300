import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { z } from 'zod';
import { root } from '../root-route.ts';

const token = z.object({ token: z.string().catch('') });
const next = z.object({ next: z.string().startsWith('/').optional().catch(undefined) });

const guest = createRoute({
  getParentRoute: () => root,
  id: 'guest',
  component: lazyRouteComponent(() => import('./guest-frame.tsx'), 'GuestFrame'),
});
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

/** The screens of whoever is not signed in. */
export const guestRoutes = guest.addChildren([
  signIn,
  comeBack,
  linkByMail,
  register,
  forgot,
  reset,
  verify,
  invitation,
]);
