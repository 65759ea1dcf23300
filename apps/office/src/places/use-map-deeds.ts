import type { Festival } from '@festivals/domain/festival/contract';
import type { Geometry } from '@festivals/domain/places/geometry';
import type { PlaceKind } from '@festivals/domain/places/place-kind';
import { localised } from '@festivals/messages';
import { useToast } from '@festivals/ui/toast';
import { useEffect, useEffectEvent, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useLanguage } from '../i18n/language.ts';
import type { Direction } from './nudge-pad.tsx';
import type { Chosen } from './use-chosen-places.ts';
import { useMapEdits } from './use-map-edits.ts';

const towards: Readonly<Record<Direction, { east: number; north: number }>> = {
  north: { east: 0, north: 1 },
  south: { east: 0, north: -1 },
  west: { east: -1, north: 0 },
  east: { east: 1, north: 0 },
};

export type MapDeeds = ReturnType<typeof useMapDeeds>;

/** What can be done to the places that are chosen, and to the map: each deed is told of, to whoever sees and to whoever hears. */
export function useMapDeeds(festivalId: Festival['id'], { ids, choose }: Chosen) {
  const t = useTranslations('office.map');
  const kinds = useTranslations('office.placeKind');
  const language = useLanguage();
  const say = useToast();
  const [spoken, speak] = useState('');
  const edits = useMapEdits(festivalId, (gone) => {
    const lost = gone.filter(({ id }) => ids.includes(id));
    for (const { name, kind } of lost)
      say({ title: t('goneMeanwhile', { name: localised(name, language) || kinds(kind) }), detail: t('goneDetail') });
    if (lost.length > 0) choose(null, false);
  });
  const told = (go: (() => void) | null, text: string) =>
    go &&
    (() => {
      go();
      speak(text);
    });
  const undo = told(edits.undo, t('undone'));
  const redo = told(edits.redo, t('redone'));
  useStepKeys(undo, redo);
  return {
    /** What was done last, for whoever hears the screen. */
    spoken,
    change: edits.change,
    clash: edits.clash,
    settle: edits.settle,
    undo,
    redo,
    add: async (kind: PlaceKind, geometry: Geometry) => {
      const created = await edits.create({ kind, geometry });
      if (created === undefined) return;
      choose(created.id, false);
      speak(t('added', { kind: kinds(kind) }));
    },
    nudge: (direction: Direction, metres: number) => {
      const { east, north } = towards[direction];
      edits.nudge(ids, { east: east * metres, north: north * metres });
      speak(t(`moved.${direction}`, { metres }));
    },
    remove: async () => {
      choose(null, false);
      if (await edits.remove(ids)) say({ title: t('removed', { count: ids.length }), detail: t('removedDetail') });
    },
  };
}

/** Ctrl+Z and Ctrl+Shift+Z, on the map and beside it; a field keeps its own. */
function useStepKeys(undo: (() => void) | null, redo: (() => void) | null): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    const inField = event.target instanceof Element && event.target.closest('input, textarea, select') !== null;
    if (inField || !(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'z') return;
    event.preventDefault();
    if (event.shiftKey) redo?.();
    else undo?.();
  });
  // On the whole page: whoever has just removed the place that had the focus takes it back as well.
  useEffect(() => {
    const listen = (event: KeyboardEvent) => press(event);
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
}
