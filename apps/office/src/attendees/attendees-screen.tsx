import { type AttendeeSort, AttendeeState, attendeesOnly } from '@festivals/domain/ticketing/attendee-contract';
import { TicketTypeId } from '@festivals/domain/primitives';
import { localised } from '@festivals/messages';
import { Badge, type BadgeTone } from '@festivals/ui/badge';
import { Select } from '@festivals/ui/select';
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '@festivals/ui/table';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { IdCard } from 'lucide-react';
import { useFormatter, useTranslations } from 'use-intl';
import { useFestival } from '../festival/queries.ts';
import { useLanguage } from '../i18n/language.ts';
import { ExportMenu } from '../list/export-menu.tsx';
import { PagedList } from '../list/paged-list.tsx';
import { SearchInput } from '../list/search-input.tsx';
import { SortHeader } from '../list/sort-header.tsx';
import { VirtualRows } from '../list/virtual-rows.tsx';
import { Page } from '../shell/page.tsx';
import { ticketTypesQuery } from '../ticketing/queries.ts';
import type { AttendeesSearch } from './attendees-search.ts';
import { attendeesQuery } from './queries.ts';

const route = getRouteApi('/office/f/$slug/attendees');
const tones: Record<AttendeeState, BadgeTone> = { VALID: 'success', USED: 'info', REVOKED: 'neutral' };

/** Who comes: each ticket with its holder, and the way to its order; the search and the filters are in the address. */
export function AttendeesScreen() {
  const t = useTranslations('office.attendees');
  const orders = useTranslations('office.orders');
  const language = useLanguage();
  const format = useFormatter();
  const { festival, may } = useFestival();
  const filter = route.useSearch();
  const navigate = route.useNavigate();
  const attendees = useInfiniteQuery(attendeesQuery(festival.id, filter));
  const types = useQuery({ ...ticketTypesQuery(festival.id), enabled: may.has('ticketing.read') }).data ?? [];
  const look = (next: AttendeesSearch) => void navigate({ search: (now) => ({ ...now, ...next }), replace: true });
  const narrowed = Boolean(filter.search ?? filter.state ?? filter.ticketTypeId);
  const { sort = 'issued', descending = true } = filter;
  const sorting = {
    sort,
    descending,
    onSort: (by: AttendeeSort, down: boolean) => look({ sort: by, descending: down }),
  };
  return (
    <Page
      title={t('title')}
      festival={festival.name}
      lead={t('lead')}
      actions={<ExportMenu festival={festival} list="attendees" asked={{ ...filter, only: attendeesOnly(filter) }} />}
    >
      <div className="mb-3 flex flex-wrap gap-2">
        <SearchInput
          label={t('search')}
          value={filter.search ?? ''}
          onSearch={(text) => look({ search: text || undefined })}
          className="min-w-48 flex-1 max-sm:basis-full sm:max-w-xs"
        />
        <Select
          className="min-w-32 flex-1 sm:max-w-40"
          aria-label={t('stateLabel')}
          value={filter.state ?? ''}
          onChange={({ target }) => look({ state: AttendeeState.safeParse(target.value).data })}
        >
          <option value="">{t('anyState')}</option>
          {AttendeeState.options.map((state) => (
            <option key={state} value={state}>
              {t(`state.${state}`)}
            </option>
          ))}
        </Select>
        {types.length > 0 && (
          <Select
            className="min-w-32 flex-1 sm:max-w-48"
            aria-label={t('type')}
            value={filter.ticketTypeId ?? ''}
            onChange={({ target }) => look({ ticketTypeId: TicketTypeId.safeParse(target.value).data })}
          >
            <option value="">{t('anyType')}</option>
            {types.map(({ id, name }) => (
              <option key={id} value={id}>
                {localised(name, language)}
              </option>
            ))}
          </Select>
        )}
      </div>
      <PagedList
        query={attendees}
        empty={{
          icon: <IdCard aria-hidden="true" />,
          title: t(narrowed ? 'nothing' : 'empty'),
          detail: t(narrowed ? 'nothingDetail' : 'emptyDetail'),
        }}
      >
        {(items) => (
          <Table caption={t('title')}>
            <TableHead>
              <tr>
                <SortHeader by="holder" {...sorting}>
                  {t('holder')}
                </SortHeader>
                <TableHeader className="max-sm:hidden">{t('type')}</TableHeader>
                <TableHeader>{t('stateLabel')}</TableHeader>
                <TableHeader className="max-md:hidden">{t('order')}</TableHeader>
                <TableHeader className="max-lg:hidden">{t('number')}</TableHeader>
                <SortHeader by="issued" first="descending" numeric className="max-lg:hidden" {...sorting}>
                  {t('issued')}
                </SortHeader>
              </tr>
            </TableHead>
            <TableBody>
              <VirtualRows items={items} rowHeight={57}>
                {(one) => (
                  <TableRow key={one.ticketId} className="relative">
                    <TableCell className="max-w-40 sm:max-w-64">
                      <Link
                        to="/f/$slug/orders/$orderId"
                        params={{ slug: festival.slug, orderId: one.orderId }}
                        className="block truncate rounded-sm font-medium text-ink underline-offset-4 after:absolute after:inset-0 hover:underline"
                      >
                        {one.holder || t('nameless')}
                      </Link>
                      <span className="block truncate text-xs text-ink-faint">
                        <span className="sm:hidden">{localised(one.typeName, language)}</span>
                        <span className="max-sm:hidden">{one.email}</span>
                      </span>
                    </TableCell>
                    <TableCell className="max-w-48 truncate max-sm:hidden">
                      {localised(one.typeName, language)}
                    </TableCell>
                    <TableCell>
                      <span className="flex flex-wrap gap-1">
                        <Badge tone={tones[one.state]} dot>
                          {t(`state.${one.state}`)}
                        </Badge>
                        {one.kind !== 'SALE' && <Badge>{orders(`kinds.${one.kind}`)}</Badge>}
                      </span>
                    </TableCell>
                    <TableCell className="max-w-48 max-md:hidden">
                      <code className="text-xs">{one.reference}</code>
                      <span className="block truncate text-xs text-ink-faint">{one.buyer}</span>
                    </TableCell>
                    <TableCell className="max-lg:hidden">
                      <code className="text-xs">{one.ticketId.slice(-8).toUpperCase()}</code>
                    </TableCell>
                    <TableCell numeric className="whitespace-nowrap text-ink-soft max-lg:hidden">
                      {format.dateTime(new Date(one.issuedAt), 'moment', { timeZone: festival.zone })}
                    </TableCell>
                  </TableRow>
                )}
              </VirtualRows>
            </TableBody>
          </Table>
        )}
      </PagedList>
    </Page>
  );
}
