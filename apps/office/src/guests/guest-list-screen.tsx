import type { Festival } from '@festivals/domain/festival/contract';
import { guestView } from '@festivals/domain/ticketing/guests/list-views';
import { type Guest, GuestListId, type GuestList, GuestState } from '@festivals/domain/ticketing/guests/schemas';
import { localised } from '@festivals/messages';
import { Badge } from '@festivals/ui/badge';
import { Button } from '@festivals/ui/button';
import { Card } from '@festivals/ui/card';
import { EmptyState } from '@festivals/ui/empty-state';
import { Stat } from '@festivals/ui/stat';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Pencil, UserPlus, UsersRound } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useFestival } from '../festival/queries.ts';
import { useLanguage } from '../i18n/language.ts';
import { ExportMenu } from '../list/export-menu.tsx';
import { ListBar, NothingFits } from '../list/list-bar.tsx';
import type { ListSearch } from '../list/list-search.ts';
import { Loaded } from '../list/loaded.tsx';
import { useList } from '../list/use-list.ts';
import { NotFoundScreen } from '../shell/not-found-screen.tsx';
import { Page } from '../shell/page.tsx';
import { QuotaBar } from '../ticketing/quota-bar.tsx';
import { GuestListSheet } from './guest-list-sheet.tsx';
import { GuestSheet } from './guest-sheet.tsx';
import { GuestTable } from './guest-table.tsx';
import { PasteGuests } from './paste-guests.tsx';
import { PlaceBar } from './place-bar.tsx';
import { guestListsQuery, guestsQuery } from './queries.ts';

const route = getRouteApi('/office/f/$slug/guests/$guestListId');

/** One guest list: who is on it, what became of each, and what is done with many at once. */
export function GuestListScreen() {
  const { festival } = useFestival();
  const id = GuestListId.safeParse(route.useParams().guestListId);
  const lists = useQuery(guestListsQuery(festival.id));
  if (!id.success) return <NotFoundScreen />;
  return (
    <Loaded query={lists}>
      {(all) => {
        const list = all.find((one) => one.id === id.data);
        return list ? <OneList festival={festival} list={list} /> : <NotFoundScreen />;
      }}
    </Loaded>
  );
}

const nobody: readonly Guest[] = [];

function OneList({ festival, list }: { festival: Festival; list: GuestList }) {
  const t = useTranslations('office.guests');
  const language = useLanguage();
  const { may } = useFestival();
  const { edit, ...asked } = route.useSearch();
  const navigate = route.useNavigate();
  const guests = useQuery(guestsQuery(festival.id, list.id));
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const look = (next: ListSearch) => void navigate({ search: (now) => ({ ...now, ...next }), replace: true });
  const open = (one: string | undefined) => void navigate({ search: (now) => ({ ...now, edit: one }) });
  const looked = useList(guestView, guests.data ?? nobody, asked, look);
  const mayEdit = may.has('guests.edit');
  const edited = guests.data?.find(({ id }) => id === edit);
  const add = (
    <Button tone="accent" onClick={() => open('new')}>
      <UserPlus aria-hidden="true" />
      {t('add')}
    </Button>
  );
  return (
    <Page
      title={list.name}
      festival={festival.name}
      badge={<Badge>{t(`purpose.${list.purpose}`)}</Badge>}
      lead={[localised(list.typeName, language), list.owner?.name, list.note].filter(Boolean).join(' · ')}
      actions={
        <>
          {mayEdit && (guests.data?.length ?? 0) > 0 && (
            <ExportMenu festival={festival} list="guests" asked={{ only: list.id, search: looked.asked.search }} />
          )}
          {mayEdit && (
            <Button onClick={() => open('list')}>
              <Pencil aria-hidden="true" />
              {t('edit')}
            </Button>
          )}
          <PasteGuests festival={festival} list={list} />
          {add}
        </>
      }
    >
      <Figures list={list} />
      <Loaded query={guests}>
        {(all) =>
          all.length === 0 ? (
            <Card>
              <EmptyState icon={<UsersRound aria-hidden="true" />} title={t('emptyList')} action={add}>
                {t('emptyListDetail')}
              </EmptyState>
            </Card>
          ) : (
            <div className="space-y-3">
              <ListBar
                asked={looked.asked}
                look={look}
                searchLabel={t('searchGuest')}
                filters={[
                  ...GuestState.options.map((one) => [one, t(`state.${one}`)] as const),
                  ['arrived', t('figures.arrived')] as const,
                ]}
              />
              <PlaceBar
                festival={festival}
                list={list}
                guests={looked.rows.filter(({ id }) => chosen.has(id))}
                onDone={() => setChosen(new Set())}
              />
              <Card className="overflow-hidden">
                {looked.rows.length === 0 ? (
                  <NothingFits look={look} />
                ) : (
                  <GuestTable festival={festival} list={looked} chosen={chosen} onChoose={setChosen} onEdit={open} />
                )}
              </Card>
            </div>
          )
        }
      </Loaded>
      {edit === 'list' && mayEdit && (
        <GuestListSheet
          festival={festival}
          edited={list}
          onClose={() => open(undefined)}
          onClosed={() => void navigate({ to: '/f/$slug/guests' })}
        />
      )}
      {(edit === 'new' || edited !== undefined) && (
        <GuestSheet key={edit} festival={festival} list={list} edited={edited} onClose={() => open(undefined)} />
      )}
    </Page>
  );
}

function Figures({ list }: { list: GuestList }) {
  const t = useTranslations('office.guests');
  const { places, invited, confirmed, declined, arrived, waiting } = list;
  const figures = { left: places - invited - confirmed, waiting, invited, confirmed, declined, arrived };
  return (
    <Card className="mb-4 p-5">
      <dl aria-label={t('figuresLabel')} className="grid grid-cols-2 gap-x-6 gap-y-4 sm:grid-cols-3 lg:grid-cols-6">
        {(['left', 'waiting', 'invited', 'confirmed', 'declined', 'arrived'] as const).map((one) => (
          <Stat key={one} label={t(`figures.${one}`)} value={figures[one]} />
        ))}
      </dl>
      <div className="mt-4">
        <QuotaBar sold={confirmed} held={invited} capacity={places} />
      </div>
      <p className="mt-2 text-xs text-ink-faint">
        {t('given', { given: invited + confirmed, places })} ·{' '}
        {t('freeOfType', { count: Math.max(0, list.freeOfType) })} · {t('heldNote')}
      </p>
    </Card>
  );
}
