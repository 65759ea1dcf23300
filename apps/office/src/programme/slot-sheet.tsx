import { Notice } from '@festivals/ui/notice';
import type { Festival } from '@festivals/domain/festival/contract';
import { NewSlot, type DraftSlot, type ProgrammeDraft } from '@festivals/domain/programme/contract';
import { zodResolver } from '@hookform/resolvers/zod';
import { useForm } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import type { z } from 'zod';
import { api } from '../api.ts';
import { useDeedKey } from '../form/use-deed-key.ts';
import { pick } from '../record/pick.ts';
import { RecordSheet } from '../record/record-sheet.tsx';
import { useKeptForm } from '../record/use-kept-form.ts';
import type { Deed } from './deeds.ts';
import { Announced, Times, WhoAndWhere, type SlotValues } from './slot-fields.tsx';
import { TakesOver } from './takes-over.tsx';

type Props = {
  festival: Festival;
  programme: ProgrammeDraft;
  edited: DraftSlot | undefined;
  /** What a new set begins as. */
  first: SlotValues;
  warnings: readonly string[];
  /** Told of what was done, so that it can be taken back. */
  onDone: (deed: Deed) => void;
  onClose: () => void;
};

/** What the form says of a set; a new one begins as `first`. */
const valuesOf = (slot: DraftSlot | undefined, first: SlotValues): SlotValues =>
  slot === undefined ? first : pick(slot, Object.keys(first) as (keyof SlotValues & keyof DraftSlot)[]);

/** A new set, or another look at one. */
export function SlotSheet({ festival, programme, edited, first, warnings, onDone, onClose }: Props) {
  const t = useTranslations('office.programmeEdit');
  const keyFor = useDeedKey();
  const values = valuesOf(edited, first);
  const form = useForm<z.input<typeof NewSlot>, unknown, SlotValues>({
    resolver: zodResolver(NewSlot),
    defaultValues: values,
  });
  const kept = useKeptForm({ form, festivalId: festival.id, kind: 'slot', record: edited, values });
  const params = { festivalId: festival.id };
  const at = ({ id }: DraftSlot) => ({ ...params, slotId: id });
  const save = async (values: SlotValues) => {
    if (!edited) {
      const slot = await api.programme.createSlot({ params, body: values }, { idempotencyKey: keyFor(values) });
      return onDone({ kind: 'made', slot });
    }
    const body = { version: kept.version, changes: values };
    onDone({ kind: 'edited', from: edited, to: await api.programme.updateSlot({ params: at(edited), body }) });
  };
  return (
    <RecordSheet
      festival={festival}
      title={edited ? t('editSet') : t('newSet')}
      form={form}
      kept={kept}
      recordId={edited?.id}
      save={save}
      removal={
        edited && {
          run: async () => {
            await api.programme.deleteSlot({ params: at(edited), query: { version: edited.version } });
            onDone({ kind: 'removed', slot: edited });
          },
          restore: () => api.programme.restoreSlot({ params: at(edited) }),
        }
      }
      refresh={[['festival', festival.id, 'programme']]}
      onClose={onClose}
    >
      {warnings.length > 0 && (
        <Notice tone="warning">
          <ul className="space-y-1">
            {warnings.map((warning) => (
              <li key={warning}>{warning}</li>
            ))}
          </ul>
        </Notice>
      )}
      <WhoAndWhere form={form} programme={programme} />
      <Times form={form} festival={festival} />
      <Announced form={form} festival={festival} />
      <TakesOver form={form} programme={programme} id={edited?.id} />
    </RecordSheet>
  );
}
