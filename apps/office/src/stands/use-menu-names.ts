import type { Festival } from '@festivals/domain/festival/contract';
import type { MenuSection } from '@festivals/domain/stands/contract';
import { localised } from '@festivals/messages';
import { useTranslations } from 'use-intl';
import { useLanguage } from '../i18n/language.ts';
import type { Row } from './menu-sheet.ts';

/** What headings and products of a menu are called in the reader's language, else in one that they have. */
export function useMenuNames({ languages }: Festival) {
  const t = useTranslations('office.menu');
  const language = useLanguage();
  return {
    nameOf: (section: MenuSection | undefined) =>
      section === undefined ? t('section.none') : localised(section.name, language, languages),
    titleOf: ({ cells }: Row) =>
      cells[`name.${language}`] || languages.map((one) => cells[`name.${one}`]).find(Boolean) || t('newRow'),
  };
}
