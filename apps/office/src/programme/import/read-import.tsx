import { Button } from '@festivals/ui/button';
import { Notice } from '@festivals/ui/notice';
import { useToast } from '@festivals/ui/toast';
import type { Festival } from '@festivals/domain/festival/contract';
import type { ImportOptions, ProgrammeImport } from '@festivals/domain/programme/import/contract';
import { namesArtistsAlone } from '@festivals/domain/programme/import/plan-artists';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { api } from '../../api.ts';
import { FormFailure } from '../../shell/failure.tsx';
import { DryRun } from './dry-run.tsx';
import { ImportOptionsCard } from './import-options.tsx';
import { importQuery, importsKey } from './queries.ts';

const route = getRouteApi('/office/f/$slug/programme/import');

/** An import that was read: corrected, applied, taken back. */
export function ReadImport({ festival, shown }: { festival: Festival; shown: ProgrammeImport }) {
  const t = useTranslations('office.importing');
  const say = useToast();
  const queryClient = useQueryClient();
  const { filter = 'ALL' } = route.useSearch();
  const navigate = route.useNavigate();
  const [draft, setDraft] = useState<{ version: number; options: ImportOptions } | null>(null);
  const options = draft?.version === shown.version ? draft.options : shown.options;
  const isChanged = JSON.stringify(options) !== JSON.stringify(shown.options);
  const params = { festivalId: festival.id, importId: shown.id };
  const know = (next: ProgrammeImport) => {
    queryClient.setQueryData(importQuery(festival.id, shown.id).queryKey, next);
    void queryClient.invalidateQueries({ queryKey: importsKey(festival.id) });
  };
  const read = useMutation({
    mutationFn: (wanted: ImportOptions) =>
      api.programme.mapProgrammeImport({ params, body: { version: shown.version, options: wanted } }),
    onSuccess: know,
  });
  const apply = useMutation({
    mutationFn: () => api.programme.applyProgrammeImport({ params, body: { hash: shown.hash ?? '' } }),
    onSuccess: know,
    onError: () => queryClient.invalidateQueries({ queryKey: importsKey(festival.id) }),
  });
  const undo = useMutation({
    mutationFn: () => api.programme.undoProgrammeImport({ params }),
    onSuccess: (next) => {
      know(next);
      say({ title: t('undone') });
      void queryClient.invalidateQueries({ queryKey: ['festival', festival.id, 'programme'] });
    },
  });
  const writes = (shown.counts?.new ?? 0) + (shown.counts?.changed ?? 0);
  const isReady = shown.status === 'READY';
  const isArtists = namesArtistsAlone(shown.options?.mapping ?? []);
  return (
    <>
      {shown.fault && (
        <Notice tone="warning" live>
          {t(`fault.${shown.fault.reason}`, { line: shown.fault.line ?? 0 })}
        </Notice>
      )}
      {shown.status === 'APPLIED' && (
        <Notice tone="success" live>
          <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
            <p className="min-w-0 flex-1">
              <span className="font-medium">
                {t('applied', { new: shown.counts?.new ?? 0, changed: shown.counts?.changed ?? 0 })}
              </span>{' '}
              {t('undoHint')}
            </p>
            <span className="flex flex-wrap gap-2">
              <Button onClick={() => undo.mutate()} busy={undo.isPending}>
                {t('undo')}
              </Button>
              <Button asChild tone="accent">
                <Link to="/f/$slug/programme" params={{ slug: festival.slug }}>
                  {t('toProgramme')}
                </Link>
              </Button>
            </span>
          </div>
        </Notice>
      )}
      {shown.status === 'UNDONE' && <Notice>{t('undoneDetail')}</Notice>}
      <FormFailure error={read.error ?? apply.error ?? undo.error} />
      {isReady && options && shown.options && (
        <ImportOptionsCard
          shown={shown}
          options={shown.options}
          draft={options}
          isChanged={isChanged}
          busy={read.isPending}
          onDraft={(next) => setDraft({ version: shown.version, options: next })}
          onRead={() => read.mutate(options)}
        />
      )}
      <DryRun
        festival={festival}
        shown={shown}
        filter={filter}
        onFilter={(next) =>
          void navigate({ search: (now) => ({ ...now, filter: next === 'ALL' ? undefined : next }), replace: true })
        }
        actions={
          isReady ? (
            <Button
              tone="accent"
              disabled={writes === 0 || isChanged}
              busy={apply.isPending}
              onClick={() => apply.mutate()}
            >
              {t(isArtists ? 'applyArtists' : 'apply', { count: writes })}
            </Button>
          ) : null
        }
      />
    </>
  );
}
