import type pg from 'pg';
import { chainStart, type ChainEnd, type EventTexts, type Finding, follow } from './chain.ts';

/** Where chains ended when they were last verified: festival → position and hash (hex). Kept outside the database. */
export type KnownHeads = Record<string, { position: number; hash: string }>;

export interface TrailReport {
  festivals: number;
  sealed: number;
  /** Events that the sealer has not come to yet. */
  waiting: number;
  findings: Finding[];
  heads: KnownHeads;
}

const batch = 2000;

/**
 * Follows the chain of every festival, as the owner of the tables. Finds a row that was changed, removed, added or put
 * elsewhere, and a chain whose end was cut off. Who may write every table can still forge a whole chain anew, its end
 * included: that shows only against `known` heads of an earlier run, kept where the forger cannot write. What was removed
 * before it was sealed, a few seconds after it happened, leaves no trace.
 */
export async function verifyTrail(client: pg.ClientBase, known: KnownHeads = {}): Promise<TrailReport> {
  await client.query('begin isolation level repeatable read read only');
  try {
    const walked = await walkChains(client, known);
    const missing = await cutOffChains(client, walked.ends, known);
    const unsealed = await unsealedEvents(client);
    const { rows } = await client.query<{ waiting: number }>(
      'select count(*) as waiting from event e, seal_cursor c where (e.xid, e.seq) > (c.xid, c.seq)',
    );
    return {
      festivals: walked.ends.size,
      sealed: walked.sealed,
      waiting: rows[0]?.waiting ?? 0,
      findings: [...walked.findings, ...missing, ...unsealed],
      heads: Object.fromEntries(
        [...walked.ends].map(([festivalId, { position, hash }]) => [
          festivalId,
          { position, hash: hash.toString('hex') },
        ]),
      ),
    };
  } finally {
    await client.query('rollback');
  }
}

interface LinkRow extends Omit<EventTexts, 'festival_id' | 'id'> {
  chain: string;
  position: number;
  event_id: string;
  hash: Buffer;
  /** Null when the event is gone. */
  id: string | null;
}

async function walkChains(client: pg.ClientBase, known: KnownHeads) {
  const ends = new Map<string, ChainEnd>();
  const findings: Finding[] = [];
  let sealed = 0;
  for await (const row of links(client)) {
    const step = follow(row.chain, ends.get(row.chain) ?? chainStart, {
      position: row.position,
      eventId: row.event_id,
      hash: row.hash,
      event: row.id === null ? null : { ...row, festival_id: row.chain, id: row.id },
    });
    ends.set(row.chain, step.end);
    findings.push(...step.findings);
    sealed += 1;
    const before = known[row.chain];
    if (before?.position === row.position && before.hash !== row.hash.toString('hex')) {
      findings.push({ festivalId: row.chain, flaw: 'rewritten', position: row.position, eventId: row.event_id });
    }
  }
  return { ends, findings, sealed };
}

/** Every link of every chain in order, a batch at a time. */
async function* links(client: pg.ClientBase): AsyncGenerator<LinkRow> {
  let last = { chain: '00000000-0000-0000-0000-000000000000', position: 0 };
  for (;;) {
    const { rows } = await client.query<LinkRow>(
      `select s.festival_id as chain, s.position, s.event_id, s.hash, e.id, e.seq::text, e.xid::text,
         (extract(epoch from e.at) * 1000000)::bigint::text as at, e.name, e.actor_kind, e.actor_id, e.subject_id,
         e.before::text, e.after::text, e.request_id
       from audit_seal s left join event e on e.festival_id = s.festival_id and e.id = s.event_id
       where (s.festival_id, s.position) > ($1, $2)
       order by s.festival_id, s.position limit ${batch}`,
      [last.chain, last.position],
    );
    yield* rows;
    const end = rows.at(-1);
    if (!end || rows.length < batch) return;
    last = { chain: end.chain, position: end.position };
  }
}

/** Chains that end before the place where the sealer, or an earlier verification, saw them end. */
async function cutOffChains(
  client: pg.ClientBase,
  ends: ReadonlyMap<string, ChainEnd>,
  known: KnownHeads,
): Promise<Finding[]> {
  const { rows } = await client.query<{ festival_id: string; position: number; hash: Buffer }>(
    'select festival_id, position, hash from audit_head order by festival_id',
  );
  const heads = new Map(rows.map((row) => [row.festival_id, row]));
  const festivals = new Set([...ends.keys(), ...heads.keys(), ...Object.keys(known)]);
  return [...festivals].flatMap((festivalId): Finding[] => {
    const end = ends.get(festivalId) ?? chainStart;
    const head = heads.get(festivalId);
    const isWhole = head?.position === end.position && head.hash.equals(end.hash);
    const isAsLong = (known[festivalId]?.position ?? 0) <= end.position;
    return isWhole && isAsLong ? [] : [{ festivalId, flaw: 'cut_off', position: end.position + 1, eventId: null }];
  });
}

/** Events that stand where the sealer has been, and that it never saw. */
async function unsealedEvents(client: pg.ClientBase): Promise<Finding[]> {
  const { rows } = await client.query<{ festival_id: string; id: string }>(
    `select e.festival_id, e.id from event e cross join seal_cursor c
     where (e.xid, e.seq) <= (c.xid, c.seq)
       and not exists (select from audit_seal s where s.festival_id = e.festival_id and s.event_id = e.id)
     order by e.xid, e.seq limit 1000`,
  );
  return rows.map(({ festival_id, id }) => ({
    festivalId: festival_id,
    flaw: 'unsealed_event',
    position: null,
    eventId: id,
  }));
}
