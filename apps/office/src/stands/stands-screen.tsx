import { fold } from '@festivals/domain/fold';
import { StandKind, type Stand } from '@festivals/domain/stands/contract';
import { standList } from '@festivals/domain/stands/list-views';
import { localised } from '@festivals/messages';
import { Button } from '@festivals/ui/button';
import { Card } from '@festivals/ui/card';
import { EmptyState } from '@festivals/ui/empty-state';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Boxes, Plus, Store } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { api } from '../api.ts';
import { useFestival } from '../festival/queries.ts';
import { useLanguage } from '../i18n/language.ts';
import { ExportFile } from '../list/export-file.tsx';
import { ExportMenu } from '../list/export-menu.tsx';
import { ListBar, NothingFits } from '../list/list-bar.tsx';
import type { ListSearch } from '../list/list-search.ts';
import { Loaded } from '../list/loaded.tsx';
import { type LookedAt, useList } from '../list/use-list.ts';
import { placesQuery } from '../programme/queries.ts';
import { useOpened } from '../record/use-opened.ts';
import { Page } from '../shell/page.tsx';
import { ImportProducts } from './import-products.tsx';
import { standsQuery, stockQuery } from './queries.ts';
import { StandCard } from './stand-card.tsx';
import { StandSheet } from './stand-sheet.tsx';

const route = getRouteApi('/office/f/$slug/stands');
const none: readonly Stand[] = [];

/** Who sells what, and for how much. */
export function StandsScreen() {
  const t = useTranslations('office.stands');
  const { festival, may } = useFestival();
  const { edit, ...asked } = route.useSearch();
  const navigate = route.useNavigate();
  const stands = useQuery(standsQuery(festival.id));
  const look = (next: ListSearch) => void navigate({ search: (now) => ({ ...now, ...next }), replace: true });
  const list = useList(standList, stands.data ?? none, asked, look);
  const mayEdit = may.has('stands.edit');
  const open = (id: string | undefined) =>
    void navigate({ search: (now) => ({ ...now, edit: id }), replace: id === undefined });
  const edited = useOpened(stands.data, edit);
  const create = mayEdit && <CreateStand onCreate={() => open('new')} />;
  return (
    <Page
      title={t('title')}
      festival={festival.name}
      lead={t('lead')}
      actions={
        <>
          <StandsDeeds hasStands={(stands.data?.length ?? 0) > 0} />
          {create}
        </>
      }
    >
      <Loaded query={stands}>
        {(all) =>
          all.length === 0 ? (
            <Card>
              <EmptyState icon={<Store aria-hidden="true" />} title={t('empty')} action={create}>
                {t('emptyDetail')}
              </EmptyState>
            </Card>
          ) : (
            <div className="space-y-4">
              <StandsBar list={list} />
              {list.rows.length === 0 && (
                <Card>
                  <NothingFits look={look} />
                </Card>
              )}
              <StandCards list={list} edit={mayEdit ? open : null} />
            </div>
          )
        }
      </Loaded>
      {mayEdit && (edit === 'new' || edited !== undefined) && (
        <StandSheet key={edit} festival={festival} edited={edited} onClose={() => open(undefined)} />
      )}
    </Page>
  );
}

function CreateStand({ onCreate }: { onCreate: () => void }) {
  const menu = useTranslations('office.menu');
  return (
    <Button tone="accent" onClick={onCreate}>
      <Plus aria-hidden="true" />
      {menu('create')}
    </Button>
  );
}

/** What can be done with all stands at once. */
function StandsDeeds({ hasStands }: { hasStands: boolean }) {
  const menu = useTranslations('office.menu');
  const stock = useTranslations('office.stock');
  const { festival, may } = useFestival();
  const { id: festivalId, slug } = festival;
  return (
    <>
      {may.has('stands.read') && (
        <Button asChild>
          <Link to="/f/$slug/stands/stock" params={{ slug }}>
            <Boxes aria-hidden="true" />
            {stock('title')}
          </Link>
        </Button>
      )}
      {may.has('stands.edit') && <ImportProducts festival={festival} />}
      {may.has('stands.read') && hasStands && (
        <ExportFile
          label={menu('csv.export')}
          name={`${slug}-products.csv`}
          read={() => api.stands.exportProducts({ params: { festivalId } })}
        />
      )}
    </>
  );
}

function StandsBar({ list: { asked, look } }: { list: LookedAt<Stand> }) {
  const t = useTranslations('office.stands');
  const menu = useTranslations('office.menu');
  const { festival, may } = useFestival();
  return (
    <ListBar
      asked={asked}
      look={look}
      searchLabel={t('search')}
      filters={StandKind.options.map((kind) => [kind, t(`kind.${kind}`)])}
      sorts={[
        ['kind', menu('kind')],
        ['name', menu('name')],
        ['products', menu('open')],
      ]}
    >
      {may.has('stands.read') && (
        <ExportMenu
          festival={festival}
          list="stands"
          asked={asked}
          label={t('title')}
          also={{ list: 'products', label: menu('open') }}
        />
      )}
    </ListBar>
  );
}

function StandCards({ list, edit }: { list: LookedAt<Stand>; edit: ((id: string) => void) | null }) {
  const language = useLanguage();
  const { festival, may } = useFestival();
  const stock = useQuery({ ...stockQuery(festival.id), enabled: may.has('stands.read') }).data ?? [];
  const places = useQuery(placesQuery(festival.id)).data ?? [];
  const placeOf = ({ placeId }: Stand) => {
    const place = places.find(({ id }) => id === placeId);
    return place && localised(place.name, language);
  };
  return (
    <div className="gap-4 sm:columns-2 xl:columns-3">
      {list.rows.map((stand) => (
        <StandCard
          key={stand.id}
          stand={withProducts(stand, list.asked.search)}
          place={placeOf(stand)}
          stock={stock}
          edit={edit}
        />
      ))}
    </div>
  );
}

/** A stand that was found by some of its products, with those alone. */
function withProducts(stand: Stand, search = ''): Stand {
  const words = fold(search).split(/\s+/);
  const has = (text: string) => words.every((word) => fold(text).includes(word));
  if (has(stand.name)) return stand;
  const products = stand.products.filter(({ name }) => has(`${stand.name} ${Object.values(name).join(' ')}`));
  return products.length > 0 ? { ...stand, products } : stand;
}
