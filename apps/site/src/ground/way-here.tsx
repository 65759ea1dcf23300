import { type Travel, TravelMode } from '@festivals/domain/festival/details';
import { Prose } from '@festivals/ui/prose';
import { Bike, Bus, Car, CarTaxiFront, Footprints, type LucideIcon, TrainFront } from 'lucide-react';
import { getTranslations } from 'next-intl/server';
import type { Seen } from '../festival/seen.ts';
import { said } from '../programme/said.ts';
import { MapApps } from './map-apps.tsx';

const signs: Readonly<Record<TravelMode, LucideIcon>> = {
  TRAIN: TrainFront,
  BUS: Bus,
  BIKE: Bike,
  FOOT: Footprints,
  CAR: Car,
  TAXI: CarTaxiFront,
};

/** The way to the site: by whatever brings one there, where it is, and a door into whatever map the visitor uses. */
export async function WayHere({ festival, language, travel }: Seen & { travel: Travel }) {
  const t = await getTranslations({ locale: language, namespace: 'site.way' });
  const { place } = festival;
  const ways = TravelMode.options.flatMap((mode) => {
    const way = said(travel[mode] ?? {}, language, festival.languages);
    return way ? [{ mode, ...way, Sign: signs[mode] }] : [];
  });
  return (
    <section aria-labelledby="way" className="mt-16 scroll-mt-6">
      <h2 id="way" className="headline text-3xl sm:text-4xl">
        {t('title')}
      </h2>
      {ways.length > 0 && (
        <ul className="mt-6 grid gap-x-10 gap-y-8 sm:grid-cols-2 lg:grid-cols-3">
          {ways.map(({ mode, text, lang, Sign }) => (
            <li key={mode} className="flex gap-4 print:break-inside-avoid">
              <Sign aria-hidden="true" className="mt-0.5 size-7 shrink-0 text-accent-text" />
              <div className="min-w-0">
                <h3 className="font-display text-lg font-bold">{t(`mode.${mode}`)}</h3>
                <div lang={lang}>
                  <Prose text={text} level={4} className="mt-1 text-ink-soft" />
                </div>
              </div>
            </li>
          ))}
        </ul>
      )}
      <div className="mt-8 flex flex-wrap gap-x-12 gap-y-4 border-s-4 border-accent ps-5">
        <address className="min-w-0 text-lg not-italic">
          <strong className="font-semibold">{place.name}</strong>
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
