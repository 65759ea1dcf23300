import { Artwork } from '@festivals/ui/artwork';
import { Button } from '@festivals/ui/button';
import { Card } from '@festivals/ui/card';
import { LivingArtwork } from '@festivals/ui/living-artwork';
import { Link } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { useMe } from '../identity/me.ts';

/** Nothing yet: the way from here to tickets on sale, in four steps. */
export function FirstFestival() {
  const t = useTranslations('office.firstFestival');
  const { name } = useMe();
  return (
    <div className="mx-auto w-full max-w-4xl px-4 pt-8 pb-16 sm:px-6">
      <title>{`${t('title')} · Festivals`}</title>
      <Card className="overflow-hidden">
        <LivingArtwork className="relative h-60 overflow-hidden sm:h-80">
          <Artwork seed={7} palette="dawn" className="absolute -inset-3" />
        </LivingArtwork>
        <div className="space-y-6 p-6 sm:p-9">
          <div className="space-y-2">
            <h1 className="text-2xl font-semibold tracking-tight text-balance text-ink">{t('hello', { name })}</h1>
            <p className="max-w-xl text-sm text-pretty text-ink-soft">{t('lead')}</p>
          </div>
          <ol className="grid gap-4 sm:grid-cols-4">
            {([1, 2, 3, 4] as const).map((step) => (
              <li key={step} className="space-y-1.5">
                <span
                  aria-hidden="true"
                  className="grid size-7 place-items-center rounded-full bg-accent-soft text-xs font-semibold text-accent-text"
                >
                  {step}
                </span>
                <p className="text-ui font-medium text-ink">{t(`step${step}`)}</p>
                <p className="text-xs text-pretty text-ink-soft">{t(`step${step}Detail`)}</p>
              </li>
            ))}
          </ol>
          <Button asChild tone="accent" size="lg">
            <Link to="/new">{t('begin')}</Link>
          </Button>
        </div>
      </Card>
    </div>
  );
}
