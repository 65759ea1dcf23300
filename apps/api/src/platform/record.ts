import { v7 } from 'uuid';
import type { Caller, Ctx } from './context.ts';
import type { Tx } from './transaction.ts';
import { sql } from 'kysely';

export interface Deed {
  /** What happened, `domain.past_tense`. */
  name: `${string}.${string}`;
  /** The thing that it happened to. */
  subjectId: string;
  /** What changed; never a secret, never more of a person than needed. */
  before?: unknown;
  after?: unknown;
}

/** Writes what happened into the event log, in the deed's own transaction: audit trail and outbox at once. */
export async function record(tx: Tx, ctx: Ctx, deed: Deed): Promise<void> {
  await sql`
    insert into event (festival_id, id, name, actor_kind, actor_id, subject_id, before, after, request_id)
    values (current_festival(), ${v7()}, ${deed.name}, ${ctx.caller.kind}, ${actorId(ctx.caller)}, ${deed.subjectId},
      ${json(deed.before)}::jsonb, ${json(deed.after)}::jsonb, ${ctx.request.id})`.execute(tx);
}

export function actorId(caller: Caller): string | null {
  if (caller.kind === 'person') return caller.personId;
  return caller.kind === 'device' ? caller.deviceId : null;
}

const json = (value: unknown) => (value === undefined ? null : JSON.stringify(value));
