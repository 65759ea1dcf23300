import { Button } from '@festivals/ui/button';
import { Notice } from '@festivals/ui/notice';
import { useFormatter, useTranslations } from 'use-intl';
import type { KeptForm } from './use-kept-form.ts';

/** A draft that waits: to be gone on with, or thrown away. */
export function DraftNotice({
  kept: { draft, continueDraft, discardDraft },
}: {
  kept: Pick<KeptForm, 'draft' | 'continueDraft' | 'discardDraft'>;
}) {
  const t = useTranslations('office.record');
  const format = useFormatter();
  if (draft === null) return null;
  return (
    // Whoever comes back by a reload may be far below.
    <div className="sticky top-16 z-10 rounded-lg bg-surface shadow-raised">
      <Notice live>
        <p>{t('draft', { when: format.dateTime(new Date(draft.at), 'moment') })}</p>
        <p className="mt-2 flex flex-wrap gap-2">
          <Button size="sm" onClick={continueDraft}>
            {t('continue')}
          </Button>
          <Button size="sm" tone="quiet" onClick={discardDraft}>
            {t('discard')}
          </Button>
        </p>
      </Notice>
    </div>
  );
}
