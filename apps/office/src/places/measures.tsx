import type { Geometry } from '@festivals/domain/places/geometry';
import { areaOf, lengthOf } from '@festivals/domain/places/measure';
import { densityOf, isCrowded } from '@festivals/domain/places/rules';
import { Notice } from '@festivals/ui/notice';
import { useFormatter, useTranslations } from 'use-intl';

/** Length and area of a shape in words; empty for a point. */
export function useSizeText() {
  const t = useTranslations('office.map');
  const format = useFormatter();
  const whole = (value: number) => format.number(value, { maximumFractionDigits: value < 100 ? 1 : 0 });
  return (geometry: Geometry): string => {
    if (geometry.type === 'Point') return '';
    const [area, length] = [areaOf(geometry), lengthOf(geometry)];
    return area > 0
      ? t('size.area', { area: whole(area), length: whole(length) })
      : t('size.length', { length: whole(length) });
  };
}

/** How large a place is, and how full it gets. */
export function Measures({ geometry, capacity }: { geometry: Geometry; capacity: number | null }) {
  const t = useTranslations('office.map');
  const format = useFormatter();
  const size = useSizeText()(geometry);
  const density = densityOf({ geometry, capacity });
  if (size === '') return null;
  return (
    <div className="space-y-2">
      <p className="text-ui text-ink-soft tabular">
        {size}
        {density !== null && ` · ${t('density', { density: format.number(density, { maximumFractionDigits: 1 }) })}`}
      </p>
      {isCrowded({ geometry, capacity }) && <Notice tone="warning">{t('crowded')}</Notice>}
    </div>
  );
}
