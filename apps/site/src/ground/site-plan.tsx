import { pathsOf } from '@festivals/domain/places/measure';
import { planOf } from '@festivals/domain/places/plan';
import { colorOf, cssColor, iconNameOf } from '@festivals/ui/map/place-colors';
import type { GroundPlace } from './ground-place.ts';

/** The site drawn from its own shapes: there at once, on paper, and for whoever has no script. The list says the same in words. */
export function SitePlan({ places, label }: { places: readonly GroundPlace[]; label: string }) {
  const plan = planOf(places);
  if (plan === null) return null;
  const spot = (position: GroundPlace['middle']) => plan.at([...position]).map((value) => Math.round(value));
  const outline = ({ geometry }: GroundPlace) =>
    pathsOf(geometry)
      .map((path) => `M${path.map((position) => spot(position).join(' ')).join('L')}`)
      .join('');
  return (
    <svg
      viewBox={`0 0 ${plan.width} ${Math.ceil(plan.height)}`}
      role="img"
      aria-label={label}
      className="block size-full bg-success-soft/50"
    >
      {places
        .filter(({ geometry }) => geometry.type !== 'Point')
        .map((place) => {
          const color = cssColor(colorOf(place));
          return (
            <path
              key={place.id}
              d={outline(place)}
              fillRule="evenodd"
              style={{ fill: place.geometry.type.endsWith('Polygon') ? color : 'none', stroke: color }}
              fillOpacity={0.16}
              strokeWidth={2}
              strokeLinejoin="round"
            />
          );
        })}
      {places.map((place) => {
        const [x = 0, y = 0] = spot(place.middle);
        return (
          <g key={place.id} transform={`translate(${x} ${y})`} style={{ color: cssColor(colorOf(place)) }}>
            <circle r={13} strokeWidth={2} stroke="currentColor" style={{ fill: 'var(--color-surface)' }} />
            <use href={`#sign-${iconNameOf(place)}`} x={-8} y={-8} width={16} height={16} />
          </g>
        );
      })}
      {places
        .filter(({ kind }) => kind === 'STAGE')
        .map(({ id, name, middle }) => {
          const [x = 0, y = 0] = spot(middle);
          return (
            <text
              key={id}
              x={x}
              y={y + 32}
              textAnchor="middle"
              fontSize={18}
              fontWeight={700}
              strokeWidth={5}
              paintOrder="stroke"
              style={{ fill: 'var(--color-ink)', stroke: 'var(--color-surface)' }}
            >
              {name}
            </text>
          );
        })}
    </svg>
  );
}
