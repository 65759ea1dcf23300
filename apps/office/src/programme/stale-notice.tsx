import { Button } from '@festivals/ui/button';
import { Notice } from '@festivals/ui/notice';
import { useTranslations } from 'use-intl';

type Props = {
  /** Who was faster; null where nobody knows. */
  by: string | null;
  /** What they changed, in the reader's words. */
  changes: readonly string[];
  onTheirs: () => void;
  onAgain: () => void;
};

/** Somebody saved before the reader did: who, what, and which of the two shall stand. */
export function StaleNotice({ by, changes, onTheirs, onAgain }: Props) {
  const t = useTranslations('office.timetable');
  return (
    <Notice tone="warning" live>
      <p className="font-medium">{by === null ? t('changedMeanwhile') : t('changedBy', { name: by })}</p>
      {changes.length > 0 && (
        <ul className="mt-1 space-y-0.5">
          {changes.map((change) => (
            <li key={change}>{change}</li>
          ))}
        </ul>
      )}
      <div className="mt-3 flex flex-wrap gap-2">
        <Button size="sm" onClick={onTheirs}>
          {t('takeTheirs')}
        </Button>
        <Button size="sm" onClick={onAgain}>
          {t('tryAgain')}
        </Button>
      </div>
    </Notice>
  );
}
