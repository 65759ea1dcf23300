import { Card } from '@festivals/ui/card';
import { EmptyState } from '@festivals/ui/empty-state';
import type { Festival } from '@festivals/domain/festival/contract';
import type { ListedArtist, ProgrammeDraft } from '@festivals/domain/programme/contract';
import { artistList, artistRows } from '@festivals/domain/programme/list-views';
import { useQuery } from '@tanstack/react-query';
import { Mic } from 'lucide-react';
import { useMemo, useState } from 'react';
import { useNow, useTranslations } from 'use-intl';
import { ExportMenu } from '../list/export-menu.tsx';
import { ListBar, NothingFits } from '../list/list-bar.tsx';
import type { ListSearch } from '../list/list-search.ts';
import { useList } from '../list/use-list.ts';
import { AnnounceBar } from './announce-bar.tsx';
import { ArtistTable } from './artist-table.tsx';
import { FeeCell } from './fee-cell.tsx';
import { FeeSheet } from './fee-sheet.tsx';
import { feesQuery } from './queries.ts';

const filters = ['headliners', 'scheduled', 'unscheduled', 'announced', 'planned', 'notAnnounced'] as const;

type Props = {
  programme: ProgrammeDraft;
  festival: Festival;
  edit: ((artistId: string) => void) | null;
  seesFees: boolean;
  asked: ListSearch;
  look: (next: ListSearch) => void;
};

/** Everyone who plays, headliners first; who has no set yet is there too. */
export function Artists({ programme, festival, edit, seesFees, asked, look }: Props) {
  const lists = useTranslations('office.list');
  const t = useTranslations('office.programme');
  const words = useTranslations('office.programmeEdit');
  const fees = useQuery({ ...feesQuery(festival.id), enabled: seesFees });
  const feeOf = new Map((fees.data ?? []).map((fee) => [fee.artistId, fee]));
  const [paid, pay] = useState<ListedArtist | undefined>();
  const now = useNow({ updateInterval: 60_000 });
  const all = useMemo(() => artistRows(programme, now), [programme, now]);
  const list = useList(artistList, all, asked, look);
  const [chosen, choose] = useState<ReadonlySet<string>>(new Set());
  const meant = list.rows.flatMap(({ artist }) => (chosen.has(artist.id) ? artist : []));
  const feeCell = (artist: ListedArtist) => (
    <FeeCell artist={artist} fee={feeOf.get(artist.id)} asking={fees.isPending} open={() => pay(artist)} />
  );
  if (programme.artists.length === 0) {
    return (
      <Card>
        <EmptyState icon={<Mic aria-hidden="true" />} title={words('noArtists')} />
      </Card>
    );
  }
  return (
    <div className="space-y-3">
      <ListBar
        asked={list.asked}
        look={look}
        searchLabel={t('searchArtists')}
        filters={filters.map((name) => [name, lists(`only.${name}`)])}
      >
        <ExportMenu festival={festival} list="artists" asked={list.asked} label={t('artists')} />
      </ListBar>
      {edit && <AnnounceBar festival={festival} artists={meant} onDone={() => choose(new Set())} />}
      <Card className="overflow-hidden">
        {list.rows.length === 0 ? (
          <NothingFits look={look} />
        ) : (
          <ArtistTable
            festival={festival}
            stages={programme.stages}
            list={list}
            edit={edit}
            chosen={chosen}
            onChoose={choose}
            feeCell={seesFees ? feeCell : null}
          />
        )}
      </Card>
      {paid && (
        <FeeSheet
          key={paid.id}
          festival={festival}
          artist={paid}
          fee={feeOf.get(paid.id)}
          onClose={() => pay(undefined)}
        />
      )}
    </div>
  );
}
