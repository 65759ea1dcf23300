/** Signing in with an account that somebody has elsewhere: how long its steps may take, and where they may lead. */

/** From the button to the way back from the provider. */
export const signInStepSeconds = 10 * 60;
/** From the way back to the confirmation by password or mail. */
export const linkConfirmSeconds = 30 * 60;
/** Who has no password confirms a change to their ways in by having signed in this lately. */
export const freshSignInSeconds = 15 * 60;

/** Plain path segments and a plain query: no host, no scheme, no back slash, nothing encoded that a browser could read as one. */
const inside = /^\/(?:[A-Za-z0-9_-]+(?:\/[A-Za-z0-9_-]+)*)?(?:\?[A-Za-z0-9_=&.~-]*)?$/;

/**
 * Where to go once signed in: a path of the same face, or null for its usual place. Anything that could lead elsewhere
 * (another origin, the API) is no path.
 */
export function returnPath(wanted: string | undefined): string | null {
  if (wanted === undefined || wanted.length > 300 || !inside.test(wanted)) return null;
  return /^\/api(?:[/?]|$)/.test(wanted) ? null : wanted;
}

/** What a provider says of who has signed in there. */
export interface ProviderClaims {
  email: string | null;
  /** Whether the provider itself vouches that the address is theirs. */
  emailVerified: boolean;
}

export type StrangerVerdict =
  | { kind: 'open_account'; email: string }
  | { kind: 'confirm_link'; email: string }
  | { kind: 'no_email' }
  | { kind: 'email_unverified' };

/**
 * What becomes of somebody whose identity is linked to no account. An address that the provider does not vouch for opens
 * nothing and links nothing, whether it is known here or not; one that it vouches for opens a new account, takes over one
 * that nobody ever verified, and may ask a verified one to be linked, which that account's owner has to confirm.
 */
export function judgeStranger(claims: ProviderClaims, accountIsVerified: boolean): StrangerVerdict {
  if (claims.email === null) return { kind: 'no_email' };
  if (!claims.emailVerified) return { kind: 'email_unverified' };
  return { kind: accountIsVerified ? 'confirm_link' : 'open_account', email: claims.email };
}

/** Whether one of the ways into an account may go: the last one stays. */
export const mayUnlink = (account: { hasPassword: boolean; identities: number }): boolean =>
  account.hasPassword || account.identities > 1;
