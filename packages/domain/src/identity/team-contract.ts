/** How a festival's team is built: who is asked in, who is what, who goes. */
import { nothing, page, PageQuery, route } from '@festivals/contract';
import { z } from 'zod';
import { Email, FestivalId, InFestival, Instant, InvitationId, PersonId } from '../primitives.ts';
import { OneTimeToken } from './one-time-token.ts';
import { Role, TeamRole } from './roles.ts';

const InInvitation = InFestival.extend({ invitationId: InvitationId });
const InMember = InFestival.extend({ personId: PersonId });

/** Somebody asked into the team who has not come yet; it may have expired. */
export const Invitation = z
  .object({
    id: InvitationId,
    email: z.string(),
    role: TeamRole,
    invitedBy: z.object({ personId: PersonId, name: z.string() }),
    sentAt: Instant,
    expiresAt: Instant,
    /** Until when who accepts is of the team; null is until somebody takes them out. */
    memberUntil: Instant.nullable(),
  })
  .meta({ id: 'Invitation' });
export type Invitation = z.infer<typeof Invitation>;

export const invite = route({
  method: 'POST',
  path: '/festivals/:festivalId/invitations',
  permission: 'team.manage',
  summary: 'Ask somebody into the team by mail; one open invitation for an address and a role',
  idempotent: true,
  params: InFestival,
  body: z.object({ email: Email, role: TeamRole, memberUntil: Instant.nullable().default(null) }),
  response: Invitation,
  status: 201,
  errors: ['identity.already_member', 'identity.already_invited', 'identity.period_over'],
  limit: { times: 100, seconds: 3600 },
});

export const listInvitations = route({
  method: 'GET',
  path: '/festivals/:festivalId/invitations',
  permission: 'team.manage',
  summary: 'Invitations that nobody has accepted or revoked yet, the newest first',
  params: InFestival,
  query: PageQuery,
  response: page(Invitation),
});

export const resendInvitation = route({
  method: 'POST',
  path: '/festivals/:festivalId/invitations/:invitationId/resend',
  permission: 'team.manage',
  summary: 'Send an invitation again, with its full time; the link of the mail before is void',
  idempotent: true,
  params: InInvitation,
  response: Invitation,
  errors: ['general.not_found', 'identity.invited_lately'],
  limit: { times: 100, seconds: 3600 },
});

export const revokeInvitation = route({
  method: 'DELETE',
  path: '/festivals/:festivalId/invitations/:invitationId',
  permission: 'team.manage',
  summary: 'Take an invitation back',
  params: InInvitation,
  response: nothing(),
  errors: ['general.not_found'],
});

/** What an invitation says to whoever holds its mail. The token travels in the body: addresses are written into logs. */
export const viewInvitation = route({
  method: 'POST',
  path: '/invitations/view',
  permission: 'public',
  summary: 'Read an invitation with the token of its mail',
  body: z.object({ token: OneTimeToken }),
  response: z
    .object({
      festivalName: z.string(),
      role: TeamRole,
      inviterName: z.string(),
      /** The address that it was sent to, masked. */
      sentTo: z.string(),
      state: z.enum(['open', 'expired', 'revoked', 'accepted']),
      expiresAt: Instant,
      memberUntil: Instant.nullable(),
    })
    .meta({ id: 'InvitationView' }),
  errors: ['identity.invalid_token'],
  limit: { times: 120, seconds: 3600, per: 'address' },
});

export const acceptInvitation = route({
  method: 'POST',
  path: '/invitations/accept',
  permission: 'signed_in',
  summary: 'Join the team; only for the account with the verified address that was invited',
  idempotent: true,
  body: z.object({ token: OneTimeToken }),
  response: z.object({ festivalId: FestivalId, festivalSlug: z.string() }),
  errors: [
    'identity.invalid_token',
    'identity.email_not_verified',
    'identity.invited_another',
    'identity.invitation_expired',
    'identity.invitation_revoked',
    'identity.invitation_used',
  ],
  limit: { times: 60, seconds: 3600 },
});

const Roles = z
  .array(Role)
  .min(1)
  .max(Role.options.length)
  .refine((roles) => new Set(roles).size === roles.length, { message: 'duplicates' });

export const changeRoles = route({
  method: 'PUT',
  path: '/festivals/:festivalId/members/:personId/roles',
  permission: 'team.manage',
  summary: 'Make a member something else; `was` are the roles that the caller saw',
  idempotent: true,
  params: InMember,
  body: z.object({ roles: Roles, was: Roles }),
  response: z.object({ personId: PersonId, roles: z.array(Role) }),
  errors: ['general.not_found', 'general.conflict', 'identity.last_organiser'],
});

const Until = Instant.nullable();

export const setMemberPeriod = route({
  method: 'PUT',
  path: '/festivals/:festivalId/members/:personId/period',
  permission: 'team.manage',
  summary: 'Say until when somebody is of the team, null for without end; `was` is what the caller saw',
  params: InMember,
  body: z.object({ until: Until, was: Until }),
  response: z.object({ personId: PersonId, until: Until }),
  errors: ['general.not_found', 'general.conflict', 'identity.last_organiser', 'identity.period_over'],
});

export const removeMember = route({
  method: 'DELETE',
  path: '/festivals/:festivalId/members/:personId',
  permission: 'team.manage',
  summary: 'Take a person out of the team; their rights end at once, and invitations to or from them are void',
  params: InMember,
  response: nothing(),
  errors: ['general.not_found', 'identity.last_organiser'],
});

export const leaveTeam = route({
  method: 'POST',
  path: '/festivals/:festivalId/leave',
  permission: 'signed_in',
  summary: 'Leave the team myself',
  params: InFestival,
  response: nothing(),
  errors: ['general.not_found', 'identity.last_organiser'],
});
