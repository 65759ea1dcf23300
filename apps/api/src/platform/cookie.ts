import type { Cookie } from './context.ts';

/** A cookie: unreadable to scripts, by default never sent along from another site, HTTPS only where there is HTTPS. */
export const serializeCookie = ({ name, value, maxAgeSeconds, sameSite = 'Strict' }: Cookie, secure: boolean): string =>
  `${name}=${encodeURIComponent(value)}; Path=/; Max-Age=${maxAgeSeconds}; HttpOnly; SameSite=${sameSite}${secure ? '; Secure' : ''}`;
