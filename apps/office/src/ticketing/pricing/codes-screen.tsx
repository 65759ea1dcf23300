import { CodeSort, CodeState } from '@festivals/domain/ticketing/pricing/contract';
import { Button } from '@festivals/ui/button';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Plus, TicketPercent } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { useFestival } from '../../festival/queries.ts';
import { ExportMenu } from '../../list/export-menu.tsx';
import { ListBar } from '../../list/list-bar.tsx';
import type { ListSearch } from '../../list/list-search.ts';
import { PagedList } from '../../list/paged-list.tsx';
import { Page } from '../../shell/page.tsx';
import { CodeSheet } from './code-sheet.tsx';
import { CodeTable } from './code-table.tsx';
import { codesQuery } from './queries.ts';

const route = getRouteApi('/office/f/$slug/codes');
/** Promo codes: what each does, how often it was used, and making them by the thousand. */
export function CodesScreen() {
  const t = useTranslations('office.codes');
  const { festival, may } = useFestival();
  const { edit, ...asked } = route.useSearch();
  const navigate = route.useNavigate();
  const look = (next: ListSearch) => void navigate({ search: (now) => ({ ...now, ...next }), replace: true });
  const open = (id: string | undefined) => void navigate({ search: (now) => ({ ...now, edit: id }) });
  const sort = CodeSort.safeParse(asked.sort).data ?? 'created';
  const descending = asked.descending ?? sort === 'created';
  const state = CodeState.safeParse(asked.only).data;
  const codes = useInfiniteQuery(
    codesQuery(festival.id, {
      sort,
      descending,
      ...(asked.search ? { search: asked.search } : {}),
      ...(state ? { state } : {}),
    }),
  );
  const mayEdit = may.has('ticketing.edit');
  const narrowed = Boolean(asked.search ?? state);
  const create = mayEdit && (
    <Button tone="accent" onClick={() => open('new')}>
      <Plus aria-hidden="true" />
      {t('create')}
    </Button>
  );
  const sorting = { sort, descending, onSort: (by: string, down: boolean) => look({ sort: by, descending: down }) };
  return (
    <Page
      title={t('title')}
      festival={festival.name}
      lead={t('lead')}
      actions={
        <>
          <ExportMenu festival={festival} list="promo-codes" asked={asked} />
          {mayEdit && <Button onClick={() => open('many')}>{t('many')}</Button>}
          {create}
        </>
      }
    >
      <div className="mb-3">
        <ListBar
          asked={asked}
          look={look}
          searchLabel={t('search')}
          filters={CodeState.options.map((one) => [one, t(`state.${one}`)] as const)}
        />
      </div>
      <PagedList
        query={codes}
        empty={{
          icon: <TicketPercent aria-hidden="true" />,
          title: narrowed ? t('nothing') : t('empty'),
          detail: narrowed ? undefined : t('emptyDetail'),
          action: narrowed ? undefined : create,
        }}
      >
        {(items) => <CodeTable festival={festival} codes={items} sorting={sorting} />}
      </PagedList>
      {edit !== undefined && (
        <CodeSheet key={edit} festival={festival} edit={edit} mayEdit={mayEdit} onClose={() => open(undefined)} />
      )}
    </Page>
  );
}
