import { localised } from '@festivals/messages';
import type { MapPlace } from '@festivals/domain/places/contract';
import { middleOf, pathsOf } from '@festivals/domain/places/measure';
import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { useLanguage } from '../i18n/language.ts';
import { colorOf, cssColor } from '@festivals/ui/map/place-colors';
import { iconOf } from '@festivals/ui/map/place-signs';
import { planOf } from '@festivals/domain/places/plan';

type Props = { places: MapPlace[]; pointed: string | null; onPoint: (id: string | null) => void };

/** The site drawn from its own shapes: no tiles, no network. The list beside it says the same in words. */
export function SitePlan({ places, pointed, onPoint }: Props) {
  const t = useTranslations('office.map');
  const language = useLanguage();
  const plan = useMemo(() => planOf(places), [places]);
  if (plan === null) return null;
  const outline = ({ geometry }: MapPlace) =>
    pathsOf(geometry)
      .map((path) => {
        const corners = path.map((position) =>
          plan
            .at(position)
            .map((value) => value.toFixed(1))
            .join(' '),
        );
        return `M${corners.join('L')}`;
      })
      .join('');
  const shapes = places.filter(({ geometry }) => geometry.type !== 'Point');
  return (
    <svg
      viewBox={`0 0 ${plan.width} ${plan.height}`}
      role="img"
      aria-label={t('plan', { count: places.length })}
      className="block max-h-[80dvh] w-full bg-success-soft/50"
    >
      {shapes.map((place) => {
        const color = cssColor(colorOf(place));
        const closed = place.geometry.type.endsWith('Polygon');
        return (
          <path
            key={place.id}
            d={outline(place)}
            fillRule="evenodd"
            fill={closed ? color : 'none'}
            fillOpacity={pointed === place.id ? 0.4 : 0.16}
            stroke={color}
            strokeWidth={pointed === place.id ? 4 : 2}
            strokeLinejoin="round"
            onPointerEnter={() => onPoint(place.id)}
            onPointerLeave={() => onPoint(null)}
          />
        );
      })}
      {places.map((place) => {
        const [Icon, color] = [iconOf(place), cssColor(colorOf(place))];
        const [x, y] = plan.at(middleOf(place.geometry));
        const large = pointed === place.id;
        return (
          <g
            key={place.id}
            transform={`translate(${x} ${y}) scale(${large ? 1.35 : 1})`}
            onPointerEnter={() => onPoint(place.id)}
            onPointerLeave={() => onPoint(null)}
            className="transition-transform"
          >
            <circle r={15} fill="var(--color-surface)" stroke={color} strokeWidth={2.5} />
            <Icon x={-9} y={-9} width={18} height={18} style={{ color }} />
          </g>
        );
      })}
      {places
        .filter((place) => place.kind === 'STAGE' || place.id === pointed)
        .map((place) => {
          const [x, y] = plan.at(middleOf(place.geometry));
          return (
            <text
              key={place.id}
              x={x}
              y={y + 34}
              textAnchor="middle"
              fontSize={16}
              fontWeight={600}
              fill="var(--color-ink)"
              stroke="var(--color-surface)"
              strokeWidth={5}
              paintOrder="stroke"
              className="pointer-events-none"
            >
              {localised(place.name, language)}
            </text>
          );
        })}
    </svg>
  );
}
