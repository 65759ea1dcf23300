import { localised } from '@festivals/messages';
import { getTranslations } from 'next-intl/server';
import type { Metadata } from 'next';
import { loadFestival, loadLineUp } from '../festival/load-festival.ts';
import { playingArtists } from '../festival/playing-artists.ts';
import { sharedLook } from '../festival/shared-picture.ts';
import { alternates } from '../shell/alternates.ts';
import { languageOf } from '../shell/language-of.ts';
import { paths } from '../shell/paths.ts';

/** What search engines and shared links say of a line-up; its views are one page to them. */
export async function lineUpMetadata(locale: string, slug: string): Promise<Metadata> {
  const language = languageOf(locale);
  const festival = await loadFestival(slug);
  if (!festival) return {};
  const t = await getTranslations({ locale: language, namespace: 'site.lineUp' });
  const lineUp = await loadLineUp(festival);
  const artists = playingArtists(lineUp);
  const title = t('meta_title', { name: festival.name });
  const names = artists.slice(0, 5).map(({ name }) => name);
  const description =
    artists.length === 0
      ? localised(festival.tagline, language, festival.languages)
      : t('meta_description', {
          artists: artists.length,
          stages: lineUp.stages.length,
          names: names.join(', '),
          more: artists.length > names.length ? 'yes' : 'no',
        });
  return {
    title: { absolute: title },
    description,
    alternates: alternates(language, paths.lineUp(slug)),
    ...sharedLook(festival, { language, title, description }),
  };
}
