import type { ImportOptions } from '@festivals/domain/programme/import/contract';
import { columnNames, type ImportRecord } from '@festivals/domain/programme/import/guess-columns';
import { cut } from '@festivals/domain/programme/import/clean-text';
import type { ImportPlan } from '@festivals/domain/programme/import/plan';
import { planImport } from '@festivals/domain/programme/import/plan-import';
import { FestivalId } from '@festivals/domain/primitives';
import { createHash } from 'node:crypto';
import { find as findFestival } from '../../festival/store.ts';
import type { Ctx } from '../../platform/context.ts';
import type { JobPayload } from '../../platform/domain-module.ts';
import { fail } from '../../platform/fault.ts';
import { look, step, type Tx } from '../../platform/transaction.ts';
import { listedArtists } from '../artist-store.ts';
import { slots } from '../slot-store.ts';
import { stages } from '../stage-store.ts';
import * as store from './import-store.ts';
import { readFile } from './read-file.ts';

const shownRecords = 8;
const shownNames = 100;
const longestShown = 200;

/** Reads a file that was handed in, or is to be understood otherwise, and says what it would change. Done twice, it says the same. */
export async function readImport(ctx: Ctx, { festivalId: given, subjectId }: JobPayload): Promise<void> {
  const festivalId = FestivalId.parse(given);
  const source = await look(ctx, festivalId, (tx) => store.sourceOf(tx, subjectId));
  if (source?.status !== 'READING') return;
  if (source.bytes !== null) {
    const read = await readFile(source.bytes);
    if ('reason' in read) return step(ctx, festivalId, (tx) => store.keepUnreadable(tx, subjectId, read));
    await step(ctx, festivalId, (tx) => store.keepRecords(tx, subjectId, read));
    return readImport(ctx, { festivalId: given, eventId: '', subjectId });
  }
  const { records, options } = source;
  if (records === null || options === null) return;
  await step(ctx, festivalId, async (tx) => {
    const plan = await planned(tx, records, options);
    const header = records.filter(({ line }) => line > options.headerLine);
    await store.keepPlan(tx, subjectId, {
      columns: columnNames(records, options.headerLine),
      sample: header.slice(0, shownRecords).map(({ cells }) => cells.map((cell) => cut(cell, longestShown))),
      rows: plan.rows,
      counts: plan.counts,
      made: {
        stages: plan.writes.stages.slice(0, shownNames).map(({ name }) => name),
        artists: plan.writes.artists.slice(0, shownNames).map(({ name }) => name),
        artistsCount: plan.writes.artists.length,
      },
      hash: hashOf(plan),
    });
  });
}

/** What these records would change in the programme as it is now. */
export async function planned(tx: Tx, records: readonly ImportRecord[], options: ImportOptions): Promise<ImportPlan> {
  const festival = (await findFestival(tx)) ?? fail('general.not_found');
  const programme = { stages: await stages(tx), artists: await listedArtists(tx), slots: await slots(tx) };
  const known = await store.knownIds(tx, options.source);
  const below = records.filter(({ line }) => line > options.headerLine);
  return planImport(below, { programme, known }, festival, options);
}

/** What was shown and what will be written, and from which versions. */
export const hashOf = (plan: ImportPlan): string =>
  createHash('sha256')
    .update(JSON.stringify([plan.rows, plan.writes]))
    .digest('hex');
