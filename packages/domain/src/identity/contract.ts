import { nothing, page, PageQuery, route, queryBoolean } from '@festivals/contract';
import { z } from 'zod';
import { Email, FestivalId, InFestival, Instant, Language, Line, PersonId, SessionId } from '../primitives.ts';
import { OneTimeToken } from './one-time-token.ts';
import { Permission, Role } from './roles.ts';

/** Length alone is asked of a password (NIST SP 800-63B, 5.1.1.2); the upper bound keeps hashing cheap. */
export const Password = z.string().min(10).max(200);
const Phone = z.string().regex(/^\+[1-9]\d{6,14}$/);

export const Membership = z
  .object({
    festivalId: FestivalId,
    festivalName: z.string(),
    festivalSlug: z.string(),
    roles: z.array(Role),
    abilities: z.array(Permission),
  })
  .meta({ id: 'Membership' });
export type Membership = z.infer<typeof Membership>;

export const Me = z
  .object({
    id: PersonId,
    email: z.string(),
    name: z.string(),
    phone: z.string().nullable(),
    language: Language,
    emailVerified: z.boolean(),
    superAdmin: z.boolean(),
    memberships: z.array(Membership),
  })
  .meta({ id: 'Me' });
export type Me = z.infer<typeof Me>;

/** Tokens go to native callers only (`X-Face: app` with `X-Tokens: body`); browsers get httpOnly cookies and null. */
export const SignedIn = z
  .object({
    me: Me,
    tokens: z.object({ access: z.string(), refresh: z.string(), accessExpiresAt: Instant }).nullable(),
  })
  .meta({ id: 'SignedIn' });
export type SignedIn = z.infer<typeof SignedIn>;

export const Session = z
  .object({
    id: SessionId,
    face: z.enum(['site', 'office', 'app']),
    userAgent: z.string().nullable(),
    startedAt: Instant,
    lastSeenAt: Instant,
    current: z.boolean(),
  })
  .meta({ id: 'Session' });

export const register = route({
  method: 'POST',
  path: '/auth/register',
  permission: 'public',
  summary: 'Open an account; the answer never tells whether the address is known',
  body: z.object({ email: Email, password: Password, name: Line(120), language: Language, phone: Phone.optional() }),
  response: nothing(),
  status: 202,
  errors: ['identity.weak_password'],
  limit: { times: 20, seconds: 3600, per: 'address' },
});

export const verifyEmail = route({
  method: 'POST',
  path: '/auth/verify-email',
  permission: 'public',
  summary: 'Confirm an e-mail address with the token of the mail',
  body: z.object({ token: OneTimeToken }),
  response: nothing(),
  errors: ['identity.invalid_token'],
  limit: { times: 60, seconds: 3600, per: 'address' },
});

export const login = route({
  method: 'POST',
  path: '/auth/login',
  permission: 'public',
  summary: 'Sign in',
  body: z.object({ email: Email, password: z.string().min(1).max(200) }),
  response: SignedIn,
  errors: ['identity.invalid_credentials', 'identity.email_not_verified', 'identity.too_many_attempts'],
  limit: { times: 100, seconds: 60, per: 'address' },
});

export const refresh = route({
  method: 'POST',
  path: '/auth/refresh',
  permission: 'public',
  summary: 'Renew the session; a refresh token seen twice revokes its whole family',
  body: z.object({ refresh: z.string().max(500).optional() }),
  response: SignedIn,
  errors: ['identity.session_expired', 'identity.session_revoked'],
});

export const logout = route({
  method: 'POST',
  path: '/auth/logout',
  permission: 'signed_in',
  summary: 'End this session',
  response: nothing(),
});

export const logoutEverywhere = route({
  method: 'POST',
  path: '/auth/logout-everywhere',
  permission: 'signed_in',
  summary: 'End every session of mine, this one too',
  response: nothing(),
});

export const me = route({
  method: 'GET',
  path: '/auth/me',
  permission: 'signed_in',
  summary: 'Who I am and what I may do where',
  response: Me,
});

export const updateMe = route({
  method: 'PATCH',
  path: '/auth/me',
  permission: 'signed_in',
  summary: 'Change my name, language or telephone',
  body: z.object({ name: Line(120), language: Language, phone: Phone.nullable() }).partial(),
  response: Me,
});

export const forgotPassword = route({
  method: 'POST',
  path: '/auth/password/forgot',
  permission: 'public',
  summary: 'Ask for a mail to choose a new password; the answer never tells whether the address is known',
  body: z.object({ email: Email }),
  response: nothing(),
  status: 202,
  limit: { times: 20, seconds: 3600, per: 'address' },
});

export const resetPassword = route({
  method: 'POST',
  path: '/auth/password/reset',
  permission: 'public',
  summary: 'Choose a new password with the token of the mail; ends every session',
  body: z.object({ token: OneTimeToken, password: Password }),
  response: nothing(),
  errors: ['identity.invalid_token', 'identity.weak_password'],
  limit: { times: 60, seconds: 3600, per: 'address' },
});

export const listSessions = route({
  method: 'GET',
  path: '/auth/sessions',
  permission: 'signed_in',
  summary: 'Where I am signed in',
  response: z.array(Session),
});

export const revokeSession = route({
  method: 'DELETE',
  path: '/auth/sessions/:sessionId',
  permission: 'signed_in',
  summary: 'End one session of mine',
  params: z.object({ sessionId: SessionId }),
  response: nothing(),
  errors: ['general.not_found'],
});

export const Member = z
  .object({
    personId: PersonId,
    name: z.string(),
    email: z.string(),
    role: Role,
    since: Instant,
    /** When it ends by itself; null is never. */ until: Instant.nullable(),
  })
  .meta({ id: 'Member' });

export const listMembers = route({
  method: 'GET',
  path: '/festivals/:festivalId/members',
  permission: 'team.read',
  summary: 'The team of a festival',
  params: InFestival,
  query: PageQuery,
  response: page(Member),
});

/** One recorded deed: who did what to which thing, and what changed. */
export const AuditEntry = z
  .object({
    id: z.uuid(),
    at: Instant,
    name: z.string(),
    actor: z.object({
      kind: z.enum(['person', 'device', 'guest', 'system']),
      id: z.uuid().nullable(),
      name: z.string().nullable(),
    }),
    subjectId: z.uuid().nullable(),
    before: z.unknown(),
    after: z.unknown(),
    /** Place in the festival's sealed chain; null until the sealer has come by. */
    position: z.int().nullable(),
  })
  .meta({ id: 'AuditEntry' });

export const listAudit = route({
  method: 'GET',
  path: '/festivals/:festivalId/audit',
  permission: 'audit.read',
  summary: 'Who did what, newest first unless said otherwise',
  params: InFestival,
  query: PageQuery.extend({
    name: z.string().max(100).optional(),
    subjectId: z.uuid().optional(),
    /** A part of the name of whoever did it; accents do not matter. */
    search: z.string().trim().max(100).optional(),
    descending: queryBoolean().default(true),
  }),
  response: page(AuditEntry),
});
