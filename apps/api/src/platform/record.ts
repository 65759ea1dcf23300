import { v7 } from 'uuid';
import type { Caller, Ctx } from './context.ts';
import type { Tx } from './transaction.ts';
import { domainsShown, notifySite } from './live/site-news.ts';
import { sql } from 'kysely';

export interface Deed {
  /** What happened, `domain.past_tense`. */
  name: `${string}.${string}`;
  /** The thing that it happened to. */
  subjectId: string;
  /** What changed; never a secret, never more of a person than needed. */
  before?: unknown;
  after?: unknown;
  /** On whose behalf a job does it; the caller when left out. */
  personId?: string | null;
}

/**
 * Writes what happened into the event log, in the deed's own transaction: audit trail and outbox at once. What changes a public page is
 * told to the site by the same statement: the relay would be late by its beat, and by whatever transaction happens to be open.
 */
export async function record(tx: Tx, ctx: Ctx, deed: Deed): Promise<void> {
  const [domain] = domainsShown(ctx.resources.shown, [deed.name]);
  await sql`
    insert into event (festival_id, id, name, actor_kind, actor_id, subject_id, before, after, request_id)
    values (current_festival(), ${v7()}, ${deed.name}, ${deed.personId ? 'person' : ctx.caller.kind},
      ${deed.personId ?? actorId(ctx.caller)}, ${deed.subjectId},
      ${json(deed.before)}::jsonb, ${json(deed.after)}::jsonb, ${ctx.request.id})
    ${domain === undefined ? sql`` : sql`returning ${notifySite(sql`${domain}::text`)}`}`.execute(tx);
}

/** Writes many deeds at once, in as many statements as it takes thousands. */
export async function recordAll(tx: Tx, ctx: Ctx, deeds: readonly Deed[]): Promise<void> {
  for (let at = 0; at < deeds.length; at += 1000) {
    const events = deeds.slice(at, at + 1000).map((deed) => ({ id: v7(), ...deed }));
    await sql`
      insert into event (festival_id, id, name, actor_kind, actor_id, subject_id, before, after, request_id)
      select current_festival(), id, name, case when "personId" is null then ${ctx.caller.kind} else 'person' end,
        coalesce("personId", ${actorId(ctx.caller)}::uuid), "subjectId", before, after,
        ${ctx.request.id}
      from jsonb_to_recordset(${JSON.stringify(events)}::jsonb)
        as deed (id uuid, name text, "subjectId" uuid, "personId" uuid, before jsonb, after jsonb)`.execute(tx);
  }
  const domains = domainsShown(
    ctx.resources.shown,
    deeds.map(({ name }) => name),
  );
  if (domains.length > 0)
    await sql`select ${notifySite(sql`domain`)} from unnest(${domains}::text[]) domain`.execute(tx);
}

export function actorId(caller: Caller): string | null {
  if (caller.kind === 'person') return caller.personId;
  return caller.kind === 'device' ? caller.deviceId : null;
}

const json = (value: unknown) => (value === undefined ? null : JSON.stringify(value));
