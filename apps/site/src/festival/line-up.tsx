import type { Programme } from '@festivals/domain/programme/contract';
import { playersOf } from '@festivals/domain/programme/set-name';
import { getTranslations } from 'next-intl/server';
import { Faces } from './faces.tsx';
import { playingArtists } from './playing-artists.ts';
import { sayDay } from './say-dates.ts';
import type { Seen } from './seen.ts';

type Artist = Programme['artists'][number];

const sizes: Record<number, string> = {
  1: 'text-[clamp(2.75rem,8.5vw,7.5rem)] loud',
  2: 'text-[clamp(1.85rem,4.4vw,3.75rem)]',
  3: 'text-[clamp(1.35rem,2.6vw,2.15rem)]',
};

/** One of the poster's lights after another. */
const light = (at: number) => `var(--poster-light-${(at % 3) + 1})`;

/** Everyone who plays, as on a wall: the headliners huge, nobody missing. */
export async function LineUp({ festival, language, programme }: Seen & { programme: Programme }) {
  const t = await getTranslations({ locale: language, namespace: 'site.festival' });
  const artists = playingArtists(programme);
  const billed = Map.groupBy(artists, (artist) => artist.billing);
  const days = [...new Set(programme.slots.map((slot) => slot.day))].toSorted();
  return (
    <section
      id="line-up"
      aria-labelledby="line-up-title"
      className="part overflow-hidden bg-(--poster-ground) text-(--on-ground)"
    >
      <div className="column text-center">
        <h2 id="line-up-title" className="text-lg font-bold tracking-[0.3em] text-(--poster-light-1) uppercase">
          {t('line_up')}
        </h2>
        {artists.length === 0 && <p className="headline mt-8 text-3xl sm:text-5xl">{t('line_up_soon')}</p>}
        {[1, 2, 3].map((billing) => (
          <Names key={billing} artists={billed.get(billing) ?? []} billing={billing} />
        ))}
        <Faces festival={festival} language={language} artists={artists} />
        <ul
          aria-label={t('and_also')}
          className="mx-auto mt-10 flex max-w-5xl flex-wrap justify-center gap-y-1 text-base max-sm:gap-x-5 font-medium opacity-90 sm:text-lg"
        >
          {(billed.get(4) ?? []).map((artist) => (
            <li
              key={artist.id}
              className="sm:after:mx-3 sm:after:opacity-60 sm:after:content-['·'] sm:last:after:content-none"
            >
              {artist.name}
            </li>
          ))}
        </ul>
        {days.length > 0 && (
          <p className="mx-auto mt-14 max-w-3xl text-lg text-balance opacity-90">
            {t('programme_summary', {
              artists: artists.length,
              stages: programme.stages.length,
              days: days.length,
            })}
          </p>
        )}
        {days.length > 1 && <Days days={days} programme={programme} seen={{ festival, language }} />}
      </div>
    </section>
  );
}

function Names({ artists, billing }: { artists: Artist[]; billing: number }) {
  if (artists.length === 0) return null;
  return (
    <ul
      className={`poster mt-8 flex flex-wrap items-baseline justify-center gap-x-[0.45em] gap-y-[0.18em] ${sizes[billing]}`}
    >
      {artists.map((artist, at) => (
        <li
          key={artist.id}
          className="appearing max-w-full wrap-break-word"
          style={billing === 2 ? { color: light(at) } : {}}
        >
          {artist.name}
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
  const format = new Intl.ListFormat(seen.language);
  const listed = (playing: Artist[]) => {
    const names = playing.slice(0, 6).map((artist) => artist.name);
    return format.format(playing.length > 6 ? [...names, t('others', { count: playing.length - 6 })] : names);
  };
  return (
    <ol className="mt-10 grid gap-4 text-left sm:grid-cols-[repeat(auto-fit,minmax(14rem,1fr))]">
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
