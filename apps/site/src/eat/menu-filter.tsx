'use client';

import type { OpeningHours } from '@festivals/domain/places/opening-hours';
import { openState, wallTimeOf } from '@festivals/domain/places/open-now';
import { useTranslations } from 'next-intl';
import { useEffect, useEffectEvent, useState } from 'react';
import { useServerNow } from '../ground/use-server-now.ts';

interface Props {
  zone: string;
  /** The hours of each stand, by its id. */
  hours: Readonly<Record<string, OpeningHours[]>>;
}

const kinds = ['diet', 'without', 'open'] as const;

/** Helps the style sheet: marks what is closed and what has nothing left to show, counts, and keeps the choice in the address. */
export function MenuFilter({ zone, hours }: Props) {
  const t = useTranslations('site.eat_found');
  const now = useServerNow();
  const [found, setFound] = useState<number | null>(null);

  const look = useEffectEvent(() => {
    const clock = now === null ? null : wallTimeOf(now, zone);
    const stands = [...document.querySelectorAll<HTMLElement>('.stand')];
    const groups = [...document.querySelectorAll('.stands')];
    for (const stand of stands) {
      const open = clock === null || openState(hours[stand.dataset['stand'] ?? ''] ?? [], clock).open;
      stand.toggleAttribute('data-closed', !open);
    }
    for (const each of [...stands, ...groups]) each.removeAttribute('data-nothing');
    const isChosen = document.querySelector('#menu-filter :checked') !== null;
    // Whoever wishes for nothing is shown everything: a page is not measured to learn that.
    if (!isChosen) return setFound(null);
    // All is read before anything is written, so that the page is laid out three times and not once for each stand.
    mark(stands, (stand) => {
      const dishes = [...stand.querySelectorAll('.dish')];
      return dishes.length > 0 && dishes.every((dish) => isHidden(dish));
    });
    mark(groups, (group) => [...group.querySelectorAll('.stand')].every((stand) => isHidden(stand)));
    setFound([...document.querySelectorAll('.dish')].filter((dish) => !isInHidden(dish)).length);
  });

  useEffect(() => {
    const form = document.querySelector<HTMLFormElement>('#menu-filter');
    if (form === null) return;
    const asked = new URLSearchParams(location.search);
    for (const box of form.querySelectorAll<HTMLInputElement>('input'))
      if (asked.getAll(box.name).includes(box.value)) box.checked = true;
    const change = () => {
      const data = new FormData(form);
      const query = new URLSearchParams(
        kinds.flatMap((kind) => data.getAll(kind).map((value) => [kind, String(value)])),
      );
      history.replaceState(null, '', `${location.pathname}${query.size === 0 ? '' : `?${query}`}${location.hash}`);
      look();
    };
    form.addEventListener('change', change);
    // Also what was ticked before the script was there.
    change();
    return () => form.removeEventListener('change', change);
  }, []);
  useEffect(() => look(), [now]);

  return (
    <p role="status" className="mt-3 text-ink-soft empty:hidden">
      {found !== null && t('count', { count: found })}
    </p>
  );
}

/** Marks those of which nothing is left to show. */
function mark(elements: readonly Element[], hasNothing: (element: Element) => boolean): void {
  const marked = elements.filter(hasNothing);
  for (const element of marked) element.setAttribute('data-nothing', '');
}

const isHidden = (element: Element): boolean => getComputedStyle(element).display === 'none';
const isInHidden = (element: Element): boolean => !element.checkVisibility();
