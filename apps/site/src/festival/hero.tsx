import { isOver } from '@festivals/domain/festival/is-over';
import { localeOf, localised, type Language } from '@festivals/messages';
import { Artwork } from '@festivals/ui/artwork';
import { LivingArtwork } from '@festivals/ui/living-artwork';
import { formatMoney } from '@festivals/ui/format-money';
import { getTranslations } from 'next-intl/server';
import { OnStage } from '../programme/on-stage.tsx';
import { said } from '../programme/said.ts';
import { inLanguage, paths } from '../shell/paths.ts';
import { PictureOf } from './picture-of.tsx';
import { daysUntil, sayDates, sayInstant } from './say-dates.ts';
import type { Seen } from './seen.ts';
import type { WayIn } from './way-in.ts';

/** The poster itself: a sky to stand under, the name, when and where, and the way in. */
export async function Hero({ festival, language, way, hasLineUp }: Seen & { way: WayIn | null; hasLineUp: boolean }) {
  const t = await getTranslations({ locale: language, namespace: 'site.festival' });
  const tickets = await getTranslations({ locale: language, namespace: 'site.tickets' });
  const { cover } = festival.pictures;
  const now = new Date();
  const days = daysUntil(festival.startsOn, festival.zone, now);
  const over = isOver(festival, now);
  const isOff = festival.status === 'CANCELLED';
  const isOn = days <= 0 && !over && !isOff;
  const dates = <time dateTime={festival.startsOn}>{sayDates(festival.startsOn, festival.endsOn, language)}</time>;
  const opens = way?.kind === 'soon' ? way.at : null;
  const call = {
    buy: t('get_tickets'),
    soon:
      opens === null
        ? tickets('not_yet')
        : tickets('on_sale_from', { when: sayInstant(opens, festival.zone, language) }),
    sold_out: tickets('sold_out'),
    closed: tickets('closed'),
  };
  const tagline = said(festival.tagline, language, festival.languages);
  const place = `${festival.place.name}, ${festival.place.city}`;
  return (
    <section className="hero relative isolate flex min-h-svh flex-col overflow-hidden bg-(--poster-land) text-white">
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
        <LivingArtwork className="absolute inset-x-0 top-0 bottom-28 -z-10 in-data-[look=left]:bottom-[max(42svh,25.5rem)] sm:in-data-[look=left]:bottom-[max(33svh,20rem)]">
          <Artwork {...festival.theme} className="h-full" />
        </LivingArtwork>
      )}
      {/* A tall title comes down to where the sky is no longer its zenith; the crowd fades into the ground. */}
      <div className="absolute inset-x-0 top-0 -z-10 h-[58%] bg-linear-to-b from-(--poster-sky)/80 via-(--poster-sky)/25 to-transparent" />
      <div className="absolute inset-x-0 bottom-0 -z-10 h-[31rem] bg-linear-to-t from-(--poster-land) from-36% via-(--poster-land)/80 via-64% to-transparent sm:h-80 in-data-[look=left]:h-[calc(max(42svh,25.5rem)+6rem)] sm:in-data-[look=left]:h-[calc(max(33svh,20rem)+6rem)] in-data-[look=left]:from-78% in-data-[look=left]:via-88%" />
      <div className="column grid flex-1 *:min-w-0 pt-20 pb-8 text-center sm:pb-12 in-data-[look=left]:grid-rows-[1fr_auto_auto] in-data-[look=left]:text-start in-data-[look=bill]:grid-rows-[auto_1fr_auto] in-data-[look=centred]:grid-rows-[auto_1fr_auto]">
        {/* Set to the left, the name stands on the picture's edge and what is small below it, on quiet ground. */}
        <div className="in-data-[look=left]:row-start-2 in-data-[look=left]:flex in-data-[look=left]:flex-col-reverse text-(--poster-ink) in-data-[look=left]:text-white">
          <p className="animate-arrive in-data-[look=left]:mt-5 text-base font-semibold tracking-wide text-balance in-data-[look=bill]:flex in-data-[look=bill]:items-center in-data-[look=bill]:justify-between in-data-[look=bill]:gap-6 in-data-[look=bill]:border-y-4 in-data-[look=bill]:border-double in-data-[look=bill]:border-current in-data-[look=bill]:py-2 in-data-[look=bill]:text-start sm:text-xl">
            {dates}
            <span aria-hidden="true" className="max-sm:hidden in-data-[look=bill]:hidden">
              {' · '}
            </span>
            <span className="max-sm:block in-data-[look=bill]:text-end">{place}</span>
          </p>
          <h1
            style={{ fontSize: titleSize(festival) }}
            className="poster loud mt-4 max-w-full animate-arrive hyphens-auto wrap-break-word [hyphenate-limit-chars:24] in-data-[look=left]:mt-0 [animation-delay:80ms]"
          >
            {festival.name}
          </h1>
        </div>
        <div
          className={`grid place-items-center in-data-[look=left]:row-start-1 in-data-[look=left]:place-items-start in-data-[look=left]:pb-8 py-6 ${isOn ? 'min-h-96' : 'min-h-40 sm:min-h-64 sm:in-data-[look=bill]:min-h-36'}`}
        >
          <OnStage festival={festival} language={language} look="hero" />
        </div>
        <div className="in-data-[look=left]:mt-6 in-data-[look=left]:flex in-data-[look=left]:flex-wrap in-data-[look=left]:items-end in-data-[look=left]:justify-between in-data-[look=left]:gap-x-12">
          <div>
            <p
              lang={tagline?.lang}
              className="mx-auto max-w-2xl animate-arrive text-lg font-semibold text-balance [animation-delay:160ms] sm:text-2xl in-data-[look=left]:mx-0"
            >
              {tagline?.text}
            </p>
            <p
              className={
                over || isOff
                  ? 'headline mt-4 text-3xl sm:text-5xl'
                  : 'mt-2 font-display text-xl font-bold text-white sm:text-3xl'
              }
            >
              {isOff ? t('cancelled') : over ? t('over') : days > 0 ? t('in_days', { days }) : t('now')}
            </p>
          </div>
          <div className="mt-6 flex animate-arrive flex-wrap items-center justify-center gap-3 [animation-delay:240ms] in-data-[look=left]:justify-start">
            {way && (
              <a
                href={inLanguage(language, paths.tickets(festival.slug))}
                className="inline-flex min-h-16 flex-wrap items-center justify-center gap-x-3 rounded-button bg-white px-9 py-3 text-center text-xl/tight font-bold text-black shadow-float transition-transform hover:scale-105 focus-visible:outline-4 focus-visible:outline-white"
              >
                {call[way.kind]}
                {way.kind === 'buy' && way.from !== null && (
                  <span className="text-base font-medium">
                    {t('from_price', { price: priceOf(way.from, festival.currency, language) })}
                  </span>
                )}
              </a>
            )}
            {hasLineUp && (
              <a
                href="#line-up"
                className="inline-flex h-16 items-center rounded-button border-2 border-white/70 bg-black/40 px-8 text-xl font-bold hover:bg-black/70 focus-visible:outline-4 focus-visible:outline-white"
              >
                {t('line_up')}
              </a>
            )}
          </div>
        </div>
      </div>
    </section>
  );
}

/** A price, without cents where there are none. */
const priceOf = (price: number, currency: string, language: Language): string =>
  formatMoney(price, currency, localeOf(language), { round: price % 100 === 0 });

/**
 * As large as its longest word lets it be on a phone, and the sky on a wide screen; the face says how wide its capitals are. A word
 * that would make it small print is broken instead.
 */
function titleSize({ name, theme }: Seen['festival']): string {
  const words = name.split(/[\s\u00ad-]+/);
  const longest = Math.max(...words.map((word) => word.length));
  const sky = words.length > 1 ? (name.length > 30 ? 12 : 17) : theme.layout === 'bill' ? 36 : 24;
  return `max(1.6rem, min(calc(88vw / (var(--face-wide, 0.54) * ${longest})), ${sky}svh, ${theme.layout === 'bill' ? 22 : 14}rem))`;
}
