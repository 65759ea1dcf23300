import type { Festival } from '@festivals/domain/festival/contract';
import type { PictureUse } from '@festivals/domain/media/contract';
import { localised } from '@festivals/messages';
import { Badge } from '@festivals/ui/badge';
import { useTranslations } from 'use-intl';
import { useLanguage } from '../i18n/language.ts';

/** What shows a picture. */
export function UseList({ uses, festival }: { uses: readonly PictureUse[]; festival: Festival }) {
  const t = useTranslations('office.media');
  const language = useLanguage();
  const nameOf = ({ label }: PictureUse) =>
    typeof label === 'string' ? label : localised(label ?? {}, language, festival.languages);
  return (
    <section aria-label={t('shownBy')}>
      <h3 className="text-ui font-medium text-ink">{t('shownBy')}</h3>
      {uses.length === 0 ? (
        <p className="mt-1 text-ui text-ink-faint">{t('unusedLong')}</p>
      ) : (
        <ul className="mt-1.5 flex flex-wrap gap-1.5">
          {uses.map((use) => (
            <li key={`${use.kind} ${use.subjectId}`}>
              <Badge>{[t(`use.${use.kind}`), nameOf(use)].filter(Boolean).join(' · ')}</Badge>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
