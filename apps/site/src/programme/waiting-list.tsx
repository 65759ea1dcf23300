import type { LineUpArtist } from '@festivals/domain/programme/line-up-contract';
import { getTranslations } from 'next-intl/server';
import type { Seen } from '../festival/seen.ts';
import { inLanguage, paths } from '../shell/paths.ts';
import { HeartButton } from './heart-button.tsx';

/** Favourites who are announced and have no time yet. All who are so are in the page, and the device shows those that were chosen. */
export async function WaitingList({ festival, language, artists }: Seen & { artists: readonly LineUpArtist[] }) {
  const t = await getTranslations({ locale: language, namespace: 'site.myProgramme' });
  const favourite = await getTranslations({ locale: language, namespace: 'site.favourite' });
  return (
    <section aria-labelledby="waiting" className="mine-waiting">
      <h2 id="waiting" className="headline text-2xl sm:text-3xl">
        {t('later')}
      </h2>
      <ul className="mt-2">
        {artists.map(({ id, name, slug }) => (
          <li key={id} data-waiting="">
            <a href={inLanguage(language, paths.artist(festival.slug, slug))}>{name}</a>
            <HeartButton kind="artist" id={id} label={favourite('artist', { name })} />
          </li>
        ))}
      </ul>
    </section>
  );
}
