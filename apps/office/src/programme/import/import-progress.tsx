import { Card } from '@festivals/ui/card';
import { ProgressRing } from '@festivals/ui/progress-ring';
import { Spinner } from '@festivals/ui/spinner';
import type { ProgrammeImport } from '@festivals/domain/programme/import/contract';
import { useFormatter, useTranslations } from 'use-intl';

/** A job is at work; whoever leaves finds it here again. */
export function ImportProgress({ shown }: { shown: ProgrammeImport }) {
  const t = useTranslations('office.importing');
  const format = useFormatter();
  const { status, done, total } = shown;
  const isWriting = status === 'APPLYING';
  const share = total === 0 ? 0 : done / total;
  return (
    <Card className="flex items-center gap-4 px-5 py-6" aria-busy="true">
      {isWriting ? (
        <ProgressRing share={share} label={t('writing')}>
          {format.number(share, { style: 'percent' })}
        </ProgressRing>
      ) : (
        <span className="grid size-12 place-items-center text-accent-text">
          <Spinner />
        </span>
      )}
      <div className="min-w-0 space-y-0.5" role="status">
        <p className="text-sm font-semibold text-ink">{isWriting ? t('writing') : t('reading')}</p>
        <p className="text-ui text-ink-soft">
          {isWriting && total > 0 ? t('progress', { done, total }) : null} {t('mayLeave')}
        </p>
      </div>
    </Card>
  );
}
