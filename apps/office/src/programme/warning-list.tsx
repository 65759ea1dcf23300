import { Notice } from '@festivals/ui/notice';
import { useTranslations } from 'use-intl';

const mostShown = 200;

/** Everything that should be looked at again; each leads to its set. */
export function WarningList({
  warnings,
  open,
}: {
  warnings: ReadonlyMap<string, readonly string[]>;
  open: (slotId: string) => void;
}) {
  const t = useTranslations('office.programmeEdit');
  const all = [...warnings].flatMap(([slotId, words]) => words.map((text) => ({ slotId, text })));
  if (all.length === 0) return null;
  return (
    <Notice tone="warning">
      <details>
        <summary className="cursor-pointer font-medium">{t('warnings', { count: all.length })}</summary>
        <ul className="mt-2 max-h-48 space-y-1 overflow-y-auto">
          {all.slice(0, mostShown).map(({ slotId, text }) => (
            <li key={slotId + text}>
              <button
                type="button"
                onClick={() => open(slotId)}
                className="cursor-pointer rounded-sm text-left underline-offset-4 hover:underline pointer-coarse:py-2"
              >
                {text}
              </button>
            </li>
          ))}
        </ul>
      </details>
    </Notice>
  );
}
