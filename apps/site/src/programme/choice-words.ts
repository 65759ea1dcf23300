import { mostSets } from '@festivals/domain/programme/visit/choice';
import type { Language } from '@festivals/messages';
import { getTranslations } from 'next-intl/server';
import type { ChoiceWords } from './choice-actions.tsx';

/** What the actions on a choice say. */
export async function choiceWords(language: Language): Promise<ChoiceWords> {
  const t = await getTranslations({ locale: language, namespace: 'site.myProgramme' });
  return {
    share: t('share'),
    share_hint: t('share_hint'),
    copied: t('copied'),
    copy_this: t('copy_this'),
    too_many: t('too_many', { most: mostSets }),
    calendar: t('calendar'),
    subscribe: t('subscribe'),
    download: t('download'),
    calendar_hint: t('calendar_hint'),
  };
}
