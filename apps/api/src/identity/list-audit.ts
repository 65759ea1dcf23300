import type { Input, Output } from '@festivals/contract';
import type * as contract from '@festivals/domain/identity/contract';
import { sql } from 'kysely';
import { z } from 'zod';
import type { Ctx } from '../platform/context.ts';
import { decodeCursor, pageOf } from '../platform/cursor.ts';
import { patternsOf } from '../platform/searcher.ts';
import { look, type Tx } from '../platform/transaction.ts';

const Key = z.tuple([z.int()]);

export interface AuditRow {
  seq: number;
  id: string;
  at: string;
  name: string;
  actor_kind: 'person' | 'device' | 'guest' | 'system';
  actor_id: string | null;
  actor_name: string | null;
  subject_id: string | null;
  before: unknown;
  after: unknown;
  position: number | null;
}

interface Wanted {
  festivalId: string;
  /** The last event of the page before. */
  after: number | null;
  name: string | undefined;
  /** A part of the name of whoever did it; accents do not matter. */
  by: string | undefined;
  subjectId: string | undefined;
  descending: boolean;
  most: number;
}

/** Who did what in a festival, newest first unless said otherwise. */
export async function listAudit(
  ctx: Ctx,
  { params, query }: Input<typeof contract.listAudit>,
): Promise<Output<typeof contract.listAudit>> {
  const [after] = decodeCursor(Key, query.cursor) ?? [null];
  const { name, search, subjectId, descending, limit } = query;
  const wanted = { festivalId: params.festivalId, after, name, by: search, subjectId, descending, most: limit + 1 };
  const rows = await look(ctx, params.festivalId, (tx) => auditPage(tx, wanted));
  return pageOf(
    rows,
    limit,
    (row) => [row.seq],
    ({ id, at, name: deed, actor_kind, actor_id, actor_name, subject_id, before: old, after, position }) => ({
      id,
      at,
      name: deed,
      actor: { kind: actor_kind, id: actor_id, name: actor_name },
      subjectId: subject_id,
      before: old,
      after,
      position,
    }),
  );
}

/** A page of what was done, after a place, so many at most. */
export async function auditPage(
  tx: Tx,
  { festivalId, after, name, by, subjectId, descending, most }: Wanted,
): Promise<AuditRow[]> {
  const direction = descending ? sql`desc` : sql`asc`;
  const beyond = after === null ? sql`` : sql`and e.seq ${descending ? sql`<` : sql`>`} ${after}::bigint`;
  const patterns = by ? patternsOf((await folded(tx, by)).split(' ')) : null;
  const { rows } = await sql<AuditRow>`
    select e.seq, e.id, e.at, e.name, e.actor_kind, e.actor_id, p.name as actor_name, e.subject_id, e.before, e.after, s.position
    from event e
    left join person p on e.actor_kind = 'person' and p.id = e.actor_id
    left join audit_seal s on s.festival_id = e.festival_id and s.event_id = e.id
    where e.festival_id = ${festivalId} ${beyond}
      and (${name ?? null}::text is null or e.name = ${name ?? null}::text)
      and (${subjectId ?? null}::uuid is null or e.subject_id = ${subjectId ?? null}::uuid)
      and (${patterns}::text[] is null or search_fold(p.name) like all (${patterns}::text[]))
    order by e.seq ${direction} limit ${most}`.execute(tx);
  return rows;
}

async function folded(tx: Tx, name: string): Promise<string> {
  const { rows } = await sql<{ text: string }>`select search_fold(${name}::text) as text`.execute(tx);
  return rows[0]?.text ?? '';
}
