import type { Tx } from '../platform/transaction.ts';
import { hashToken, newToken } from './opaque-token.ts';

export type Purpose =
  | 'verify_email'
  | 'reset_password'
  | 'link_identity'
  | 'email_old'
  | 'email_new'
  | 'delete_account';

/** Makes a token for a mail. Those sent before for the same purpose are void: only the last mail counts. */
export async function issueOneTimeToken(tx: Tx, personId: string, purpose: Purpose, expiresAt: Date): Promise<string> {
  await voidTokens(tx, personId, purpose);
  const token = newToken();
  await tx
    .insertInto('one_time_token')
    .values({ hash: hashToken(token), person_id: personId, purpose, expires_at: expiresAt })
    .execute();
  return token;
}

/** Uses a token up; null when it is unknown, used, void or too old. */
export async function useOneTimeToken(tx: Tx, token: string, purpose: Purpose, now: Date): Promise<string | null> {
  const used = await tx
    .updateTable('one_time_token')
    .set({ used_at: now })
    .where('hash', '=', hashToken(token))
    .where('purpose', '=', purpose)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now.toISOString())
    .returning('person_id')
    .executeTakeFirst();
  return used?.person_id ?? null;
}

export const voidTokens = (tx: Tx, personId: string, purpose: Purpose) =>
  tx
    .deleteFrom('one_time_token')
    .where('person_id', '=', personId)
    .where('purpose', '=', purpose)
    .where('used_at', 'is', null)
    .execute();
