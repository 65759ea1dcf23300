import { AttendeeState, attendeesOnly } from '@festivals/domain/ticketing/attendee-contract';
import { localised } from '@festivals/messages';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { IdCard } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { useFestival } from '../festival/queries.ts';
import { useLanguage } from '../i18n/language.ts';
import { ExportMenu } from '../list/export-menu.tsx';
import { FilterSelect } from '../list/filter-select.tsx';
import { PagedList } from '../list/paged-list.tsx';
import { SearchInput } from '../list/search-input.tsx';
import { Page } from '../shell/page.tsx';
import { ticketTypesQuery } from '../ticketing/queries.ts';
import { AttendeeTable } from './attendee-table.tsx';
import type { AttendeesSearch } from './attendees-search.ts';
import { attendeesQuery } from './queries.ts';

const route = getRouteApi('/office/f/$slug/attendees');

/** Who comes: each ticket with its holder, and the way to its order; the search and the filters are in the address. */
export function AttendeesScreen() {
  const t = useTranslations('office.attendees');
  const { festival } = useFestival();
  const filter = route.useSearch();
  const navigate = route.useNavigate();
  const attendees = useInfiniteQuery(attendeesQuery(festival.id, filter));
  const look = (next: AttendeesSearch) => void navigate({ search: (now) => ({ ...now, ...next }), replace: true });
  const narrowed = Boolean(filter.search ?? filter.state ?? filter.ticketTypeId);
  const { sort = 'issued', descending = true } = filter;
  return (
    <Page
      title={t('title')}
      festival={festival.name}
      lead={t('lead')}
      actions={<ExportMenu festival={festival} list="attendees" asked={{ ...filter, only: attendeesOnly(filter) }} />}
    >
      <AttendeeFilters filter={filter} look={look} />
      <PagedList
        query={attendees}
        empty={{
          icon: <IdCard aria-hidden="true" />,
          title: t(narrowed ? 'nothing' : 'empty'),
          detail: t(narrowed ? 'nothingDetail' : 'emptyDetail'),
        }}
      >
        {(items) => (
          <AttendeeTable
            festival={festival}
            attendees={items}
            sorting={{ sort, descending, onSort: (by, down) => look({ sort: by, descending: down }) }}
          />
        )}
      </PagedList>
    </Page>
  );
}

function AttendeeFilters({ filter, look }: { filter: AttendeesSearch; look: (next: AttendeesSearch) => void }) {
  const t = useTranslations('office.attendees');
  const language = useLanguage();
  const { festival, may } = useFestival();
  const types = useQuery({ ...ticketTypesQuery(festival.id), enabled: may.has('ticketing.read') }).data ?? [];
  return (
    <div className="mb-3 flex flex-wrap gap-2">
      <SearchInput
        label={t('search')}
        value={filter.search ?? ''}
        onSearch={(text) => look({ search: text || undefined })}
        className="min-w-48 flex-1 max-sm:basis-full sm:max-w-xs"
      />
      <FilterSelect
        label={t('stateLabel')}
        any={t('anyState')}
        options={AttendeeState.options.map((state) => [state, t(`state.${state}`)])}
        value={filter.state}
        onPick={(state) => look({ state })}
        className="min-w-32 flex-1 sm:max-w-40"
      />
      {types.length > 0 && (
        <FilterSelect
          label={t('type')}
          any={t('anyType')}
          options={types.map(({ id, name }) => [id, localised(name, language)])}
          value={filter.ticketTypeId}
          onPick={(ticketTypeId) => look({ ticketTypeId })}
          className="min-w-32 flex-1 sm:max-w-48"
        />
      )}
    </div>
  );
}
