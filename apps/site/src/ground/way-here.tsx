import { getTranslations } from 'next-intl/server';
import type { Seen } from '../festival/seen.ts';
import { MapApps } from './map-apps.tsx';

/** The way to the site: where it is, and a door into whatever map the visitor uses. */
export async function WayHere({ festival, language }: Seen) {
  const t = await getTranslations({ locale: language, namespace: 'site.way' });
  const { place } = festival;
  return (
    <section aria-labelledby="way" className="mt-16 border-t border-line pt-10 sm:mt-20">
      <h2 id="way" className="headline text-3xl sm:text-4xl">
        {t('title')}
      </h2>
      <div className="mt-6 grid gap-x-10 gap-y-6 sm:grid-cols-2">
        <address className="text-lg not-italic">
          {place.name}
          <br />
          {place.address}
          <br />
          {place.city}
        </address>
        <MapApps festival={festival} language={language} />
      </div>
    </section>
  );
}
