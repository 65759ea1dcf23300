import type { Input, Output } from '@festivals/contract';
import type * as contract from '@festivals/domain/programme/import/contract';
import { v7 } from 'uuid';
import { actorId, record } from '../../platform/record.ts';
import type { Ctx } from '../../platform/context.ts';
import { fail } from '../../platform/fault.ts';
import { receivedBytes } from '../../platform/received-bytes.ts';
import { deed, look } from '../../platform/transaction.ts';
import * as store from './import-store.ts';

/** Takes a file of sets; what it is and what it would change, a job finds out. */
export async function uploadProgrammeImport(
  ctx: Ctx,
  { params, query, body }: Input<typeof contract.uploadProgrammeImport>,
): Promise<Output<typeof contract.uploadProgrammeImport>> {
  const bytes = await receivedBytes(body);
  const id = v7();
  return deed(ctx, params.festivalId, async (tx) => {
    await store.insertImport(tx, {
      festivalId: params.festivalId,
      id,
      name: query.name,
      bytes,
      createdBy: actorId(ctx.caller),
      createdAt: ctx.clock.now(),
    });
    await store.forgetOldImports(tx);
    await record(tx, ctx, { name: 'programme.import_uploaded', subjectId: id, after: { name: query.name } });
    return (await store.findImport(tx, id)) ?? fail('general.internal');
  });
}

export const listProgrammeImports = (
  ctx: Ctx,
  { params }: Input<typeof contract.listProgrammeImports>,
): Promise<Output<typeof contract.listProgrammeImports>> => look(ctx, params.festivalId, store.latestImports);

export const getProgrammeImport = (
  ctx: Ctx,
  { params }: Input<typeof contract.getProgrammeImport>,
): Promise<Output<typeof contract.getProgrammeImport>> =>
  look(
    ctx,
    params.festivalId,
    async (tx) => (await store.findImport(tx, params.importId)) ?? fail('general.not_found'),
  );

/** What becomes of each row of a file. */
export async function listProgrammeImportRows(
  ctx: Ctx,
  { params }: Input<typeof contract.listProgrammeImportRows>,
): Promise<Output<typeof contract.listProgrammeImportRows>> {
  const rows = await look(ctx, params.festivalId, (tx) => store.rowsOf(tx, params.importId));
  return oneByOne(rows ?? fail('general.not_found'));
}

async function* oneByOne<T>(all: readonly T[]): AsyncGenerator<T> {
  yield* all;
}

/** Lets the file be understood otherwise: it is read again. */
export function mapProgrammeImport(
  ctx: Ctx,
  { params, body }: Input<typeof contract.mapProgrammeImport>,
): Promise<Output<typeof contract.mapProgrammeImport>> {
  return deed(ctx, params.festivalId, async (tx) => {
    const before = (await store.lockImport(tx, params.importId)) ?? fail('general.not_found');
    if (before.version !== body.version) fail('general.conflict', { version: before.version });
    if (before.status !== 'READY') fail('programme.import_not_ready', { status: before.status });
    await store.keepOptions(tx, before.id, body.options);
    await record(tx, ctx, { name: 'programme.import_mapped', subjectId: before.id });
    return (await store.findImport(tx, before.id)) ?? fail('general.internal');
  });
}
