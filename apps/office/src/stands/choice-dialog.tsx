import { Button } from '@festivals/ui/button';
import { Checkbox } from '@festivals/ui/checkbox';
import { Dialog, DialogContent } from '@festivals/ui/dialog';
import { useState } from 'react';
import { useTranslations } from 'use-intl';

type Props = {
  title: string;
  description: string;
  /** Codes and what they are called. */
  choices: readonly (readonly [code: string, name: string])[];
  chosen: readonly string[];
  onChoose: (codes: string[]) => void;
  onClose: () => void;
};

/** Several of a list, ticked. */
export function ChoiceDialog({ title, description, choices, chosen, onChoose, onClose }: Props) {
  const t = useTranslations('office.menu');
  const shell = useTranslations('office.shell');
  const [ticked, setTicked] = useState(chosen);
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent
        title={title}
        description={description}
        closeLabel={shell('close')}
        footer={
          <>
            <Button onClick={onClose}>{t('cancel')}</Button>
            <Button
              tone="accent"
              onClick={() => onChoose(choices.map(([code]) => code).filter((code) => ticked.includes(code)))}
            >
              {t('done')}
            </Button>
          </>
        }
      >
        <div className="grid gap-x-6 sm:grid-cols-2">
          {choices.map(([code, name]) => (
            <label
              key={code}
              className="flex cursor-pointer items-center gap-2.5 py-1.5 text-ui text-ink first-letter:uppercase pointer-coarse:py-2.5"
            >
              <Checkbox
                checked={ticked.includes(code)}
                onCheckedChange={(on) =>
                  setTicked((now) => (on === true ? [...now, code] : now.filter((one) => one !== code)))
                }
              />
              <span className="first-letter:uppercase">{name}</span>
            </label>
          ))}
        </div>
      </DialogContent>
    </Dialog>
  );
}
