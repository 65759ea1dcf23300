import { hash } from '@node-rs/argon2';
import type { DemoAccount } from './accounts.ts';
import type { Row } from './insert-rows.ts';
import type { Random } from './seeded-random.ts';

export interface DemoPeople {
  rows: Row[];
  /** Ids by the account's role. */
  idOf(role: string): string;
}

/** The demo's accounts with verified addresses. Salts come from the seed, as all chance here; real ones never do. */
export async function demoPeople(random: Random, accounts: readonly DemoAccount[], at: Date): Promise<DemoPeople> {
  const ids = new Map<string, string>();
  const rows: Row[] = [];
  for (const { role, email, password, name, language } of accounts) {
    const id = random.id(at);
    ids.set(role, id);
    rows.push({
      id,
      email,
      name,
      language,
      password_hash: await hash(password, { ...strength, salt: random.bytes(16) }),
      super_admin: role === 'super-admin',
      email_verified_at: at,
      created_at: at,
    });
  }
  const idOf = (role: string): string => {
    const id = ids.get(role);
    if (id === undefined) throw new RangeError(`The demo has no ${role}.`);
    return id;
  };
  return { rows, idOf };
}

/** OWASP's second recommendation for argon2id, which is the library's default algorithm. */
const strength = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
