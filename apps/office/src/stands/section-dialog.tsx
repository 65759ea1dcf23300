import type { Festival } from '@festivals/domain/festival/contract';
import type { MenuSection } from '@festivals/domain/stands/contract';
import { Button } from '@festivals/ui/button';
import { Dialog, DialogContent } from '@festivals/ui/dialog';
import { useState, type ComponentProps, type FormEvent } from 'react';
import { useTranslations } from 'use-intl';
import { LocalisedInput } from '../form/localised-input.tsx';
import { FormFailure } from '../shell/failure.tsx';
import { validationText } from '../i18n/validation.ts';

type Texts = ComponentProps<typeof LocalisedInput>['value'];
type Props = {
  festival: Festival;
  /** The section that is renamed; null for a new one. */
  section: MenuSection | null;
  busy: boolean;
  error: unknown;
  onSave: (name: MenuSection['name']) => void;
  onClose: () => void;
};

/** What a section of the menu is called, in the festival's languages. */
export function SectionDialog({ festival, section, busy, error, onSave, onClose }: Props) {
  const t = useTranslations('office.menu');
  const shell = useTranslations('office.shell');
  const [name, setName] = useState<Texts>(section?.name ?? {});
  const [asked, setAsked] = useState(false);
  const given = Object.fromEntries(Object.entries(name).filter(([, text]) => text?.trim()));
  const isNamed = Object.keys(given).length > 0;
  const save = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (isNamed) onSave(given);
  };
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent
        title={t(section === null ? 'section.addTitle' : 'section.editTitle')}
        closeLabel={shell('close')}
        size="sm"
        footer={
          <>
            <Button onClick={onClose}>{t('cancel')}</Button>
            <Button type="submit" form="menu-section" tone="accent" busy={busy}>
              {t('save')}
            </Button>
          </>
        }
      >
        <form id="menu-section" noValidate onSubmit={save} className="space-y-4">
          <LocalisedInput
            label={t('section.name')}
            languages={festival.languages}
            value={name}
            onChange={setName}
            maxLength={80}
            required
            error={asked && !isNamed ? validationText('no_name') : undefined}
          />
          <FormFailure error={error} />
        </form>
      </DialogContent>
    </Dialog>
  );
}
