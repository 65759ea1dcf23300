import { classNames } from '@festivals/ui/class-names';
import { useFormatter, useTranslations } from 'use-intl';

const mega = 1_000_000;

/** How much of the room for pictures is taken. */
export function SpaceBar({ used, most }: { used: number; most: number }) {
  const t = useTranslations('office.media');
  const format = useFormatter();
  const size = (bytes: number) =>
    bytes < 1000 * mega
      ? format.number(bytes / mega, {
          style: 'unit',
          unit: 'megabyte',
          maximumFractionDigits: bytes < 10 * mega ? 1 : 0,
        })
      : format.number(bytes / mega / 1000, { style: 'unit', unit: 'gigabyte', maximumFractionDigits: 1 });
  const share = Math.min(1, used / most);
  return (
    <div className="flex items-center gap-2.5 sm:ml-auto">
      <span
        role="meter"
        aria-label={t('space')}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={Math.round(share * 100)}
        className="h-1.5 w-24 overflow-hidden rounded-full bg-hover"
      >
        <span
          style={{ width: `${share * 100}%` }}
          className={classNames('block h-full rounded-full', share > 0.9 ? 'bg-warning' : 'bg-accent')}
        />
      </span>
      <span className="tabular text-xs text-ink-faint">{t('spaceOf', { used: size(used), most: size(most) })}</span>
    </div>
  );
}
