import type { MapPlace } from '@festivals/domain/places/contract';
import type { Stand } from '@festivals/domain/stands/contract';
import { localeOf } from '@festivals/messages';
import { colorOf, cssColor } from '@festivals/ui/map/place-colors';
import { iconOf } from '@festivals/ui/map/place-signs';
import { formatMoney } from '@festivals/ui/format-money';
import { getTranslations } from 'next-intl/server';
import { filtersOf, mapFilters } from '../ground/map-filters.ts';
import { inLanguage, paths } from '../shell/paths.ts';
import type { Seen } from './seen.ts';

const door =
  'inline-flex min-h-14 items-center rounded-button bg-accent px-7 text-lg font-bold text-on-accent shadow-raised hover:bg-accent-hover';

/** What one finds on the site, and what is eaten there: a look, and the doors to the map and to the menus. */
export async function OnTheGround({
  festival,
  language,
  places,
  stands,
}: Seen & { places: MapPlace[]; stands: Stand[] }) {
  const t = await getTranslations({ locale: language, namespace: 'site.ground' });
  const map = await getTranslations({ locale: language, namespace: 'site.map' });
  const sought = mapFilters.flatMap(({ name }) => {
    const first = places.find((place) => filtersOf(place).includes(name));
    return first ? [{ name, first }] : [];
  });
  const selling = stands.filter(({ kind, products }) => (kind === 'FOOD' || kind === 'BAR') && products.length > 0);
  const prices = selling.flatMap(({ products }) => products.map(({ price }) => price)).filter((price) => price > 0);
  if (places.length === 0 && selling.length === 0) return null;
  const to = (path: string) => inLanguage(language, path);
  const names = selling.slice(0, 8).map(({ name }) => name);
  return (
    <section aria-labelledby="ground-title" className="column part later">
      <h2 id="ground-title" className="headline text-4xl sm:text-6xl">
        {t('title')}
      </h2>
      {sought.length > 0 && (
        <>
          <ul className="mt-10 flex flex-wrap gap-2.5">
            {sought.map(({ name, first }) => {
              const Sign = iconOf(first);
              return (
                <li key={name}>
                  <a
                    href={`${to(paths.map(festival.slug))}?show=${name}`}
                    className="inline-flex min-h-12 items-center gap-2.5 rounded-button border border-edge bg-surface px-4.5 font-semibold text-ink hover:bg-hover"
                  >
                    <Sign aria-hidden="true" className="size-5" style={{ color: cssColor(colorOf(first)) }} />
                    {map(`show.${name}`)}
                  </a>
                </li>
              );
            })}
          </ul>
          <a href={to(paths.map(festival.slug))} className={`mt-8 ${door}`}>
            {t('to_map')}
          </a>
        </>
      )}
      {selling.length > 0 && (
        <div className="mt-16 sm:mt-20">
          <h3 className="headline text-3xl sm:text-4xl">{t('menus')}</h3>
          <p className="mt-4 max-w-[60ch] text-lg text-pretty text-ink-soft">
            {new Intl.ListFormat(localeOf(language)).format(
              selling.length > names.length ? [...names, t('others', { count: selling.length - names.length })] : names,
            )}
            .{' '}
            {prices.length > 0 &&
              t('prices', {
                from: formatMoney(Math.min(...prices), festival.currency, localeOf(language)),
                to: formatMoney(Math.max(...prices), festival.currency, localeOf(language)),
              })}
          </p>
          <a href={to(paths.eat(festival.slug))} className={`mt-8 ${door}`}>
            {t('to_menus')}
          </a>
        </div>
      )}
    </section>
  );
}
