'use client';

import { Minus, Plus } from 'lucide-react';
import { useTranslations } from 'next-intl';

const round =
  'grid size-12 place-items-center rounded-full border border-edge text-ink hover:bg-hover disabled:cursor-not-allowed disabled:opacity-40';

/** How many of something, with two large buttons. */
export function Stepper({
  name,
  value,
  min,
  max,
  onChange,
}: {
  name: string;
  value: number;
  /** The least that can be bought: fewer is none. */
  min: number;
  max: number;
  onChange: (value: number) => void;
}) {
  const t = useTranslations('site.shop');
  return (
    <div role="group" aria-label={t('how_many', { name })} className="flex w-36 items-center justify-between">
      <button
        type="button"
        aria-label={t('fewer', { name })}
        disabled={value === 0}
        onClick={() => onChange(value <= min ? 0 : value - 1)}
        className={round}
      >
        <Minus aria-hidden="true" className="size-5" />
      </button>
      <output aria-live="polite" className="tabular text-xl font-bold">
        {value}
      </output>
      <button
        type="button"
        aria-label={t('more', { name })}
        disabled={value >= max}
        onClick={() => onChange(Math.max(min, value + 1))}
        className={round}
      >
        <Plus aria-hidden="true" className="size-5" />
      </button>
    </div>
  );
}
