import { guestListList } from '@festivals/domain/ticketing/guests/list-views';
import { type GuestList, GuestPurpose } from '@festivals/domain/ticketing/guests/schemas';
import { localised } from '@festivals/messages';
import { Badge } from '@festivals/ui/badge';
import { Button } from '@festivals/ui/button';
import { Card } from '@festivals/ui/card';
import { EmptyState } from '@festivals/ui/empty-state';
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '@festivals/ui/table';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { ClipboardList, Plus } from 'lucide-react';
import { useFormatter, useTranslations } from 'use-intl';
import { useFestival } from '../festival/queries.ts';
import { useLanguage } from '../i18n/language.ts';
import { ExportMenu } from '../list/export-menu.tsx';
import { ListBar, NothingFits } from '../list/list-bar.tsx';
import type { ListSearch } from '../list/list-search.ts';
import { Loaded } from '../list/loaded.tsx';
import { SortHeader } from '../list/sort-header.tsx';
import { type LookedAt, useList } from '../list/use-list.ts';
import { VirtualRows } from '../list/virtual-rows.tsx';
import { Page } from '../shell/page.tsx';
import { QuotaBar } from '../ticketing/quota-bar.tsx';
import { GuestListSheet } from './guest-list-sheet.tsx';
import { guestListsQuery } from './queries.ts';

const route = getRouteApi('/office/f/$slug/guests');
const none: readonly GuestList[] = [];

/** Who comes without buying, list by list: for whom, how many places, and what became of them. */
export function GuestListsScreen() {
  const t = useTranslations('office.guests');
  const { festival, may } = useFestival();
  const { edit, ...asked } = route.useSearch();
  const navigate = route.useNavigate();
  const lists = useQuery(guestListsQuery(festival.id));
  const look = (next: ListSearch) => void navigate({ search: (now) => ({ ...now, ...next }), replace: true });
  const open = (id: string | undefined) => void navigate({ search: (now) => ({ ...now, edit: id }) });
  const list = useList(guestListList, lists.data ?? none, asked, look);
  const mayEdit = may.has('guests.edit');
  const create = mayEdit && (
    <Button tone="accent" onClick={() => open('new')}>
      <Plus aria-hidden="true" />
      {t('create')}
    </Button>
  );
  return (
    <Page
      title={t('title')}
      festival={festival.name}
      lead={t('lead')}
      actions={
        <>
          {mayEdit && (lists.data?.length ?? 0) > 0 && (
            <ExportMenu festival={festival} list="guest-lists" asked={list.asked} />
          )}
          {create}
        </>
      }
    >
      <Loaded query={lists}>
        {(all) =>
          all.length === 0 ? (
            <Card>
              <EmptyState
                icon={<ClipboardList aria-hidden="true" />}
                title={t(mayEdit ? 'empty' : 'noneGiven')}
                action={create}
              >
                {t(mayEdit ? 'emptyDetail' : 'noneGivenDetail')}
              </EmptyState>
            </Card>
          ) : (
            <div className="space-y-3">
              <ListBar
                asked={list.asked}
                look={look}
                searchLabel={t('search')}
                filters={GuestPurpose.options.map((one) => [one, t(`purpose.${one}`)] as const)}
              />
              <Card className="overflow-hidden">
                {list.rows.length === 0 ? (
                  <NothingFits look={look} />
                ) : (
                  <ListTable list={list} slug={festival.slug} zone={festival.zone} />
                )}
              </Card>
            </div>
          )
        }
      </Loaded>
      {mayEdit && edit === 'new' && (
        <GuestListSheet festival={festival} edited={undefined} onClose={() => open(undefined)} />
      )}
    </Page>
  );
}

function ListTable({ list, slug, zone }: { list: LookedAt<GuestList>; slug: string; zone: string }) {
  const t = useTranslations('office.guests');
  const language = useLanguage();
  const format = useFormatter();
  return (
    <Table caption={t('title')}>
      <TableHead>
        <tr>
          <SortHeader by="name" {...list.sorting}>
            {t('name')}
          </SortHeader>
          <TableHeader className="max-md:hidden">{t('type')}</TableHeader>
          <SortHeader by="places" first="descending" {...list.sorting}>
            {t('places')}
          </SortHeader>
          <TableHeader numeric className="max-md:hidden">
            {t('figures.invited')}
          </TableHeader>
          <SortHeader by="confirmed" first="descending" numeric className="max-md:hidden" {...list.sorting}>
            {t('figures.confirmed')}
          </SortHeader>
          <TableHeader numeric className="max-lg:hidden">
            {t('figures.declined')}
          </TableHeader>
          <TableHeader numeric className="max-lg:hidden">
            {t('figures.arrived')}
          </TableHeader>
          <SortHeader by="deadline" numeric className="max-lg:hidden" {...list.sorting}>
            {t('deadline')}
          </SortHeader>
        </tr>
      </TableHead>
      <TableBody>
        <VirtualRows items={list.rows} rowHeight={57}>
          {(one) => (
            <TableRow key={one.id} className="relative">
              <TableCell className="max-w-44 sm:max-w-64">
                <Link
                  to="/f/$slug/guests/$guestListId"
                  params={{ slug, guestListId: one.id }}
                  className="block truncate rounded-sm font-medium text-ink underline-offset-4 after:absolute after:inset-0 hover:underline"
                >
                  {one.name}
                </Link>
                <span className="mt-0.5 flex items-center gap-2 text-xs text-ink-faint">
                  <Badge>{t(`purpose.${one.purpose}`)}</Badge>
                  <span className="truncate max-sm:hidden">{one.owner?.name}</span>
                </span>
              </TableCell>
              <TableCell className="max-w-40 truncate text-ink-soft max-md:hidden">
                {localised(one.typeName, language)}
              </TableCell>
              <TableCell className="min-w-28">
                <span className="tabular mb-1 block whitespace-nowrap">
                  {t('given', { given: one.invited + one.confirmed, places: one.places })}
                </span>
                <QuotaBar sold={one.confirmed} held={one.invited} capacity={one.places} />
              </TableCell>
              <TableCell numeric className="max-md:hidden">
                {one.invited}
              </TableCell>
              <TableCell numeric className="max-md:hidden">
                {one.confirmed}
              </TableCell>
              <TableCell numeric className="max-lg:hidden">
                {one.declined}
              </TableCell>
              <TableCell numeric className="max-lg:hidden">
                {one.arrived}
              </TableCell>
              <TableCell numeric className="whitespace-nowrap text-ink-soft max-lg:hidden">
                {one.deadline !== null && format.dateTime(new Date(one.deadline), 'moment', { timeZone: zone })}
              </TableCell>
            </TableRow>
          )}
        </VirtualRows>
      </TableBody>
    </Table>
  );
}
