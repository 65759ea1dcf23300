import type { Festival } from '@festivals/domain/festival/contract';
import type { ImportedRow, ProgrammeImport } from '@festivals/domain/programme/import/contract';
import { queryOptions } from '@tanstack/react-query';
import { api } from '../../api.ts';

type FestivalId = Festival['id'];

const key = (festivalId: FestivalId) => ['festival', festivalId, 'programme-imports'] as const;

/** Everything that is known of a festival's imports. */
export const importsKey = key;

const isAtWork = (one: ProgrammeImport | undefined) => one?.status === 'READING' || one?.status === 'APPLYING';

/** The latest imports. */
export const importsQuery = (festivalId: FestivalId) =>
  queryOptions({
    queryKey: [...key(festivalId), 'latest'],
    queryFn: ({ signal }) => api.programme.listProgrammeImports({ params: { festivalId } }, { signal }),
  });

/** One import, asked again and again while a job works on it. */
export const importQuery = (festivalId: FestivalId, importId: string) =>
  queryOptions({
    queryKey: [...key(festivalId), importId],
    queryFn: ({ signal }) => api.programme.getProgrammeImport({ params: { festivalId, importId } }, { signal }),
    refetchInterval: ({ state }) => (isAtWork(state.data) ? 600 : false),
    refetchIntervalInBackground: true,
  });

/** What becomes of each row, as of one version of the import. */
export const rowsQuery = (festivalId: FestivalId, { id, version }: ProgrammeImport) =>
  queryOptions({
    queryKey: [...key(festivalId), id, 'rows', version],
    staleTime: Infinity,
    queryFn: async ({ signal }) => {
      const all: ImportedRow[] = [];
      const params = { festivalId, importId: id };
      for await (const row of await api.programme.listProgrammeImportRows({ params }, { signal })) all.push(row);
      return all;
    },
  });
