import type { FactOutcome, TicketState } from '@festivals/domain/access/contract';
import type { FestivalKey } from '@festivals/domain/devices/contract';
import { z } from 'zod';
import { ENROLMENT, Enrolment } from '../device/enrolment.ts';
import { keep, recall } from '../store/kept.ts';
import type { LocalDatabase, Store } from '../store/local-database.ts';

/** The line to the server: what of the access contract a gate uses. */
export interface Line {
  upload(facts: string[]): Promise<{ outcome: FactOutcome; reason: string | null }[]>;
  pull(
    cursor: string | undefined,
  ): Promise<{ tickets: TicketState[]; cursor: string; more: boolean; keys?: readonly FestivalKey[] }>;
}

const BATCH = 200;
const CURSOR = 'pull-cursor';

/** One statement a page: a season has more tickets than a phone has patience. `where true` ends the select for the parser. */
const UPSERT = `
  insert into ticket_state (ticket_id, ticket_type_id, type_name, state, at)
  select value ->> 'ticketId', value ->> 'ticketTypeId', value -> 'typeName', value ->> 'state', value ->> 'at' from json_each(?) where true
  on conflict (ticket_id) do update
    set ticket_type_id = excluded.ticket_type_id, type_name = excluded.type_name, state = excluded.state, at = excluded.at`;

/**
 * Hands over what waits, then hears what the other gates and the office did. Any part may be repeated without harm.
 * @returns whether the festival's keys are others than before
 */
export async function syncScans(store: Store, deviceId: string, line: Line, now: () => number): Promise<boolean> {
  await handOver(store, deviceId, line);
  const hasOtherKeys = await catchUp(store, line);
  await keep(store, 'last-sync', true, now());
  return hasOtherKeys;
}

/** Sends facts in the order of their chain; one that the server has answered is not sent again. */
async function handOver(store: Store, deviceId: string, line: Line): Promise<void> {
  for (;;) {
    const waiting = await store.all(
      z.object({ id: z.string(), fact: z.string() }),
      'select id, fact from scan where device_id = ? and outcome is null order by epoch, sequence limit ?',
      deviceId,
      BATCH,
    );
    if (waiting.length === 0) return;
    const outcomes = await line.upload(waiting.map((scan) => scan.fact));
    await store.transaction(async (tx) => {
      for (const [index, { id }] of waiting.entries()) {
        const answer = outcomes[index];
        if (answer)
          await tx.run('update scan set outcome = ?, reason = ? where id = ?', answer.outcome, answer.reason, id);
      }
    });
    // A server that answers fewer than it was sent must not make this loop send for ever.
    if (outcomes.length < waiting.length || waiting.length < BATCH) return;
  }
}

/** Reads changes from where the last sync ended; the cursor moves in the same transaction as what it stands for. */
async function catchUp(store: Store, line: Line): Promise<boolean> {
  let hasOtherKeys = false;
  let cursor = (await recall(store, CURSOR, z.string()))?.value;
  for (;;) {
    const changes = await line.pull(cursor);
    await store.transaction(async (tx) => {
      await tx.run(UPSERT, JSON.stringify(changes.tickets));
      await keep(tx, CURSOR, changes.cursor, Date.now());
      if (changes.keys && (await learnKeys(tx, changes.keys))) hasOtherKeys = true;
    });
    if (!changes.more || changes.cursor === cursor) return hasOtherKeys;
    cursor = changes.cursor;
  }
}

/** Takes on the festival's keys as they are now: one that was started signs tickets that stand at this gate, one that was withdrawn none. */
async function learnKeys(tx: LocalDatabase, keys: readonly FestivalKey[]): Promise<boolean> {
  const kept = await recall(tx, ENROLMENT, Enrolment);
  if (!kept || JSON.stringify(kept.value.festivalKeys) === JSON.stringify(keys)) return false;
  await keep(tx, ENROLMENT, { ...kept.value, festivalKeys: keys }, kept.at);
  return true;
}
