import type { Festival } from '@festivals/domain/festival/contract';
import type { Arrangement } from '@festivals/domain/ticketing/inventory-contract';
import type { Language } from '@festivals/messages';
import { Button } from '@festivals/ui/button';
import { Dialog, DialogContent } from '@festivals/ui/dialog';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { LocalisedInput } from '../form/localised-input.tsx';
import { validationText } from '../i18n/validation.ts';

type Props = {
  festival: Festival;
  arrangement: Arrangement;
  /** The heading that is changed; none is a new one. */
  groupId: string | undefined;
  onArrange: (to: Arrangement) => void;
  onClose: () => void;
};

/** A heading of the shop: named, renamed or taken away; its types then stand below none. */
export function HeadingDialog({ festival, arrangement, groupId, onArrange, onClose }: Props) {
  const t = useTranslations('office.shopOrder');
  const tickets = useTranslations('office.tickets');
  const shell = useTranslations('office.shell');
  const edited = arrangement.groups.find(({ id }) => id === groupId);
  const [name, setName] = useState<Partial<Record<Language, string | undefined>>>(edited?.name ?? {});
  const [asked, setAsked] = useState(false);
  // A language that was emptied again has no name.
  const names = Object.fromEntries(Object.entries(name).filter(([, text]) => text !== undefined && text.trim() !== ''));
  const isNamed = Object.keys(names).length > 0;
  const done = (to: Arrangement) => {
    onArrange(to);
    onClose();
  };
  const save = () => {
    setAsked(true);
    if (!isNamed) return;
    const groups = edited
      ? arrangement.groups.map((group) => (group.id === edited.id ? { ...group, name: names } : group))
      : [...arrangement.groups, { id: crypto.randomUUID(), name: names, ticketTypeIds: [] }];
    done({ ...arrangement, groups });
  };
  const remove = () =>
    edited &&
    done({
      ticketTypeIds: [...arrangement.ticketTypeIds, ...edited.ticketTypeIds],
      groups: arrangement.groups.filter(({ id }) => id !== edited.id),
    });
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent
        title={edited ? t('changeHeading') : t('newHeading')}
        description={t('headingLead')}
        closeLabel={shell('close')}
        size="sm"
        footer={
          <>
            {edited && (
              <Button tone="quiet" className="mr-auto text-danger-text" onClick={remove}>
                {t('removeHeading')}
              </Button>
            )}
            <Button onClick={onClose}>{tickets('cancel')}</Button>
            <Button tone="accent" type="submit" form="heading">
              {tickets('save')}
            </Button>
          </>
        }
      >
        <form
          id="heading"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            save();
          }}
        >
          <LocalisedInput
            languages={festival.languages}
            label={t('heading')}
            error={asked && !isNamed ? validationText('no_name') : undefined}
            value={name}
            onChange={setName}
            maxLength={60}
            required
          />
        </form>
      </DialogContent>
    </Dialog>
  );
}
