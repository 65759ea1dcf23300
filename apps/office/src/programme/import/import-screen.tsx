import { Badge } from '@festivals/ui/badge';
import { Button } from '@festivals/ui/button';
import { Notice } from '@festivals/ui/notice';
import { useToast } from '@festivals/ui/toast';
import type { Festival } from '@festivals/domain/festival/contract';
import { largestFile } from '@festivals/domain/programme/import/contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { ArrowLeft } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { api } from '../../api.ts';
import { useFestival } from '../../festival/queries.ts';
import { Loaded } from '../../list/loaded.tsx';
import { Failure, FormFailure } from '../../shell/failure.tsx';
import { Page } from '../../shell/page.tsx';
import { DropFile } from './drop-file.tsx';
import { ImportProgress } from './import-progress.tsx';
import { importQuery, importsKey } from './queries.ts';
import { ReadImport } from './read-import.tsx';
import { RecentImports, statusTones } from './recent-imports.tsx';

const route = getRouteApi('/office/f/$slug/programme/import');

/** From a file to the programme: hand it in, say what its columns are, look at what it would do, do it. */
export function ImportScreen() {
  const t = useTranslations('office.importing');
  const { festival, may } = useFestival();
  const { id } = route.useSearch();
  const navigate = route.useNavigate();
  const queryClient = useQueryClient();
  const say = useToast();
  const upload = useMutation({
    mutationFn: (file: File) =>
      api.programme.uploadProgrammeImport({
        params: { festivalId: festival.id },
        query: { name: file.name.slice(0, 200) || 'file' },
        body: new Blob([file], { type: 'application/octet-stream' }),
      }),
    onSuccess: (made) => void navigate({ search: { id: made.id } }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: importsKey(festival.id) }),
  });
  const take = (file: File) =>
    file.size > largestFile ? say({ tone: 'danger', title: t('tooLarge') }) : upload.mutate(file);
  const back = (
    <Button asChild>
      <Link to="/f/$slug/programme" params={{ slug: festival.slug }}>
        <ArrowLeft aria-hidden="true" />
        {t('back')}
      </Link>
    </Button>
  );
  return (
    <Page title={t('title')} festival={festival.name} lead={t('lead')} actions={back}>
      {!may.has('programme.edit') ? (
        <Notice tone="warning">{t('notAllowed')}</Notice>
      ) : id === undefined ? (
        <div className="space-y-5">
          <FormFailure error={upload.error} />
          <DropFile busy={upload.isPending} onFile={take} />
          <RecentImports festival={festival} />
        </div>
      ) : (
        <OneImport key={id} festival={festival} id={id} onFile={take} busy={upload.isPending} />
      )}
    </Page>
  );
}

function OneImport({
  festival,
  id,
  onFile,
  busy,
}: {
  festival: Festival;
  id: string;
  onFile: (file: File) => void;
  busy: boolean;
}) {
  const t = useTranslations('office.importing');
  const query = useQuery(importQuery(festival.id, id));
  if (query.isError && query.data === undefined)
    return <Failure error={query.error} retry={() => void query.refetch()} />;
  return (
    <Loaded query={query}>
      {(shown) => (
        <div className="space-y-5">
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
            <h2 className="min-w-0 truncate text-base font-semibold text-ink">{shown.name}</h2>
            <Badge tone={statusTones[shown.status]}>{t(`status.${shown.status}`)}</Badge>
            {shown.format && (
              <span className="text-ui text-ink-faint">
                {[t(`format.${shown.format}`), shown.encoding?.toUpperCase()].filter(Boolean).join(' · ')}
              </span>
            )}
            <Link
              to="/f/$slug/programme/import"
              params={{ slug: festival.slug }}
              search={{}}
              className="ml-auto text-ui font-medium text-accent-text hover:underline"
            >
              {t('another')}
            </Link>
          </div>
          {shown.status === 'READING' || shown.status === 'APPLYING' ? (
            <ImportProgress shown={shown} />
          ) : shown.status === 'UNREADABLE' ? (
            <>
              <Notice tone="danger" live>
                <p className="font-medium">{t('unreadable')}</p>
                <p>{shown.fault && t(`fault.${shown.fault.reason}`, { line: shown.fault.line ?? 0 })}</p>
              </Notice>
              <DropFile busy={busy} onFile={onFile} />
            </>
          ) : (
            <ReadImport festival={festival} shown={shown} />
          )}
        </div>
      )}
    </Loaded>
  );
}
