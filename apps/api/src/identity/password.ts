import { hash, verify } from '@node-rs/argon2';
import { passwordWeakness, type PasswordOwner } from '@festivals/domain/identity/password-policy';
import { fail } from '../platform/fault.ts';

/** Argon2id, the library's default algorithm, with 19 MiB and two passes (OWASP Password Storage Cheat Sheet). */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Of a password that nobody has: unknown accounts are checked against it, so that they take as long as known ones. */
const nobodysHash = hash(crypto.randomUUID(), cost);

export const hashPassword = (password: string): Promise<string> => hash(password.normalize('NFKC'), cost);

/** Whether the password is the account's; as much work for an account that does not exist or has no password. */
export async function isPassword(passwordHash: string | null | undefined, password: string): Promise<boolean> {
  const matches = await verify(passwordHash ?? (await nobodysHash), password.normalize('NFKC'));
  return matches && passwordHash != null;
}

/** Fails when everyone could guess the password. */
export function refuseWeak(password: string, owner: PasswordOwner): void {
  const weakness = passwordWeakness(password, owner);
  if (weakness) fail('identity.weak_password', { weakness });
}
