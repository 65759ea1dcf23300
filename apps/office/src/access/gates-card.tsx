import type { Gate } from '@festivals/domain/access/gate-contract';
import type { Festival } from '@festivals/domain/festival/contract';
import { localised } from '@festivals/messages';
import { Button } from '@festivals/ui/button';
import { Card } from '@festivals/ui/card';
import { classNames } from '@festivals/ui/class-names';
import { EmptyState } from '@festivals/ui/empty-state';
import { useQuery } from '@tanstack/react-query';
import { Link, useLocation } from '@tanstack/react-router';
import { DoorOpen, MapPin, Plus } from 'lucide-react';
import { useEffect, useId, useRef } from 'react';
import { useTranslations } from 'use-intl';
import { useFestival } from '../festival/queries.ts';
import { useLanguage } from '../i18n/language.ts';
import { ExportMenu } from '../list/export-menu.tsx';
import { Loaded } from '../list/loaded.tsx';
import { useOnLive } from '../live/use-live.ts';
import { mapQuery } from '../places/queries.ts';
import { useOpened } from '../record/use-opened.ts';
import { GateSheet } from './gate-sheet.tsx';
import { gatesQuery } from './gates-query.ts';
import { ImportGates } from './import-gates.tsx';

type Props = {
  festival: Festival;
  /** The gate that is open beside the list, by its id, or `new`. */
  open: string | undefined;
  onOpen: (gate: string | undefined) => void;
};

/** The gates by name, each with the entrance of the map at which it stands. */
export function GatesCard({ festival, open, onOpen }: Props) {
  const t = useTranslations('office.gates');
  const { may } = useFestival();
  const heading = useId();
  const gates = useQuery(gatesQuery(festival.id));
  const map = useQuery({ ...mapQuery(festival.id), enabled: may.has('places.read') });
  useOnLive('place:updated', () => void map.refetch());
  const mayEdit = may.has('access.edit');
  const chosen = useOpened(gates.data, open);
  const entrances = (map.data?.places ?? []).filter(({ kind }) => kind === 'ENTRANCE');
  const add = mayEdit && (
    <span className="flex flex-wrap justify-center gap-2">
      <ImportGates festival={festival} />
      <Button size="sm" onClick={() => onOpen('new')}>
        <Plus aria-hidden="true" />
        {t('add')}
      </Button>
    </span>
  );
  return (
    <section aria-labelledby={heading}>
      <header className="mb-2 flex flex-wrap items-center gap-3">
        <h2 id={heading} className="flex-1 text-ui font-semibold text-ink">
          {t('list')}
        </h2>
        {gates.data !== undefined && gates.data.length > 0 && (
          <>
            <ExportMenu festival={festival} list="gates" asked={{}} label={t('list')} />
            {add}
          </>
        )}
      </header>
      <Loaded query={gates}>
        {(all) => (
          <Card className="overflow-hidden">
            {all.length === 0 ? (
              <EmptyState icon={<DoorOpen aria-hidden="true" />} title={t('none')} action={add}>
                {t('noneDetail')}
              </EmptyState>
            ) : (
              <ul className="-me-px -mb-px grid sm:grid-cols-2 xl:grid-cols-3">
                {all.map((gate) => (
                  <Row
                    key={gate.id}
                    gate={gate}
                    slug={festival.slug}
                    entrance={map.data?.places.find(({ id }) => id === gate.placeId)}
                    edit={mayEdit ? () => onOpen(gate.id) : null}
                  />
                ))}
              </ul>
            )}
          </Card>
        )}
      </Loaded>
      {mayEdit && map.data !== undefined && (open === 'new' || chosen !== undefined) && (
        <GateSheet
          key={open}
          festival={festival}
          edited={chosen}
          entrances={entrances}
          onClose={() => onOpen(undefined)}
        />
      )}
    </section>
  );
}

type RowProps = {
  gate: Gate;
  slug: string;
  entrance: { id: string; name: Parameters<typeof localised>[0] } | undefined;
  edit: (() => void) | null;
};

function Row({ gate, slug, entrance, edit }: RowProps) {
  const t = useTranslations('office.gates');
  const kinds = useTranslations('office.placeKind');
  const language = useLanguage();
  const {
    hash,
    state: { found },
  } = useLocation();
  const row = useRef<HTMLLIElement>(null);
  // Whoever may not change it is led to where it stands in the list.
  const isFound = edit === null && hash === gate.id;
  useEffect(() => {
    if (isFound) row.current?.focus();
  }, [isFound, found]);
  return (
    <li
      ref={row}
      {...(isFound ? { tabIndex: -1, 'aria-current': 'true' } : {})}
      className={classNames(
        'flex min-w-0 items-center gap-3 border-e border-b border-line px-4 py-2.5 text-ui',
        isFound &&
          'bg-accent-soft focus-visible:outline-2 focus-visible:-outline-offset-2 focus-visible:outline-accent',
      )}
    >
      <span className="min-w-0 flex-1 truncate">
        {edit === null ? (
          <span className="font-medium text-ink">{gate.name}</span>
        ) : (
          <button
            type="button"
            onClick={edit}
            className="max-w-full cursor-pointer truncate rounded-sm text-start font-medium text-ink underline-offset-4 hover:underline pointer-coarse:py-2"
          >
            {gate.name}
          </button>
        )}
      </span>
      {entrance === undefined ? (
        <span className="text-xs text-ink-faint">{t('nowhere')}</span>
      ) : (
        <Link
          to="/f/$slug/map"
          params={{ slug }}
          search={{ place: entrance.id }}
          className="flex min-w-0 items-center gap-1 rounded-sm text-xs text-accent-text underline-offset-4 hover:underline pointer-coarse:py-2"
        >
          <MapPin aria-hidden="true" className="size-3.5 shrink-0" />
          <span className="truncate">{localised(entrance.name, language) || kinds('ENTRANCE')}</span>
          <span className="sr-only">{t('onMap')}</span>
        </Link>
      )}
    </li>
  );
}
