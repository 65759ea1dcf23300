import { sells } from '@festivals/domain/festival/rules';
import type { Offer } from '@festivals/domain/ticketing/schemas';
import { localeOf, localised, type Language } from '@festivals/messages';
import { paletteOf } from '@festivals/ui';
import { Artwork } from '@festivals/ui/artwork';
import { LivingArtwork } from '@festivals/ui/living-artwork';
import { formatMoney } from '@festivals/ui/money';
import { getTranslations } from 'next-intl/server';
import { inLanguage, paths } from '../shell/paths.ts';
import { PictureOf } from './picture-of.tsx';
import { daysUntil, sayDates } from './say-dates.ts';
import type { Seen } from './seen.ts';

/** The poster itself: a sky to stand under, the name, when and where, and the way in. */
export async function Hero({ festival, language, offers }: Seen & { offers: Offer[] }) {
  const t = await getTranslations({ locale: language, namespace: 'site.festival' });
  // The preview paints it anew while the office chooses.
  const ground = `var(--land, ${paletteOf(festival.theme).land})`;
  const { cover } = festival.pictures;
  const days = daysUntil(festival.startsOn, festival.zone, new Date());
  const over = daysUntil(festival.endsOn, festival.zone, new Date()) < 0 || festival.status === 'COMPLETED';
  const prices = offers
    .filter((offer) => offer.price > 0 && offer.availability !== 'SOLD_OUT')
    .map((offer) => offer.price);
  const open = sells(festival.status) && !over && offers.length > 0;
  return (
    <section
      className="relative isolate flex min-h-svh flex-col overflow-hidden text-white"
      style={{ background: ground }}
    >
      {cover ? (
        <div className="absolute inset-0 -z-10">
          <PictureOf
            picture={cover}
            // It fills the height of a phone, and is cut at its sides.
            sizes="max(100vw, 150vh)"
            alt={localised(cover.alt, language, festival.languages)}
            first
            className="size-full object-cover"
          />
        </div>
      ) : (
        <LivingArtwork className="absolute inset-x-0 top-0 bottom-28 -z-10">
          <Artwork {...festival.theme} className="h-full" />
        </LivingArtwork>
      )}
      {/* The zenith is dark enough for white letters; a tall title comes down to where the sky is light. The crowd fades into the ground. */}
      <div className="absolute inset-x-0 top-0 -z-10 h-[58%] bg-linear-to-b from-black/60 via-black/20 to-transparent" />
      <div
        className="absolute inset-x-0 bottom-0 -z-10 h-[26rem] sm:h-80"
        style={{
          background: `linear-gradient(transparent, color-mix(in oklab, ${ground} 72%, transparent) 35%, ${ground} 62%)`,
        }}
      />
      <div className="column flex flex-1 flex-col items-center pt-20 pb-8 text-center sm:pb-12">
        <p className="animate-arrive text-base font-semibold tracking-wide text-balance drop-shadow-md sm:text-xl">
          <time dateTime={festival.startsOn}>{sayDates(festival.startsOn, festival.endsOn, language)}</time>
          <span aria-hidden="true" className="max-sm:hidden">
            {' · '}
          </span>
          <span className="max-sm:block">
            {festival.place.name}, {festival.place.city}
          </span>
        </p>
        <h1
          style={{ fontSize: titleSize(festival.name) }}
          className="poster mt-4 max-w-full animate-arrive wrap-break-word uppercase drop-shadow-xl [animation-delay:80ms]"
        >
          {festival.name}
        </h1>
        <span className="min-h-40 flex-1 sm:min-h-64" />
        <p className="max-w-2xl animate-arrive text-lg font-semibold text-balance drop-shadow-md [animation-delay:160ms] sm:text-2xl">
          {localised(festival.tagline, language, festival.languages)}
        </p>
        <div className="mt-6 flex animate-arrive flex-wrap items-center justify-center gap-3 [animation-delay:240ms]">
          {open && (
            <a
              href={inLanguage(language, paths.tickets(festival.slug))}
              className="inline-flex min-h-16 flex-wrap items-center justify-center gap-x-3 rounded-full bg-white px-9 text-xl font-bold text-black shadow-float transition-transform hover:scale-105 focus-visible:outline-4 focus-visible:outline-white"
            >
              {t('get_tickets')}
              {prices.length > 0 && (
                <span className="text-base font-medium">
                  {t('from_price', { price: cheapest(prices, festival.currency, language) })}
                </span>
              )}
            </a>
          )}
          <a
            href="#line-up"
            className="inline-flex h-16 items-center rounded-full border-2 border-white/70 bg-black/40 px-8 text-xl font-bold hover:bg-black/70 focus-visible:outline-4 focus-visible:outline-white"
          >
            {t('line_up')}
          </a>
        </div>
        <p className="mt-5 font-semibold text-white/90">
          {festival.status === 'CANCELLED'
            ? t('cancelled')
            : over
              ? t('over')
              : days > 0
                ? t('in_days', { days })
                : t('now')}
        </p>
      </div>
    </section>
  );
}

/** The lowest price, without cents where there are none. */
function cheapest(prices: number[], currency: string, language: Language): string {
  const lowest = Math.min(...prices);
  return formatMoney(lowest, currency, localeOf(language), { round: lowest % 100 === 0 });
}

/** As large as its longest word lets it be on a phone, and the sky on a wide screen. A capital of the poster's face is about 0.54 em wide. */
function titleSize(name: string): string {
  const words = name.split(/\s+/);
  const longest = Math.max(...words.map((word) => word.length));
  const sky = words.length === 1 ? 24 : name.length > 30 ? 12 : 17;
  return `min(${(88 / (0.54 * longest)).toFixed(1)}vw, ${sky}svh, 14rem)`;
}
