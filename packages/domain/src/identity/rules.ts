/** How long a sign-in lives, and what is judged of its tokens and of attempts to guess a password. */

export const accessSeconds = 15 * 60;
export const refreshSeconds = 7 * 24 * 3600;
export const verifyEmailSeconds = 48 * 3600;
export const resetPasswordSeconds = 3600;
export const emailChangeSeconds = 24 * 3600;
export const invitationSeconds = 14 * 24 * 3600;
/** An invitation is not sent again so soon after the last time: nobody's mailbox can be filled with it. */
export const invitationQuietSeconds = 60;

/**
 * Two tabs of one browser may renew with the same token, or the first answer may be lost on the way. So long after its
 * use, and only while its successor has not been used, a token is answered with that same successor: the family stays one
 * chain, and of two people with the same token one will show the other up.
 */
export const repeatSeconds = 10;

export interface RefreshFacts {
  session: { revokedAt: Date | null; expiresAt: Date };
  token: { usedAt: Date | null; expiresAt: Date };
  /** Whether the token that replaced this one was used already. */
  successorUsed: boolean;
}

export type RefreshVerdict = 'rotate' | 'repeat' | 'replayed' | 'expired' | 'revoked';

/** What to do with a refresh token that belongs to a known session. */
export function judgeRefresh({ session, token, successorUsed }: RefreshFacts, now: Date): RefreshVerdict {
  if (session.revokedAt) return 'revoked';
  if (token.usedAt) {
    const isFresh = now.getTime() - token.usedAt.getTime() <= repeatSeconds * 1000;
    return isFresh && !successorUsed ? 'repeat' : 'replayed';
  }
  return session.expiresAt <= now || token.expiresAt <= now ? 'expired' : 'rotate';
}

/** Sign-ins that may fail within the window, for each thing that is counted. */
export const attemptLimits = {
  /** One account from one address: where guessing shows first. */
  accountAtAddress: 10,
  /** One account from everywhere; wider, so that a stranger elsewhere does not shut its owner out soon. */
  account: 50,
  /** All accounts from one address; a whole festival may sit behind it. */
  address: 200,
} as const;

export const attemptWindowSeconds = 15 * 60;

/** Seconds until a further attempt is allowed, given those that failed (in any order); 0 when it is allowed now. */
export function secondsToWait(failed: readonly Date[], limit: number, now: Date): number {
  const windowMs = attemptWindowSeconds * 1000;
  const recent = failed
    .map((at) => at.getTime())
    .filter((at) => now.getTime() - at < windowMs)
    .toSorted((a, b) => b - a);
  const blocking = recent[limit - 1];
  return blocking === undefined ? 0 : Math.max(1, Math.ceil((blocking + windowMs - now.getTime()) / 1000));
}

export type InvitationState = 'open' | 'expired' | 'revoked' | 'accepted';

/** Where an invitation stands. One that was accepted or revoked stays so, however old it grows. */
export function invitationState(
  invitation: { acceptedAt: Date | null; revokedAt: Date | null; expiresAt: Date },
  now: Date,
): InvitationState {
  if (invitation.acceptedAt) return 'accepted';
  if (invitation.revokedAt) return 'revoked';
  return invitation.expiresAt <= now ? 'expired' : 'open';
}

/** An address that its owner recognises and nobody else learns: `c…@example.org`. */
export function maskEmail(email: string): string {
  const at = email.lastIndexOf('@');
  const [first = ''] = email;
  return at < 1 ? '…' : `${first}…${email.slice(at)}`;
}
