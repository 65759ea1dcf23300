import type { Language } from '@festivals/messages';
import { getTranslations } from 'next-intl/server';
import type { SetWords } from './set-item.tsx';

/** What every set says, translated once for all of them. */
export async function setWords(language: Language): Promise<SetWords> {
  const t = await getTranslations({ locale: language, namespace: 'site.timetable' });
  const favourite = await getTranslations({ locale: language, namespace: 'site.favourite' });
  return {
    tba: t('tba'),
    cancelled: t('cancelled'),
    // Thousands of sets say the same with another name: the sentence is made once.
    favourite: (
      (sentence) => (name: string) =>
        sentence.replace('#', () => name)
    )(favourite('artist', { name: '#' })),
    takeover: (
      (sentence) => (name: string) =>
        sentence.replace('#', () => name)
    )(t('takeover', { name: '#' })),
  };
}
