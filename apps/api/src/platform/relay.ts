import type pg from 'pg';
import type { Resources } from './context.ts';
import type { DomainModule, JobPayload } from './domain-module.ts';
import { newsChannel, notificationsOf } from './live/news.ts';

interface RelayedEvent {
  festival_id: string;
  id: string;
  name: string;
  subject_id: string | null;
  /** Who did it, if it was a person. */
  person_id: string | null;
  xid: string;
  seq: number;
}

const batch = 500;

/**
 * Turns events into jobs, each exactly once: the cursor moves in the transaction that enqueues. The API's processes are told in the
 * same transaction, in one notification for many events.
 * @returns how many events it passed; a full batch means that there may be more
 */
export async function relayEvents(resources: Resources, modules: readonly DomainModule[]): Promise<number> {
  const client = await resources.pool.connect();
  try {
    await client.query('begin');
    const cursor = (await client.query('select xid, seq from relay_cursor for update skip locked')).rows[0];
    if (!cursor) return await rollback(client);
    const { rows: events } = await client.query<RelayedEvent>(
      `select festival_id, id, name, subject_id, case actor_kind when 'person' then actor_id end as person_id, xid, seq
       from lookup.events_after($1, $2, $3)`,
      [cursor.xid, cursor.seq, batch],
    );
    const last = events.at(-1);
    if (!last) return await rollback(client);
    await enqueue(client, jobsFor(events, modules));
    await notify(
      client,
      notificationsOf(
        events,
        modules.flatMap((module) => module.live ?? []),
      ),
    );
    await client.query('update relay_cursor set xid = $1, seq = $2', [last.xid, last.seq]);
    await client.query('commit');
    return events.length;
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  } finally {
    client.release();
  }
}

export const isFullBatch = (passed: number): boolean => passed === batch;

interface QueuedJob {
  identifier: string;
  payload: JobPayload;
}

type Connection = pg.PoolClient;

async function rollback(client: Connection): Promise<0> {
  await client.query('rollback');
  return 0;
}

function jobsFor(events: readonly RelayedEvent[], modules: readonly DomainModule[]): QueuedJob[] {
  return events.flatMap((event) =>
    modules
      .flatMap((module) => module.subscriptions?.[event.name] ?? [])
      .map((identifier) => ({
        identifier,
        payload: { festivalId: event.festival_id, eventId: event.id, subjectId: event.subject_id ?? '' },
      })),
  );
}

async function enqueue(client: Connection, jobs: readonly QueuedJob[]): Promise<void> {
  if (jobs.length === 0) return;
  await client.query(
    `select graphile_worker.add_job(identifier => job->>'identifier', payload => job->'payload', max_attempts => 12)
     from json_array_elements($1::json) as job`,
    [JSON.stringify(jobs)],
  );
}

/** PostgreSQL sends them when the transaction commits, and never when it does not. */
async function notify(client: Connection, payloads: readonly string[]): Promise<void> {
  if (payloads.length === 0) return;
  await client.query('select pg_notify($1, payload) from unnest($2::text[]) as payload', [newsChannel, payloads]);
}
