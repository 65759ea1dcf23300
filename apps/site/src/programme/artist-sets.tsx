import type { LineUp } from '@festivals/domain/programme/line-up-contract';
import { playersOf } from '@festivals/domain/programme/set-name';
import { getTranslations } from 'next-intl/server';
import type { Seen } from '../festival/seen.ts';
import { sayDay } from '../festival/say-dates.ts';
import { inLanguage, paths } from '../shell/paths.ts';
import { HeartButton } from './heart-button.tsx';
import { sayHours } from './say-times.ts';

type Props = Seen & { artist: { id: string; name: string }; lineUp: LineUp; slots: LineUp['slots'] };

/** An artist's sets by time, those that were cancelled said to be; without any, that they will follow. */
export async function ArtistSets({ festival, language, artist, lineUp, slots }: Props) {
  const t = await getTranslations({ locale: language, namespace: 'site.artist' });
  const favourite = await getTranslations({ locale: language, namespace: 'site.favourite' });
  const lineUpWords = await getTranslations({ locale: language, namespace: 'site.lineUp' });
  if (slots.length === 0) return <p className="mt-4 text-lg text-ink-soft">{lineUpWords('to_come')}</p>;
  const stages = new Map(lineUp.stages.map(({ id, name }) => [id, name]));
  const artists = new Map(lineUp.artists.map((one) => [one.id, one]));
  return (
    <ul className="mt-4 space-y-3">
      {slots.map((slot) => {
        const others = playersOf(slot)
          .filter((id) => id !== artist.id)
          .flatMap((id) => artists.get(id) ?? []);
        const isCancelled = slot.status === 'CANCELLED';
        return (
          <li
            key={slot.id}
            data-set={slot.id}
            data-players={playersOf(slot).join(' ')}
            className="flex items-center gap-4 rounded-3xl border border-line bg-surface p-4 ps-5"
          >
            <div className="min-w-0 flex-1">
              <p className="font-semibold">{sayDay(slot.day, language)}</p>
              <p className={`headline tabular mt-0.5 text-2xl ${isCancelled ? 'line-through decoration-2' : ''}`}>
                <time dateTime={slot.startsAt}>{sayHours(slot, festival.zone, language)}</time>
              </p>
              <p className="text-ink-soft">{stages.get(slot.stageId)}</p>
              {slot.title !== null && <p className="mt-1 font-medium">{slot.title}</p>}
              {others.length > 0 && (
                <p className="mt-1">
                  {t.rich('with_linked', {
                    names: () =>
                      others.map(({ slug, name }, at) => (
                        <span key={slug}>
                          {at > 0 && ', '}
                          <a
                            href={inLanguage(language, paths.artist(festival.slug, slug))}
                            className="font-semibold text-accent-text underline underline-offset-4"
                          >
                            {name}
                          </a>
                        </span>
                      )),
                  })}
                </p>
              )}
              {isCancelled && (
                <p className="mt-2 inline-block rounded-button bg-danger-soft px-3 py-1 text-sm font-semibold text-danger-text">
                  {t('cancelled')}
                </p>
              )}
            </div>
            {!isCancelled && (
              <HeartButton
                kind="set"
                id={slot.id}
                label={favourite('artist', {
                  name: `${artist.name}, ${sayDay(slot.day, language)}, ${sayHours(slot, festival.zone, language)}`,
                })}
              />
            )}
          </li>
        );
      })}
    </ul>
  );
}
