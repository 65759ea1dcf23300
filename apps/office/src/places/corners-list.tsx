import type { Geometry } from '@festivals/domain/places/geometry';
import { Button } from '@festivals/ui/button';
import { IconButton } from '@festivals/ui/icon-button';
import { Input } from '@festivals/ui/input';
import { Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { addCorner, type Corner, cornersOf, moveCorner, removeCorner } from './corners.ts';

type Props = { geometry: Geometry; onChange: (geometry: Geometry) => void };

// More rows than anybody goes through by hand; the rest comes on demand.
const page = 40;

/** The corners of a shape by their coordinates: what a pointer drags, without one. */
export function CornersList({ geometry, onChange }: Props) {
  const t = useTranslations('office.map');
  const [shown, setShown] = useState(page);
  const [wrong, setWrong] = useState(false);
  const corners = cornersOf(geometry);
  const single = geometry.type === 'Point';
  const settle = (next: Geometry | null) => {
    setWrong(next === null);
    if (next !== null) onChange(next);
  };
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1 text-ui font-medium text-ink">
        {single ? t('position') : t('corners', { count: corners.length })}
      </legend>
      <ul className="space-y-1.5">
        {corners.slice(0, shown).map((corner, index) => (
          <li
            key={`${corner.path} ${corner.at}`}
            className="grid grid-cols-[minmax(0,1fr)_minmax(0,1fr)_auto] items-center gap-1.5"
          >
            <Coordinate
              corner={corner}
              axis={1}
              label={t('latitude', { corner: index + 1 })}
              onMove={(to) => settle(moveCorner(geometry, corner, to))}
            />
            <Coordinate
              corner={corner}
              axis={0}
              label={t('longitude', { corner: index + 1 })}
              onMove={(to) => settle(moveCorner(geometry, corner, to))}
            />
            {single ? (
              <span />
            ) : (
              <span className="flex">
                <IconButton
                  size="sm"
                  label={t('addCorner', { corner: index + 1 })}
                  onClick={() => settle(addCorner(geometry, corner))}
                >
                  <Plus aria-hidden="true" />
                </IconButton>
                <IconButton
                  size="sm"
                  label={t('removeCorner', { corner: index + 1 })}
                  onClick={() => settle(removeCorner(geometry, corner))}
                >
                  <Trash2 aria-hidden="true" />
                </IconButton>
              </span>
            )}
          </li>
        ))}
      </ul>
      {corners.length > shown && (
        <Button size="sm" className="mt-2" onClick={() => setShown((count) => count + page)}>
          {t('moreCorners', { count: corners.length - shown })}
        </Button>
      )}
      {wrong && (
        <p role="alert" className="mt-1.5 text-xs font-medium text-danger-text">
          {t('shapeWrong')}
        </p>
      )}
    </fieldset>
  );
}

type CoordinateProps = { corner: Corner; axis: 0 | 1; label: string; onMove: (to: Corner['position']) => void };

/** Degrees of one axis; taken over when it is left or by Enter, and as it was where it is no number. */
function Coordinate({ corner: { position }, axis, label, onMove }: CoordinateProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const shown = position[axis].toFixed(6);
  const take = () => {
    setTyped(null);
    const value = typed === null ? Number.NaN : Number(typed.replace(',', '.'));
    if (typed?.trim() === '' || !Number.isFinite(value) || typed === shown) return;
    onMove(axis === 0 ? [value, position[1]] : [position[0], value]);
  };
  return (
    <Input
      aria-label={label}
      inputMode="decimal"
      autoComplete="off"
      className="tabular"
      value={typed ?? shown}
      onChange={({ target }) => setTyped(target.value)}
      onBlur={take}
      onKeyDown={({ key }) => key === 'Enter' && take()}
    />
  );
}
