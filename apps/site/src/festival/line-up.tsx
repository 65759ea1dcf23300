import type { LineUp as Programme } from '@festivals/domain/programme/line-up-contract';
import { playersOf } from '@festivals/domain/programme/set-name';
import { localeOf } from '@festivals/messages';
import { getTranslations } from 'next-intl/server';
import { Faces } from './faces.tsx';
import { isPast } from './is-past.ts';
import { namedArtists } from './named-artists.ts';
import { playingArtists } from './playing-artists.ts';
import { inLanguage, paths } from '../shell/paths.ts';
import '../programme/line-up.css';
import { sayDay } from './say-dates.ts';
import type { Seen } from './seen.ts';

type Artist = Programme['artists'][number];

/** One of the poster's lights after another. */
const light = (at: number) => `var(--poster-light-${(at % 3) + 1})`;

/** Who plays, as on a wall: the headliners huge, nobody missing unless they are thousands. */
export async function LineUp({ festival, language, programme }: Seen & { programme: Programme }) {
  const t = await getTranslations({ locale: language, namespace: 'site.festival' });
  const lineUp = await getTranslations({ locale: language, namespace: 'site.lineUp' });
  const artists = playingArtists(programme);
  const named = namedArtists(artists);
  const billed = Map.groupBy(named, (artist) => artist.billing);
  const days = [...new Set(programme.slots.map((slot) => slot.day))].toSorted();
  return (
    <section id="line-up" aria-labelledby="line-up-title" className="wall part later">
      <div className="column">
        <h2
          id="line-up-title"
          className="mb-8 text-lg font-bold tracking-[0.3em] text-(--poster-light-1) uppercase sm:mb-10"
        >
          {t('line_up')}
        </h2>
        {artists.length === 0 && <p className="headline text-3xl sm:text-5xl">{t('line_up_soon')}</p>}
        {[1, 2, 3].map((billing) => (
          <Names key={billing} artists={billed.get(billing) ?? []} billing={billing} seen={{ festival, language }} />
        ))}
        <Names artists={billed.get(4) ?? []} billing={4} seen={{ festival, language }} label={t('and_also')} />
        {named.length < artists.length && (
          <a
            href={inLanguage(language, paths.lineUp(festival.slug))}
            className="mt-10 inline-flex min-h-14 items-center rounded-button border-2 border-current/40 px-7 text-lg font-bold hover:border-current focus-visible:outline-current"
          >
            {t('all_artists', { count: artists.length })}
          </a>
        )}
        <Faces festival={festival} language={language} artists={artists} />
        {days.length > 0 && (
          <p className="mt-14 text-lg text-balance opacity-90">
            {t('programme_summary', {
              artists: artists.length,
              stages: programme.stages.length,
              days: days.length,
            })}
          </p>
        )}
        {days.length === 0 && artists.length > 0 && !isPast(festival) && (
          <p className="mt-14 text-lg text-balance opacity-90">{lineUp('times_later')}</p>
        )}
        {days.length > 1 && <Days days={days} programme={programme} seen={{ festival, language }} />}
      </div>
    </section>
  );
}

function Names(props: { artists: Artist[]; billing: number; seen: Seen; label?: string }) {
  const { artists, billing, seen, label } = props;
  if (artists.length === 0) return null;
  // What moves by itself is drawn on a layer of its own: the headliners each, the others as one. A hundred layers are a phone's second.
  const [one, whole] = billing === 1 ? [{ className: 'appearing' }, ''] : [{}, ' appearing'];
  return (
    <ul
      aria-label={label}
      className={`tier tier-${billing}${billing < 4 ? ' poster' : ''}${billing === 1 ? ' loud' : ''}${whole}`}
    >
      {artists.map((artist) => (
        <li key={artist.id} {...one}>
          <a href={inLanguage(seen.language, paths.artist(seen.festival.slug, artist.slug))}>{artist.name}</a>
        </li>
      ))}
    </ul>
  );
}

/** Who heads which night. */
async function Days({ days, programme, seen }: { days: string[]; programme: Programme; seen: Seen }) {
  const t = await getTranslations({ locale: seen.language, namespace: 'site.festival' });
  const artists = new Map(programme.artists.map((artist) => [artist.id, artist]));
  const onDay = (day: string) =>
    programme.slots
      .filter((slot) => slot.day === day && slot.status !== 'CANCELLED')
      .flatMap(playersOf)
      .flatMap((id) => artists.get(id) ?? [])
      .toSorted((a, b) => a.billing - b.billing || a.name.localeCompare(b.name, seen.language));
  const format = new Intl.ListFormat(localeOf(seen.language));
  const listed = (playing: Artist[]) => {
    const names = playing.slice(0, 6).map((artist) => artist.name);
    const all = playing.length > 6 ? [...names, t('others', { count: playing.length - 6 })] : names;
    // A name that is written from the right turns none of its neighbours round.
    return format
      .formatToParts(all)
      .map(({ type, value }) => (type === 'element' ? <bdi key={value}>{value}</bdi> : value));
  };
  return (
    <ol className="mt-10 grid gap-4 text-start sm:grid-cols-[repeat(auto-fit,minmax(14rem,1fr))]">
      {days.map((day, at) => (
        <li key={day} className="rounded-3xl border border-current/20 bg-current/5 p-6">
          <h3 className="headline text-2xl" style={{ color: light(at) }}>
            {sayDay(day, seen.language)}
          </h3>
          <p className="mt-3 opacity-90">{listed(onDay(day))}</p>
        </li>
      ))}
    </ol>
  );
}
