'use client';

import type { Position } from '@festivals/domain/places/geometry';
import { firstSign } from '@festivals/ui/first-sign';
import { Maximize, Minus, Plus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type ReactNode, useEffect, useEffectEvent, useRef, useState } from 'react';
import type { GroundPlace } from './ground-place.ts';
import type { GroundMap } from './open-map.ts';
import { useNight } from './use-night.ts';
import type { Whereabouts } from './use-position.ts';

interface Props {
  places: readonly GroundPlace[];
  matching: ReadonlySet<string>;
  chosen: GroundPlace | null;
  where: Whereabouts;
  middle: Position;
  styleUrl: string | null;
  onChoose: (placeId: string | null) => void;
  /** The site's plan, which stands there until the map does, and where there is none. */
  plan: ReactNode;
}

type State = 'drawing' | 'ready' | 'failed';

const tool =
  'grid size-11 place-items-center rounded-xl border border-line bg-surface text-ink shadow-raised hover:bg-hover';

/** The site on MapLibre, which comes when it is needed; opened anew when the light changes. */
export function MapPane({ places, matching, chosen, where, middle, styleUrl, onChoose, plan }: Props) {
  const t = useTranslations('site.map');
  const box = useRef<HTMLDivElement>(null);
  const map = useRef<GroundMap | null>(null);
  const [state, setState] = useState<State>('drawing');
  // Whoever follows a link to one place wants to see it on the map.
  const awake = useRef(chosen !== null);
  const night = useNight();
  const press = useEffectEvent(onChoose);
  const catchUp = useEffectEvent(() => {
    map.current?.show(places, matching);
    map.current?.choose(chosen);
    if (where.state === 'known') map.current?.locate(where, false);
  });

  useEffect(() => {
    let here = true;
    const leaving = new AbortController();
    setState('drawing');
    const open = async (container: HTMLElement) => {
      // The plan says where everything is; drawing the map itself would keep a phone from answering the first touch.
      if (!awake.current) await firstSign(leaving.signal);
      awake.current = true;
      const { openMap } = await import('./open-map.ts');
      if (!here) return;
      map.current = openMap({
        container,
        icon: (name) => document.querySelector<SVGElement>(`#sign-${name} svg`),
        accent: getComputedStyle(container).color,
        styleUrl,
        night,
        still: matchMedia('(prefers-reduced-motion: reduce)').matches,
        middle,
        onReady: () => here && setState('ready'),
        onPress: press,
      });
      catchUp();
    };
    // No WebGL, or no network: the plan stays, and the list says it all.
    if (box.current) open(box.current).catch(() => here && setState('failed'));
    return () => {
      here = false;
      leaving.abort();
      map.current?.end();
      map.current = null;
    };
  }, [night, styleUrl, middle]);

  useEffect(() => map.current?.show(places, matching), [places, matching]);
  useEffect(() => map.current?.choose(chosen), [chosen]);
  const known = where.state === 'known';
  useEffect(() => map.current?.locate(where.state === 'known' ? where : null, false), [where]);
  useEffect(() => {
    if (known && where.state === 'known') map.current?.locate(where, true);
    // Only when it becomes known: who follows a position looks where they want.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [known]);

  return (
    <div className="relative size-full overflow-hidden rounded-3xl border border-line bg-sunken">
      {state !== 'ready' && (
        <div className="absolute inset-0">
          {plan}
          {state === 'failed' && (
            <p role="status" className="absolute inset-x-3 bottom-3 rounded-xl bg-surface p-3 text-sm text-ink">
              {t('failed')}
            </p>
          )}
        </div>
      )}
      <div
        ref={box}
        role="region"
        aria-label={t('canvas')}
        aria-busy={state === 'drawing'}
        hidden={state === 'failed'}
        className={`absolute! inset-0 text-accent-text ${state === 'ready' ? '' : 'opacity-0'} [&_canvas:focus-visible]:outline-3 [&_canvas:focus-visible]:-outline-offset-4 [&_canvas:focus-visible]:outline-accent`}
      />
      {state === 'ready' && (
        <div className="absolute end-3 top-3 grid gap-1.5">
          <button type="button" className={tool} aria-label={t('zoom_in')} onClick={() => map.current?.zoom(1)}>
            <Plus aria-hidden="true" className="size-5" />
          </button>
          <button type="button" className={tool} aria-label={t('zoom_out')} onClick={() => map.current?.zoom(-1)}>
            <Minus aria-hidden="true" className="size-5" />
          </button>
          <button type="button" className={tool} aria-label={t('whole')} onClick={() => map.current?.fit()}>
            <Maximize aria-hidden="true" className="size-5" />
          </button>
        </div>
      )}
    </div>
  );
}
