import type { ListedArtist, ProgrammeDraft } from '@festivals/domain/programme/contract';
import { playersOf } from '@festivals/domain/programme/set-name';
import { GripVertical } from 'lucide-react';
import { useMemo, type PointerEvent } from 'react';
import { useLocale, useTranslations } from 'use-intl';

type Props = {
  programme: Pick<ProgrammeDraft, 'artists' | 'slots'>;
  lift: (event: PointerEvent, artistId: string) => void;
  /** Opens a new set for the artist: the way without a pointer. */
  place: (artistId: string) => void;
};

const mostShown = 80;

/** Artists who have no set yet, to be dragged onto the timetable. */
export function UnscheduledTray({ programme, lift, place }: Props) {
  const t = useTranslations('office.timetable');
  const locale = useLocale();
  const waiting = useMemo(() => {
    const playing = new Set(programme.slots.filter(({ status }) => status !== 'CANCELLED').flatMap(playersOf));
    return programme.artists
      .filter(({ id }) => !playing.has(id))
      .toSorted((a: ListedArtist, b: ListedArtist) =>
        a.billing === b.billing
          ? (a.sortName ?? a.name).localeCompare(b.sortName ?? b.name, locale)
          : a.billing - b.billing,
      );
  }, [programme.artists, programme.slots, locale]);
  if (waiting.length === 0) return null;
  return (
    <section aria-label={t('unscheduled', { count: waiting.length })} className="flex items-start gap-2">
      <h2 className="shrink-0 pt-1 text-xs text-ink-soft">{t('unscheduled', { count: waiting.length })}</h2>
      <ul className="flex max-h-16 min-w-0 flex-wrap gap-1 overflow-y-auto">
        {waiting.slice(0, mostShown).map(({ id, name }) => (
          <li key={id}>
            <button
              type="button"
              aria-label={t('place', { name })}
              onPointerDown={(event) => lift(event, id)}
              onClick={() => place(id)}
              className="flex h-6.5 max-w-48 cursor-grab touch-pan-y items-center gap-0.5 rounded-md border border-dashed border-edge bg-surface pr-2 pl-1 text-xs text-ink select-none hover:bg-hover active:cursor-grabbing pointer-coarse:h-9"
            >
              <GripVertical aria-hidden="true" className="size-3 text-ink-faint" />
              <span className="truncate">{name}</span>
            </button>
          </li>
        ))}
        {waiting.length > mostShown && (
          <li className="self-center text-xs text-ink-faint">{t('andMore', { count: waiting.length - mostShown })}</li>
        )}
      </ul>
    </section>
  );
}
