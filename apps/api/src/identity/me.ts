import type { Output } from '@festivals/contract';
import type * as contract from '@festivals/domain/identity/contract';
import { abilities } from '@festivals/domain/identity/policy';
import type { Role } from '@festivals/domain/identity/roles';
import type { FestivalId } from '@festivals/domain/primitives';
import { type Ctx, personOf } from '../platform/context.ts';
import { fail } from '../platform/fault.ts';
import { findAccount } from './account-store.ts';

/** Who I am and what I may do where. */
export async function me(ctx: Ctx): Promise<Output<typeof contract.me>> {
  return describeMe(ctx, personOf(ctx).personId);
}

export async function describeMe({ resources }: Ctx, personId: string): Promise<contract.Me> {
  const [account, memberships] = await Promise.all([
    findAccount(resources.db, { id: personId }),
    resources.pool.query<Membership>(
      'select festival_id, festival_name, festival_slug, roles from lookup.memberships_of($1)',
      [personId],
    ),
  ]);
  if (!account) fail('identity.not_signed_in');
  const superAdmin = account.super_admin;
  return {
    id: account.id,
    email: account.email,
    name: account.name,
    phone: account.phone,
    language: account.language,
    emailVerified: account.email_verified_at !== null,
    superAdmin,
    memberships: memberships.rows.map(({ festival_id, festival_name, festival_slug, roles }) => ({
      festivalId: festival_id,
      festivalName: festival_name,
      festivalSlug: festival_slug,
      roles,
      abilities: abilities({ superAdmin, roles }),
    })),
  };
}

interface Membership {
  festival_id: FestivalId;
  festival_name: string;
  festival_slug: string;
  roles: Role[];
}
