import { Artwork, palettes } from '@festivals/ui/artwork';
import { Button } from '@festivals/ui/button';
import { classNames } from '@festivals/ui/class-names';
import { Theme } from '@festivals/domain/festival/contract';
import { Dices } from 'lucide-react';
import { useFormContext } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import type { FestivalDraft } from './festival-form.ts';

const allPalettes = Theme.shape.palette.options;

/** The festival's poster: an hour of the day, and the dice. */
export function ThemeField() {
  const t = useTranslations('office.theme');
  const { watch, setValue } = useFormContext<FestivalDraft>();
  const theme = watch('theme') ?? { seed: 1, palette: 'sunset' as const };
  const change = (part: Partial<typeof theme>) => setValue('theme', { ...theme, ...part }, { shouldDirty: true });
  return (
    <fieldset>
      <legend className="text-ui font-medium text-ink">{t('title')}</legend>
      <p className="mt-0.5 text-xs text-ink-faint">{t('hint')}</p>
      <Artwork
        seed={theme.seed}
        palette={theme.palette}
        className="mt-2.5 h-52 overflow-hidden rounded-lg border border-line"
      />
      <div className="mt-3 flex flex-wrap items-center gap-2">
        {allPalettes.map((palette) => {
          const { sky } = palettes[palette];
          return (
            <label
              key={palette}
              className={classNames(
                'flex h-8 cursor-pointer items-center gap-2 rounded-full border border-line bg-surface pr-3 pl-1 text-ui text-ink-soft transition-colors hover:bg-hover has-checked:border-accent has-checked:bg-accent-soft has-checked:text-ink has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent pointer-coarse:h-10',
              )}
            >
              <input
                type="radio"
                name="palette"
                className="sr-only"
                checked={palette === theme.palette}
                onChange={() => change({ palette })}
              />
              <span
                aria-hidden="true"
                className="size-6 rounded-full"
                style={{ background: `linear-gradient(${sky.join(',')})` }}
              />
              {t(`palette.${palette}`)}
            </label>
          );
        })}
        <Button className="ml-auto" onClick={() => change({ seed: Math.floor(Math.random() * 2 ** 31) })}>
          <Dices aria-hidden="true" />
          {t('another')}
        </Button>
      </div>
    </fieldset>
  );
}
