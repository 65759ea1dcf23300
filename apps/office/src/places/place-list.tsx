import { EmptyState } from '@festivals/ui/empty-state';
import type { PlaceRow } from '@festivals/domain/places/list-view';
import { useVirtualizer } from '@tanstack/react-virtual';
import { SearchX } from 'lucide-react';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { colorOf, cssColor } from '@festivals/ui/map/place-colors';
import { iconOf } from '@festivals/ui/map/place-signs';

type Props = {
  places: readonly PlaceRow[];
  chosen: readonly string[];
  layerName: (layerId: string) => string | null;
  onChoose: (placeId: string, many: boolean) => void;
  onOpen: (placeId: string) => void;
};

const rowHeight = 48;

/** Every place in words, thousands of them as fast as ten: one stop of the Tab key, then the arrows. */
export function PlaceList({ places, chosen, layerName, onChoose, onOpen }: Props) {
  const t = useTranslations('office.map');
  const format = useFormatter();
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState(0);
  const active = Math.min(at, places.length - 1);
  // oxlint-disable-next-line react/incompatible-library -- its functions are called while rendering and never kept
  const rows = useVirtualizer({
    count: places.length,
    getScrollElement: () => box.current,
    estimateSize: () => rowHeight,
    overscan: 8,
  });
  const last = chosen.at(-1);
  const lastAt = last === undefined ? -1 : places.findIndex(({ place }) => place.id === last);
  useEffect(() => {
    if (lastAt === -1) return;
    setAt(lastAt);
    rows.scrollToIndex(lastAt, { align: 'auto' });
  }, [lastAt, rows]);

  const go = (to: number) => {
    const next = Math.max(0, Math.min(places.length - 1, to));
    setAt(next);
    rows.scrollToIndex(next, { align: 'auto' });
  };
  const press = (event: KeyboardEvent) => {
    const steps: Record<string, number> = {
      ArrowDown: active + 1,
      ArrowUp: active - 1,
      PageDown: active + 8,
      PageUp: active - 8,
      Home: 0,
      End: places.length - 1,
    };
    const to = steps[event.key];
    const row = places[active];
    if (to !== undefined) go(to);
    else if (event.key === 'Enter' && row) onOpen(row.place.id);
    else if (event.key === ' ' && row) onChoose(row.place.id, true);
    else return;
    event.preventDefault();
  };
  if (places.length === 0) return <EmptyState icon={<SearchX aria-hidden="true" />} title={t('nothing')} />;
  return (
    <div
      ref={box}
      role="listbox"
      tabIndex={0}
      aria-label={t('list')}
      aria-multiselectable="true"
      aria-activedescendant={`${id}-${places[active]?.place.id}`}
      onKeyDown={press}
      className="group min-h-0 flex-1 overflow-y-auto focus-visible:-outline-offset-2"
    >
      <div role="presentation" className="relative" style={{ height: rows.getTotalSize() }}>
        {rows.getVirtualItems().map(({ index, start }) => {
          const row = places[index];
          if (row === undefined) return null;
          const { place, name, kind } = row;
          const Icon = iconOf(place);
          const layer = place.layerId === null ? null : layerName(place.layerId);
          const isChosen = chosen.includes(place.id);
          return (
            // The list has the focus, and says which of its rows is meant (ARIA, listbox with aria-activedescendant).
            // oxlint-disable-next-line jsx-a11y/interactive-supports-focus, jsx-a11y/click-events-have-key-events
            <div
              key={place.id}
              id={`${id}-${place.id}`}
              role="option"
              aria-selected={isChosen}
              aria-setsize={places.length}
              aria-posinset={index + 1}
              onClick={(event) => {
                setAt(index);
                if (event.shiftKey || event.ctrlKey || event.metaKey) onChoose(place.id, true);
                else onOpen(place.id);
              }}
              style={{ transform: `translateY(${start}px)`, height: rowHeight }}
              className={`absolute inset-x-0 top-0 flex cursor-pointer items-center gap-3 border-b border-line px-4 ${
                isChosen ? 'bg-accent-soft' : 'hover:bg-hover'
              } ${index === active ? 'group-focus-visible:outline-2 group-focus-visible:-outline-offset-2 group-focus-visible:outline-accent' : ''}`}
            >
              <Icon aria-hidden="true" className="size-4 shrink-0" style={{ color: cssColor(colorOf(place)) }} />
              <span className="min-w-0 flex-1">
                <span className="block truncate text-ui font-medium text-ink">{name || kind}</span>
                <span className="block truncate text-xs text-ink-soft">
                  {[
                    kind,
                    ...(place.capacity === null ? [] : [t('capacityFor', { capacity: format.number(place.capacity) })]),
                    ...(layer === null ? [] : [layer]),
                  ].join(' · ')}
                </span>
              </span>
            </div>
          );
        })}
      </div>
    </div>
  );
}
