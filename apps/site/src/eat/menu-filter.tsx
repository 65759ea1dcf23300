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
    for (const stand of document.querySelectorAll<HTMLElement>('.stand')) {
      const open = clock === null || openState(hours[stand.dataset['stand'] ?? ''] ?? [], clock).open;
      stand.toggleAttribute('data-closed', !open);
      stand.removeAttribute('data-nothing');
    }
    const groups = document.querySelectorAll('.stands');
    for (const group of groups) group.removeAttribute('data-nothing');
    for (const stand of document.querySelectorAll('.stand')) {
      const dishes = [...stand.querySelectorAll('.dish')];
      stand.toggleAttribute('data-nothing', dishes.length > 0 && dishes.every((dish) => isHidden(dish)));
    }
    for (const group of groups)
      group.toggleAttribute(
        'data-nothing',
        [...group.querySelectorAll('.stand')].every((stand) => isHidden(stand)),
      );
    const isChosen = document.querySelector('#menu-filter :checked') !== null;
    setFound(isChosen ? [...document.querySelectorAll('.dish')].filter((dish) => !isInHidden(dish)).length : null);
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

const isHidden = (element: Element): boolean => getComputedStyle(element).display === 'none';
const isInHidden = (element: Element): boolean => !element.checkVisibility();
