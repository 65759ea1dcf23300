import type { Input, Output } from '@festivals/contract';
import type * as contract from '@festivals/domain/identity/contract';
import { sql } from 'kysely';
import { z } from 'zod';
import type { Ctx } from '../platform/context.ts';
import { decodeCursor, pageOf } from '../platform/cursor.ts';
import { look, type Tx } from '../platform/transaction.ts';

const Key = z.tuple([z.int()]);

interface AuditRow {
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
  before: number | null;
  name: string | undefined;
  subjectId: string | undefined;
  most: number;
}

/** Who did what in a festival, newest first. */
export async function listAudit(
  ctx: Ctx,
  { params, query }: Input<typeof contract.listAudit>,
): Promise<Output<typeof contract.listAudit>> {
  const [before] = decodeCursor(Key, query.cursor) ?? [null];
  const { name, subjectId, limit } = query;
  const wanted = { festivalId: params.festivalId, before, name, subjectId, most: limit + 1 };
  const rows = await look(ctx, params.festivalId, (tx) => entries(tx, wanted));
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

async function entries(tx: Tx, { festivalId, before, name, subjectId, most }: Wanted): Promise<AuditRow[]> {
  const { rows } = await sql<AuditRow>`
    select e.seq, e.id, e.at, e.name, e.actor_kind, e.actor_id, p.name as actor_name, e.subject_id, e.before, e.after, s.position
    from event e
    left join person p on e.actor_kind = 'person' and p.id = e.actor_id
    left join audit_seal s on s.festival_id = e.festival_id and s.event_id = e.id
    where e.festival_id = ${festivalId}
      and (${before}::bigint is null or e.seq < ${before}::bigint)
      and (${name ?? null}::text is null or e.name = ${name ?? null}::text)
      and (${subjectId ?? null}::uuid is null or e.subject_id = ${subjectId ?? null}::uuid)
    order by e.seq desc limit ${most}`.execute(tx);
  return rows;
}
