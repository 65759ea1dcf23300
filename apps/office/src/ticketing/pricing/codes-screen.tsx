import { CodeSort, CodeState } from '@festivals/domain/ticketing/pricing/contract';
import { Badge, type BadgeTone } from '@festivals/ui/badge';
import { Button } from '@festivals/ui/button';
import { Money } from '@festivals/ui/money';
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '@festivals/ui/table';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Plus, TicketPercent } from 'lucide-react';
import { useFormatter, useLocale, useTranslations } from 'use-intl';
import { useFestival } from '../../festival/queries.ts';
import { ExportMenu } from '../../list/export-menu.tsx';
import { ListBar } from '../../list/list-bar.tsx';
import type { ListSearch } from '../../list/list-search.ts';
import { PagedList } from '../../list/paged-list.tsx';
import { SortHeader } from '../../list/sort-header.tsx';
import { VirtualRows } from '../../list/virtual-rows.tsx';
import { Page } from '../../shell/page.tsx';
import { CodeSheet } from './code-sheet.tsx';
import { stateOf, useEffectWords } from './code-words.ts';
import { codesQuery } from './queries.ts';

const route = getRouteApi('/office/f/$slug/codes');
const tones: Record<ReturnType<typeof stateOf>, BadgeTone> = {
  open: 'success',
  early: 'info',
  spent: 'warning',
  over: 'neutral',
  disabled: 'danger',
};

/** Promo codes: what each does, how often it was used, and making them by the thousand. */
export function CodesScreen() {
  const t = useTranslations('office.codes');
  const format = useFormatter();
  const locale = useLocale();
  const { festival, may } = useFestival();
  const { edit, ...asked } = route.useSearch();
  const navigate = route.useNavigate();
  const words = useEffectWords(festival.currency);
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
        {(items) => (
          <Table caption={t('title')}>
            <TableHead>
              <tr>
                <SortHeader by="code" {...sorting}>
                  {t('code')}
                </SortHeader>
                <TableHeader>{t('effect')}</TableHeader>
                <TableHeader numeric>{t('used')}</TableHeader>
                <TableHeader numeric className="max-md:hidden">
                  {t('spent')}
                </TableHeader>
                <TableHeader className="max-sm:hidden">{t('stateLabel')}</TableHeader>
                <SortHeader by="created" first="descending" numeric className="max-lg:hidden" {...sorting}>
                  {t('made')}
                </SortHeader>
              </tr>
            </TableHead>
            <TableBody>
              <VirtualRows items={items} rowHeight={57}>
                {(code) => {
                  const its = stateOf(code, new Date());
                  return (
                    <TableRow key={code.id} className="relative">
                      <TableCell className="max-w-44 sm:max-w-64">
                        <Link
                          to="/f/$slug/codes"
                          params={{ slug: festival.slug }}
                          search={(now) => ({ ...now, edit: code.id })}
                          className="block truncate rounded-sm font-medium text-ink underline-offset-4 after:absolute after:inset-0 hover:underline"
                        >
                          <code>{code.code}</code>
                        </Link>
                        <span className="block truncate text-xs text-ink-faint">{code.note}</span>
                      </TableCell>
                      <TableCell>{words(code)}</TableCell>
                      <TableCell numeric>
                        {code.uses === null ? code.used : t('usedOf', { used: code.used, uses: code.uses })}
                        {code.held > 0 && (
                          <span className="block text-xs text-ink-faint">{t('held', { count: code.held })}</span>
                        )}
                      </TableCell>
                      <TableCell numeric className="max-md:hidden">
                        <Money cents={code.spent} currency={festival.currency} locale={locale} />
                      </TableCell>
                      <TableCell className="max-sm:hidden">
                        <Badge tone={tones[its]}>{t(`state.${its}`)}</Badge>
                      </TableCell>
                      <TableCell numeric className="whitespace-nowrap text-ink-soft max-lg:hidden">
                        {format.dateTime(new Date(code.createdAt), 'moment', { timeZone: festival.zone })}
                      </TableCell>
                    </TableRow>
                  );
                }}
              </VirtualRows>
            </TableBody>
          </Table>
        )}
      </PagedList>
      {edit !== undefined && (
        <CodeSheet key={edit} festival={festival} edit={edit} mayEdit={mayEdit} onClose={() => open(undefined)} />
      )}
    </Page>
  );
}
