import type { CrewFeed } from '@festivals/domain/programme/export/contract';
import { sql } from 'kysely';
import type { Tx } from '../../platform/transaction.ts';

export async function crewFeeds(tx: Tx): Promise<CrewFeed[]> {
  return tx
    .selectFrom('programme_feed')
    .select(['id', 'name', 'created_at as createdAt', 'used_at as usedAt'])
    .where('revoked_at', 'is', null)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .$castTo<CrewFeed>()
    .execute();
}

export async function insertCrewFeed(
  tx: Tx,
  made: { festivalId: string; id: string; name: string; hash: Buffer; by: string | null; at: Date },
): Promise<void> {
  await tx
    .insertInto('programme_feed')
    .values({
      festival_id: made.festivalId,
      id: made.id,
      name: made.name,
      secret_hash: made.hash,
      created_by: made.by,
      created_at: made.at,
    })
    .execute();
}

/** @returns the feed's name, or undefined where there is none to revoke */
export async function revokeCrewFeed(tx: Tx, id: string, at: Date): Promise<string | undefined> {
  const { rows } = await sql<{ name: string }>`
    update programme_feed set revoked_at = ${at} where id = ${id} and revoked_at is null returning name`.execute(tx);
  return rows[0]?.name;
}

/** Whether a secret opens a feed; remembers that it did, to the hour, so that reading hardly ever writes. */
export async function useCrewFeed(tx: Tx, hash: Buffer, at: Date): Promise<boolean> {
  const { rows } = await sql<{ id: string; usedAt: string | null }>`
    select id, used_at as "usedAt" from programme_feed where secret_hash = ${hash} and revoked_at is null`.execute(tx);
  const [found] = rows;
  if (!found) return false;
  const isFresh = found.usedAt !== null && at.getTime() - Date.parse(found.usedAt) < 3_600_000;
  if (!isFresh) await sql`update programme_feed set used_at = ${at} where id = ${found.id}`.execute(tx);
  return true;
}
