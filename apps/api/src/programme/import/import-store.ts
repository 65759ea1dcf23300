import type {
  ImportCounts,
  ImportedRow,
  ImportOptions,
  ProgrammeImport,
} from '@festivals/domain/programme/import/contract';
import type { ImportRecord } from '@festivals/domain/programme/import/guess-columns';
import type { DraftSlot } from '@festivals/domain/programme/contract';
import { sql } from 'kysely';
import type { z } from 'zod';
import type { Tx } from '../../platform/transaction.ts';

export type ImportView = z.input<typeof ProgrammeImport>;

/** What an import wrote, and what was there before: enough to take it back. */
export interface ImportUndo {
  stageIds: string[];
  artistIds: string[];
  createdIds: string[];
  changed: DraftSlot[];
}

const view = sql`
  id, version, name, status, fault, format, encoding, columns, sample, options, counts, made->'stages' as "newStages",
  made->'artists' as "newArtists", (made->>'artistsCount')::int as "newArtistsCount", hash, done, total,
  created_at as "createdAt", applied_at as "appliedAt"`;

export async function latestImports(tx: Tx): Promise<ImportView[]> {
  const { rows } = await sql<ImportView>`
    select ${view} from programme_import order by created_at desc, id desc limit 20`.execute(tx);
  return rows;
}

export async function findImport(tx: Tx, id: string): Promise<ImportView | undefined> {
  const { rows } = await sql<ImportView>`select ${view} from programme_import where id = ${id}`.execute(tx);
  return rows[0];
}

/** The import, which nobody else changes until the transaction ends. */
export async function lockImport(tx: Tx, id: string): Promise<ImportView | undefined> {
  const { rows } = await sql<ImportView>`select ${view} from programme_import where id = ${id} for update`.execute(tx);
  return rows[0];
}

export async function insertImport(
  tx: Tx,
  made: { festivalId: string; id: string; name: string; bytes: Buffer; createdBy: string | null; createdAt: Date },
): Promise<void> {
  await tx
    .insertInto('programme_import')
    .values({
      festival_id: made.festivalId,
      id: made.id,
      name: made.name,
      status: 'READING',
      bytes: made.bytes,
      created_by: made.createdBy,
      created_at: made.createdAt,
    })
    .execute();
}

/** Forgets imports of which nobody asks any more: all but the latest twenty that are not at work. */
export async function forgetOldImports(tx: Tx): Promise<void> {
  await sql`
    delete from programme_import where status not in ('READING', 'APPLYING') and id not in (
      select id from programme_import order by created_at desc, id desc limit 20)`.execute(tx);
}

export interface ImportSource {
  status: string;
  bytes: Buffer | null;
  records: ImportRecord[] | null;
  options: ImportOptions | null;
  startedBy: string | null;
}

/** The file of an import that is yet to be read; once it is, the records. */
export async function sourceOf(tx: Tx, id: string): Promise<ImportSource | undefined> {
  const { rows } = await sql<{
    status: string;
    bytes: Buffer | null;
    records: [number, ...string[]][] | null;
    options: ImportOptions | null;
    startedBy: string | null;
  }>`select status, bytes, records, options, started_by as "startedBy" from programme_import where id = ${id}`.execute(
    tx,
  );
  const [found] = rows;
  return (
    found && {
      ...found,
      records: found.records?.map(([line, ...cells]) => ({ line, cells })) ?? null,
    }
  );
}

export async function keepRecords(
  tx: Tx,
  id: string,
  read: { format: string; encoding: string | null; records: readonly ImportRecord[]; options: ImportOptions },
): Promise<void> {
  const records = read.records.map(({ line, cells }) => [line, ...cells]);
  await sql`
    update programme_import set bytes = null, format = ${read.format}, encoding = ${read.encoding},
      records = ${json(records)}::jsonb, options = ${json(read.options)}::jsonb, total = ${read.records.length}
    where id = ${id}`.execute(tx);
}

export async function keepUnreadable(
  tx: Tx,
  id: string,
  fault: { reason: string; line: number | null },
): Promise<void> {
  await sql`
    update programme_import set status = 'UNREADABLE', bytes = null, fault = ${json(fault)}::jsonb, version = version + 1
    where id = ${id}`.execute(tx);
}

export interface KeptPlan {
  columns: readonly string[];
  sample: readonly (readonly string[])[];
  rows: readonly ImportedRow[];
  counts: ImportCounts;
  made: { stages: readonly string[]; artists: readonly string[]; artistsCount: number };
  hash: string;
}

export async function keepPlan(tx: Tx, id: string, plan: KeptPlan): Promise<void> {
  await sql`
    update programme_import set status = 'READY', version = version + 1, columns = ${json(plan.columns)}::jsonb,
      sample = ${json(plan.sample)}::jsonb, rows = ${json(plan.rows)}::jsonb, counts = ${json(plan.counts)}::jsonb,
      made = ${json(plan.made)}::jsonb, hash = ${plan.hash}, done = 0, total = ${plan.rows.length}
    where id = ${id}`.execute(tx);
}

/** To be read again with other options. */
export async function keepOptions(tx: Tx, id: string, options: ImportOptions): Promise<void> {
  await sql`
    update programme_import set status = 'READING', version = version + 1, options = ${json(options)}::jsonb, fault = null,
      hash = null, done = 0
    where id = ${id}`.execute(tx);
}

/** To be read again as it is, because the programme is another one by now. */
export async function keepChanged(tx: Tx, id: string, reason: string): Promise<void> {
  await sql`
    update programme_import set status = 'READING', version = version + 1, hash = null, done = 0,
      fault = ${json({ reason, line: null })}::jsonb
    where id = ${id}`.execute(tx);
}

export async function keepStatus(tx: Tx, id: string, status: 'APPLYING' | 'UNDONE'): Promise<void> {
  await sql`
    update programme_import set status = ${status}, version = version + 1, done = 0, fault = null where id = ${id}`.execute(
    tx,
  );
}

/** Remembers on whose behalf the job writes. */
export async function keepStarter(tx: Tx, id: string, personId: string | null): Promise<void> {
  await sql`update programme_import set started_by = ${personId}::uuid where id = ${id}`.execute(tx);
}

/** Tells how far the writing is, while it is under way. */
export async function keepProgress(tx: Tx, id: string, done: number): Promise<void> {
  await sql`update programme_import set done = ${done} where id = ${id} and status = 'APPLYING'`.execute(tx);
}

export async function keepApplied(tx: Tx, id: string, undo: ImportUndo, at: Date): Promise<void> {
  await sql`
    update programme_import set status = 'APPLIED', version = version + 1, done = total, undo = ${json(undo)}::jsonb,
      applied_at = ${at}
    where id = ${id}`.execute(tx);
}

export async function undoOf(tx: Tx, id: string): Promise<ImportUndo | undefined> {
  const { rows } = await sql<{ undo: ImportUndo | null }>`select undo from programme_import where id = ${id}`.execute(
    tx,
  );
  return rows[0]?.undo ?? undefined;
}

export async function rowsOf(tx: Tx, id: string): Promise<ImportedRow[] | undefined> {
  const { rows } = await sql<{
    rows: ImportedRow[] | null;
  }>`select rows from programme_import where id = ${id}`.execute(tx);
  return rows[0] && (rows[0].rows ?? []);
}

/** Sets by the ids under which a source knows them. */
export async function knownIds(tx: Tx, source: string): Promise<Map<string, string>> {
  const { rows } = await sql<{ externalId: string; slotId: string }>`
    select external_id as "externalId", slot_id as "slotId" from slot_source where source = ${source}`.execute(tx);
  return new Map(rows.map(({ externalId, slotId }) => [externalId, slotId]));
}

const json = (value: unknown) => JSON.stringify(value);
