/** The table of invitations into a festival's team. */
import type { TeamRole } from '@festivals/domain/identity/roles';
import type { Invitation } from '@festivals/domain/identity/team-contract';
import type { FestivalId, InvitationId, Language, PersonId } from '@festivals/domain/primitives';
import type { Database } from '@festivals/database';
import { type Kysely, sql } from 'kysely';
import type { Tx } from '../platform/transaction.ts';
import { hashToken } from './opaque-token.ts';

interface InvitationRow {
  id: InvitationId;
  email: string;
  role: TeamRole;
  invited_by: PersonId;
  inviter_name: string;
  sent_at: string;
  expires_at: string;
  member_until: string | null;
}

const openRows = (tx: Tx) =>
  tx
    .selectFrom('invitation')
    .innerJoin('person', 'person.id', 'invitation.invited_by')
    .select(['invitation.id', 'invitation.email', 'invitation.role', 'invitation.invited_by'])
    .select(['person.name as inviter_name', 'invitation.sent_at', 'invitation.expires_at', 'invitation.member_until'])
    .where('invitation.accepted_at', 'is', null)
    .where('invitation.revoked_at', 'is', null)
    .$castTo<InvitationRow>();

const view = ({
  id,
  email,
  role,
  invited_by,
  inviter_name,
  sent_at,
  expires_at,
  member_until,
}: InvitationRow): Invitation => ({
  id,
  email,
  role,
  invitedBy: { personId: invited_by, name: inviter_name },
  sentAt: sent_at,
  expiresAt: expires_at,
  memberUntil: member_until,
});

/** Those that still wait, the newest first: ids grow with time. */
export async function waitingInvitations(tx: Tx, before: string | null, most: number): Promise<Invitation[]> {
  const rows = await openRows(tx)
    .$if(before !== null, (query) => query.where('invitation.id', '<', before ?? ''))
    .orderBy('invitation.id', 'desc')
    .limit(most)
    .execute();
  return rows.map(view);
}

/** One that still waits, kept from changing until the transaction ends. */
export async function lockInvitation(tx: Tx, id: InvitationId): Promise<Invitation | undefined> {
  const row = await openRows(tx).where('invitation.id', '=', id).forUpdate('invitation').executeTakeFirst();
  return row && view(row);
}

export interface NewInvitation {
  festivalId: FestivalId;
  id: InvitationId;
  email: string;
  role: TeamRole;
  language: Language;
  invitedBy: PersonId;
  sentAt: Date;
  expiresAt: Date;
  memberUntil: string | null;
  /** Whether its mail waits for its turn. */
  queued: boolean;
}

/** Writes an invitation, in the place of one that has expired. @returns false when one is open already */
export async function openInvitation(tx: Tx, invitation: NewInvitation): Promise<boolean> {
  const { festivalId, id, email, role, language, invitedBy, sentAt, expiresAt, memberUntil, queued } = invitation;
  await tx
    .updateTable('invitation')
    .set({ revoked_at: sentAt })
    .where('email', '=', email)
    .where('role', '=', role)
    .where('accepted_at', 'is', null)
    .where('revoked_at', 'is', null)
    .where('expires_at', '<=', sentAt.toISOString())
    .execute();
  const { rows } = await sql`
    insert into invitation (festival_id, id, email, role, language, invited_by, sent_at, expires_at, member_until, queued)
    values (${festivalId}, ${id}, ${email}, ${role}, ${language}, ${invitedBy}, ${sentAt}, ${expiresAt}, ${memberUntil}, ${queued})
    on conflict (festival_id, email, role) where accepted_at is null and revoked_at is null do nothing
    returning id`.execute(tx);
  return rows.length > 0;
}

export const prolongInvitation = (tx: Tx, id: InvitationId, { sentAt, expiresAt }: { sentAt: Date; expiresAt: Date }) =>
  tx
    .updateTable('invitation')
    .set({ sent_at: sentAt, expires_at: expiresAt, queued: false })
    .where('id', '=', id)
    .execute();

/** Takes an invitation from the queue, unless it was taken back or sent meanwhile: its time begins now. @returns its role */
export async function takeFromQueue(tx: Tx, id: string, now: Date): Promise<TeamRole | undefined> {
  const { rows } = await sql<{ role: TeamRole; open: boolean }>`
    update invitation set queued = false, sent_at = ${now}, expires_at = expires_at + (${now}::timestamptz - sent_at)
    where festival_id = current_festival() and id = ${id} and queued
    returning role, accepted_at is null and revoked_at is null as open`.execute(tx);
  return rows[0]?.open ? rows[0].role : undefined;
}

/** Takes back what somebody was asked to do as staff. */
export const revokeStaffInvitation = (tx: Tx, email: string, now: Date) =>
  tx
    .updateTable('invitation')
    .set({ revoked_at: now })
    .where('email', '=', email)
    .where('role', '=', 'STAFF')
    .where('accepted_at', 'is', null)
    .where('revoked_at', 'is', null)
    .execute();

export const revokeInvitation = (tx: Tx, id: InvitationId, now: Date) =>
  tx.updateTable('invitation').set({ revoked_at: now }).where('id', '=', id).execute();

/** Takes back what is open from somebody or to them. @returns how many */
export async function revokeInvitationsOf(
  tx: Tx,
  { personId, email }: { personId: PersonId; email: string },
  now: Date,
): Promise<number> {
  const revoked = await tx
    .updateTable('invitation')
    .set({ revoked_at: now })
    .where('accepted_at', 'is', null)
    .where('revoked_at', 'is', null)
    .where((row) => row.or([row('invited_by', '=', personId), row('email', '=', email)]))
    .returning('id')
    .execute();
  return revoked.length;
}

/** Gives an invitation that still waits the token of its next mail; the one before is void. */
export const giveToken = (tx: Tx, id: string, token: string) =>
  tx
    .updateTable('invitation')
    .set({ token_hash: hashToken(token) })
    .where('id', '=', id)
    .where('accepted_at', 'is', null)
    .where('revoked_at', 'is', null)
    .returning(['email', 'language'])
    .$castTo<{ email: string; language: Language }>()
    .executeTakeFirst();

/** Marks an invitation as accepted, once: of many at the same moment one is told true. */
export async function acceptInvitation(tx: Tx, id: InvitationId, personId: PersonId, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('invitation')
    .set({ accepted_at: now, accepted_by: personId })
    .where('id', '=', id)
    .where('accepted_at', 'is', null)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

export interface HeldInvitation {
  festivalId: FestivalId;
  festivalName: string;
  festivalSlug: string;
  id: InvitationId;
  email: string;
  role: TeamRole;
  inviterName: string;
  inviterEmail: string;
  expiresAt: Date;
  memberUntil: string | null;
  zone: string;
  acceptedAt: Date | null;
  revokedAt: Date | null;
}

/** The invitation whose mail somebody holds, in whichever festival it is. */
export async function invitationByToken(db: Kysely<Database>, token: string): Promise<HeldInvitation | undefined> {
  const { rows } = await sql<HeldRow>`select * from lookup.invitation_by_token(${hashToken(token)})`.execute(db);
  const [row] = rows;
  return (
    row && {
      festivalId: row.festival_id,
      festivalName: row.festival_name,
      festivalSlug: row.festival_slug,
      id: row.id,
      email: row.email,
      role: row.role,
      inviterName: row.inviter_name,
      inviterEmail: row.inviter_email,
      expiresAt: new Date(row.expires_at),
      memberUntil: row.member_until,
      zone: row.zone,
      acceptedAt: row.accepted_at === null ? null : new Date(row.accepted_at),
      revokedAt: row.revoked_at === null ? null : new Date(row.revoked_at),
    }
  );
}

interface HeldRow {
  festival_id: FestivalId;
  festival_name: string;
  festival_slug: string;
  id: InvitationId;
  email: string;
  role: TeamRole;
  inviter_name: string;
  inviter_email: string;
  expires_at: string;
  accepted_at: string | null;
  revoked_at: string | null;
  member_until: string | null;
  zone: string;
}
