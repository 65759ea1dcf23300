import { CalendarDays, Languages, MapPin } from 'lucide-react';
import { getTranslations } from 'next-intl/server';
import { languageNames, localeOf } from '@festivals/messages';
import { inLanguage, paths } from '../shell/paths.ts';
import { sayDates, sayDay } from './say-dates.ts';
import type { Seen } from './seen.ts';

/** When, where, in which languages. */
export async function WhenAndWhere({ festival, language, level = 3 }: Seen & { level?: 2 | 3 }) {
  const Heading = level === 2 ? 'h2' : 'h3';
  const t = await getTranslations({ locale: language, namespace: 'site.practical' });
  const { place } = festival;
  const country = new Intl.DisplayNames(language, { type: 'region' }).of(place.country) ?? place.country;
  const fact = 'flex min-w-0 gap-4';
  const sign = 'mt-1 size-6 shrink-0 text-accent-text';
  return (
    <div className="grid gap-10 text-lg md:grid-cols-3">
      <div className={fact}>
        <CalendarDays aria-hidden="true" className={sign} />
        <div className="min-w-0">
          <Heading className="font-display font-bold">{t('when')}</Heading>
          <p className="mt-1 text-ink-soft">{sayDates(festival.startsOn, festival.endsOn, language)}</p>
          <p className="text-base text-ink-soft">{t('first_day', { day: sayDay(festival.startsOn, language) })}</p>
        </div>
      </div>
      <div className={fact}>
        <MapPin aria-hidden="true" className={sign} />
        <div className="min-w-0">
          <Heading className="font-display font-bold">{t('where')}</Heading>
          <address className="mt-1 text-ink-soft not-italic">
            {place.name}
            <br />
            {place.address}
            <br />
            {place.city}, {country}
          </address>
          <a
            href={inLanguage(language, paths.map(festival.slug))}
            className="mt-2 inline-block py-1 font-semibold text-accent-text underline underline-offset-4"
          >
            {t('open_map')}
          </a>
        </div>
      </div>
      <div className={fact}>
        <Languages aria-hidden="true" className={sign} />
        <div className="min-w-0">
          <Heading className="font-display font-bold">{t('languages')}</Heading>
          <p className="mt-1 text-ink-soft">
            {new Intl.ListFormat(localeOf(language)).format(festival.languages.map((one) => languageNames[one]))}
          </p>
        </div>
      </div>
    </div>
  );
}
