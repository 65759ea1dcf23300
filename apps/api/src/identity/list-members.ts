import type { Input, Output } from '@festivals/contract';
import type * as contract from '@festivals/domain/identity/contract';
import { Role } from '@festivals/domain/identity/roles';
import type { PersonId } from '@festivals/domain/primitives';
import { sql } from 'kysely';
import { z } from 'zod';
import type { Ctx } from '../platform/context.ts';
import { decodeCursor, pageOf } from '../platform/cursor.ts';
import { look, type Tx } from '../platform/transaction.ts';

const Key = z.tuple([z.uuid(), Role]);

export interface MemberRow {
  person_id: PersonId;
  name: string;
  email: string;
  role: Role;
  since: string;
  ends_at: string | null;
}

/** The team of a festival, the oldest accounts first; someone with two roles stands there twice. */
export async function listMembers(
  ctx: Ctx,
  { params, query }: Input<typeof contract.listMembers>,
): Promise<Output<typeof contract.listMembers>> {
  const after = decodeCursor(Key, query.cursor);
  const rows = await look(ctx, params.festivalId, (tx) => members(tx, after, query.limit + 1));
  return pageOf(
    rows,
    query.limit,
    (row) => [row.person_id, row.role],
    ({ person_id, name, email, role, since, ends_at }) => ({
      personId: person_id,
      name,
      email,
      role,
      since,
      until: ends_at,
    }),
  );
}

/** Roles of the transaction's festival, after a place, so many at most. */
export async function members(tx: Tx, after: z.infer<typeof Key> | null, most: number): Promise<MemberRow[]> {
  const [person, role] = after ?? [null, null];
  const { rows } = await sql<MemberRow>`
    select m.person_id, p.name, p.email::text, m.role, m.since, m.ends_at
    from membership m join person p on p.id = m.person_id
    where m.festival_id = current_festival() and p.deleted_at is null
      and (${person}::uuid is null or (m.person_id, m.role) > (${person}::uuid, ${role}::text))
    order by m.person_id, m.role limit ${most}`.execute(tx);
  return rows;
}
