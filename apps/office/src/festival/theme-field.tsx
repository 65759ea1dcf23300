import { Artwork, palettes } from '@festivals/ui/artwork';
import { Button } from '@festivals/ui/button';
import { classNames } from '@festivals/ui/class-names';
import { Theme } from '@festivals/domain/festival/contract';
import { Dices } from 'lucide-react';
import { useFormContext } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import type { FestivalDraft } from './festival-form.ts';

const allPalettes = Theme.shape.palette.options;
const allArtworks = Theme.shape.artwork.unwrap().options;

/** The festival's poster: a place, an hour of the day, and the dice. */
export function ThemeField() {
  const t = useTranslations('office.theme');
  const { watch, setValue } = useFormContext<FestivalDraft>();
  const theme: Theme = watch('theme') ?? { seed: 1, palette: 'sunset' };
  const change = (part: { [K in keyof Theme]?: Theme[K] | undefined }) => {
    const next = Object.fromEntries(Object.entries({ ...theme, ...part }).filter(([, value]) => value !== undefined));
    // Only optional members can be undefined, and these are gone.
    setValue('theme', next as Theme, { shouldDirty: true });
  };
  return (
    <fieldset>
      <legend className="text-ui font-medium text-ink">{t('title')}</legend>
      <p className="mt-0.5 text-xs text-ink-faint">{t('hint')}</p>
      <Artwork {...theme} className="mt-2.5 h-52 overflow-hidden rounded-lg border border-line" />
      <div role="radiogroup" aria-label={t('artwork')} className="mt-3 grid grid-cols-3 gap-2 sm:grid-cols-6">
        {allArtworks.map((artwork) => (
          <label
            key={artwork}
            className="cursor-pointer overflow-hidden rounded-lg border border-line bg-surface text-center text-xs text-ink-soft transition-colors hover:bg-hover has-checked:border-accent has-checked:bg-accent-soft has-checked:text-ink has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent"
          >
            <input
              type="radio"
              name="artwork"
              className="sr-only"
              checked={artwork === (theme.artwork ?? 'stage')}
              onChange={() => change({ artwork: artwork === 'stage' ? undefined : artwork })}
            />
            <Artwork seed={theme.seed} palette={theme.palette} artwork={artwork} className="h-16" />
            <span className="block truncate px-1.5 py-1.5">{t(`artworks.${artwork}`)}</span>
          </label>
        ))}
      </div>
      <div role="radiogroup" aria-label={t('paletteLabel')} className="mt-3 flex flex-wrap items-center gap-2">
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
