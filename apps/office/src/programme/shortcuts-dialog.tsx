import { Dialog, DialogContent } from '@festivals/ui/dialog';
import { Kbd } from '@festivals/ui/kbd';
import { useTranslations } from 'use-intl';

type Props = { open: boolean; onOpenChange: (open: boolean) => void };

const groups = {
  move: [
    ['earlierLater', ['↑', '↓']],
    ['otherStage', ['←', '→']],
    ['otherDay', ['Shift', 'PgUp', 'PgDn']],
    ['changeEnd', ['Shift', '↑', '↓']],
    ['changeStart', ['Alt', '↑', '↓']],
    ['undo', ['Ctrl', 'Z']],
    ['redo', ['Ctrl', 'Shift', 'Z']],
  ],
  find: [
    ['goToSet', ['Ctrl', '↑', '↓', '←', '→']],
    ['select', ['Space']],
    ['deselect', ['Esc']],
    ['open', ['Enter']],
    ['newSet', ['N']],
  ],
  look: [
    ['zoomIn', ['+']],
    ['zoomOut', ['-']],
    ['zoomFit', ['0']],
    ['grid', ['G']],
    ['help', ['?']],
  ],
} as const;

/** Everything that the keyboard does on the timetable. */
export function ShortcutsDialog({ open, onOpenChange }: Props) {
  const t = useTranslations('office.timetable');
  const shell = useTranslations('office.shell');
  return (
    <Dialog open={open} onOpenChange={onOpenChange}>
      <DialogContent title={t('shortcuts')} description={t('shortcutsHint')} closeLabel={shell('close')} size="lg">
        <div className="grid gap-x-10 gap-y-5 pt-2 sm:grid-cols-2">
          {(['move', 'find', 'look'] as const).map((group) => (
            <section key={group} className="space-y-2">
              <h3 className="text-xs font-semibold text-ink-soft">{t(`shortcutGroup.${group}`)}</h3>
              <dl className="space-y-1.5">
                {groups[group].map(([name, keys]) => (
                  <div key={name} className="flex items-baseline justify-between gap-4 text-ui">
                    <dt className="text-ink">{t(`shortcut.${name}`)}</dt>
                    <dd className="flex shrink-0 gap-1">
                      {keys.map((key) => (
                        <Kbd key={key}>{key}</Kbd>
                      ))}
                    </dd>
                  </div>
                ))}
              </dl>
            </section>
          ))}
        </div>
      </DialogContent>
    </Dialog>
  );
}
