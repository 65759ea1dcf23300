import type { MapPlace } from '@festivals/domain/places/contract';
import type { PlaceKind } from '@festivals/domain/places/place-kind';
import type { Stand } from '@festivals/domain/stands/contract';
import { localeOf, localised } from '@festivals/messages';
import { formatMoney } from '@festivals/ui/money';
import {
  Accessibility,
  Beer,
  BriefcaseMedical,
  CircleParking,
  DoorClosed,
  DoorOpen,
  Droplets,
  Flag,
  HeartPulse,
  MapPin,
  Music,
  PackageSearch,
  PlugZap,
  Tent,
  Toilet,
  Utensils,
  type LucideIcon,
} from 'lucide-react';
import { getTranslations } from 'next-intl/server';
import { namePlaces } from './name-places.ts';
import { PictureOf } from './picture-of.tsx';
import type { Seen } from './seen.ts';

const signs: Record<PlaceKind, LucideIcon> = {
  STAGE: Music,
  BAR: Beer,
  FOOD: Utensils,
  TOILET: Toilet,
  ACCESSIBLE_TOILET: Accessibility,
  WATER: Droplets,
  FIRST_AID: BriefcaseMedical,
  AED: HeartPulse,
  CAMPING: Tent,
  PARKING: CircleParking,
  ENTRANCE: DoorOpen,
  EXIT: DoorClosed,
  CHARGING: PlugZap,
  LOST_PROPERTY: PackageSearch,
  MEETING_POINT: Flag,
  CUSTOM: MapPin,
};

/** What one finds on the site, and what it costs to eat and drink there. */
export async function OnTheGround({
  festival,
  language,
  places,
  stands,
}: Seen & { places: MapPlace[]; stands: Stand[] }) {
  const t = await getTranslations({ locale: language, namespace: 'site.ground' });
  const kinds = Map.groupBy(places, (place) => place.kind);
  const selling = stands.filter((stand) => stand.products.length > 0);
  const text = (texts: MapPlace['name']) => localised(texts, language, festival.languages);
  if (kinds.size === 0 && selling.length === 0) return null;
  return (
    <section aria-labelledby="ground-title" className="column py-20 sm:py-28">
      <h2 id="ground-title" className="headline text-4xl sm:text-6xl">
        {t('title')}
      </h2>
      <ul className="mt-10 grid gap-x-8 gap-y-6 sm:grid-cols-2 lg:grid-cols-3">
        {[...kinds].map(([kind, found]) => {
          const Sign = signs[kind];
          return (
            <li key={kind} className="flex gap-4">
              <span className="grid size-12 shrink-0 place-items-center rounded-2xl bg-accent-soft text-accent-text">
                <Sign aria-hidden="true" className="size-6" />
              </span>
              <span>
                <span className="block font-display text-lg font-bold">{t('kind', { kind, count: found.length })}</span>
                <span className="block text-sm text-ink-soft">
                  {namePlaces(
                    found.map((place) => text(place.name)),
                    t('kind', { kind, count: found.length }),
                    language,
                  )}
                </span>
              </span>
            </li>
          );
        })}
      </ul>
      {selling.length > 0 && (
        <>
          <h3 className="headline mt-20 text-3xl sm:text-4xl">{t('menus')}</h3>
          <p className="mt-3 max-w-prose text-ink-soft">{t('menus_text')}</p>
          <ul className="mt-8 grid items-start gap-4 sm:grid-cols-2 lg:grid-cols-3">
            {selling.map((stand) => (
              <li key={stand.id} className="rounded-3xl border border-line bg-surface">
                <details className="group">
                  <summary className="flex items-baseline justify-between gap-4 rounded-3xl p-5 hover:bg-hover">
                    <span>
                      <span className="block font-display text-lg font-bold">{stand.name}</span>
                      <span className="block text-sm text-ink-soft">{t('stand', { kind: stand.kind })}</span>
                    </span>
                    <span className="tabular text-sm whitespace-nowrap text-ink-soft">
                      {t('from', {
                        price: formatMoney(
                          Math.min(...stand.products.map((product) => product.price)),
                          festival.currency,
                          localeOf(language),
                        ),
                      })}
                    </span>
                  </summary>
                  <ul className="space-y-2.5 border-t border-line px-5 py-4">
                    {stand.products.map((product) => (
                      <li
                        key={product.id}
                        className={`flex justify-between gap-4 ${product.picture ? 'items-center' : 'items-baseline'}`}
                      >
                        {product.picture && (
                          <PictureOf
                            picture={product.picture}
                            sizes="3.5rem"
                            alt={text(product.picture.alt)}
                            className="size-14 shrink-0 rounded-xl object-cover"
                          />
                        )}
                        <span className="flex-1">
                          {text(product.name)}
                          {product.diets.length > 0 && (
                            <span className="ml-2 text-xs text-success-text">
                              {product.diets.map((diet) => t('diet', { diet })).join(', ')}
                            </span>
                          )}
                        </span>
                        <span className="tabular font-medium">
                          {formatMoney(product.price, festival.currency, localeOf(language))}
                        </span>
                      </li>
                    ))}
                  </ul>
                </details>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
