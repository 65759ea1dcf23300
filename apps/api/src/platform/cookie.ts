import type { Cookie } from './context.ts';

/** A session's cookie: unreadable to scripts, never sent along from another site, HTTPS only where there is HTTPS. */
export const serializeCookie = ({ name, value, maxAgeSeconds }: Cookie, secure: boolean): string =>
  `${name}=${encodeURIComponent(value)}; Path=/; Max-Age=${maxAgeSeconds}; HttpOnly; SameSite=Strict${secure ? '; Secure' : ''}`;
