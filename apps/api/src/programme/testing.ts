/** Imports for tests: a festival, and somebody who hands in files and lets the jobs work. */
import type { ImportedRow, ImportOptions } from '@festivals/domain/programme/import/contract';
import { insertFestival } from '../festival/testing.ts';
import type { TestApi } from '../testing/start-api.ts';

export const fileOf = (...parts: BlobPart[]) => new Blob(parts, { type: 'application/octet-stream' });

/** A published festival with its programmer. */
export async function organised(api: TestApi) {
  const { id: festivalId } = await insertFestival(api.ownerPool, { status: 'PUBLISHED' });
  const params = { festivalId };
  const { client } = await api.person({ roles: [{ festivalId, role: 'PROGRAMMER' }] });
  const get = (importId: string) => client.programme.getProgrammeImport({ params: { ...params, importId } });
  const rows = async (importId: string) => {
    const all: ImportedRow[] = [];
    for await (const row of await client.programme.listProgrammeImportRows({ params: { ...params, importId } }))
      all.push(row);
    return all;
  };
  /** Hands a file in and lets it be read. */
  const upload = async (file: Blob, name = 'line-up.csv') => {
    const { id } = await client.programme.uploadProgrammeImport({ params, query: { name }, body: file });
    await api.runJobsOnce();
    return get(id);
  };
  const remap = async (importId: string, options: Partial<ImportOptions>) => {
    const before = await get(importId);
    if (!before.options) throw new Error('not read');
    await client.programme.mapProgrammeImport({
      params: { ...params, importId },
      body: { version: before.version, options: { ...before.options, ...options } },
    });
    await api.runJobsOnce();
    return get(importId);
  };
  const apply = async ({ id, hash }: { id: string; hash: string | null }) => {
    await client.programme.applyProgrammeImport({ params: { ...params, importId: id }, body: { hash: hash ?? '' } });
    await api.runJobsOnce();
    return get(id);
  };
  const undo = (importId: string) => client.programme.undoProgrammeImport({ params: { ...params, importId } });
  const draft = () => client.programme.getProgrammeDraft({ params });
  return { festivalId, params, client, get, rows, upload, remap, apply, undo, draft };
}
