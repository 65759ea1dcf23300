import { type Gate, NewGate } from '@festivals/domain/access/gate-contract';
import type { Festival } from '@festivals/domain/festival/contract';
import type { DraftPlace } from '@festivals/domain/places/contract';
import { localised } from '@festivals/messages';
import { Button } from '@festivals/ui/button';
import { Input } from '@festivals/ui/input';
import { Select } from '@festivals/ui/select';
import { Sheet, SheetContent } from '@festivals/ui/sheet';
import { useToast } from '@festivals/ui/toast';
import { zodResolver } from '@hookform/resolvers/zod';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { useLocale, useTranslations } from 'use-intl';
import type { z } from 'zod';
import { api } from '../api.ts';
import { DeleteButton } from '../form/delete-button.tsx';
import { FormField } from '../form/form-field.tsx';
import { useDeedKey } from '../form/use-deed-key.ts';
import { useLanguage } from '../i18n/language.ts';
import { FormNotices } from '../record/form-notices.tsx';
import { RecordHistory } from '../record/record-history.tsx';
import { SaveFailure } from '../record/save-failure.tsx';
import { useKeptForm } from '../record/use-kept-form.ts';
import { useUndo } from '../record/use-undo.ts';
import { gatesQuery } from './gates-query.ts';

type Values = z.output<typeof NewGate>;
type Props = {
  festival: Festival;
  edited: Gate | undefined;
  entrances: readonly DraftPlace[];
  onClose: () => void;
};

const orNull = { setValueAs: (text: string | null) => (text === '' ? null : text) };
const valuesOf = (gate: Gate | undefined): Values => ({ name: gate?.name ?? '', placeId: gate?.placeId ?? null });

/** A new gate, or another look at one: what it is called, and at which entrance it stands. */
export function GateSheet({ festival, edited, entrances, onClose }: Props) {
  const t = useTranslations('office.gates');
  const menu = useTranslations('office.menu');
  const shell = useTranslations('office.shell');
  const kinds = useTranslations('office.placeKind');
  const language = useLanguage();
  const locale = useLocale();
  const say = useToast();
  const undo = useUndo(festival.id);
  const queryClient = useQueryClient();
  const keyFor = useDeedKey();
  const params = { festivalId: festival.id };
  const form = useForm<z.input<typeof NewGate>, unknown, Values>({
    resolver: zodResolver(NewGate),
    defaultValues: valuesOf(edited),
  });
  const kept = useKeptForm({ form, festivalId: festival.id, kind: 'gate', record: edited, values: valuesOf(edited) });
  const { errors } = form.formState;
  const named = entrances
    .map(({ id, name }) => ({ id, name: localised(name, language) || kinds('ENTRANCE') }))
    .toSorted((a, b) => a.name.localeCompare(b.name, locale));
  const onSettled = () => queryClient.invalidateQueries({ queryKey: gatesQuery(festival.id).queryKey });
  const save = useMutation({
    mutationFn: (values: Values) =>
      edited === undefined
        ? api.access.createGate({ params, body: values }, { idempotencyKey: keyFor(values) })
        : api.access.updateGate({
            params: { ...params, gateId: edited.id },
            body: { version: kept.version, changes: values },
          }),
    onSuccess: ({ name }) => {
      kept.forget();
      say({ title: t('saved', { name }) });
      onClose();
    },
    onSettled,
  });
  const remove = useMutation({
    mutationFn: async (gate: Gate) => {
      const at = { ...params, gateId: gate.id };
      await api.access.deleteGate({ params: at, query: { version: gate.version } });
      say({ title: t('removed', { name: gate.name }), action: undo(() => api.access.restoreGate({ params: at })) });
    },
    onSuccess: () => {
      kept.forget();
      onClose();
    },
    onSettled,
  });
  return (
    <Sheet open onOpenChange={(open) => !open && onClose()}>
      <SheetContent
        title={edited === undefined ? t('add') : edited.name}
        description={t('sheetLead')}
        closeLabel={shell('close')}
        footer={
          <>
            {edited && (
              <DeleteButton
                label={t('remove')}
                sureLabel={t('removeSure')}
                busy={remove.isPending}
                onDelete={() => remove.mutate(edited)}
              />
            )}
            <Button
              onClick={() => {
                kept.forget();
                onClose();
              }}
            >
              {menu('cancel')}
            </Button>
            <Button type="submit" form="gate" tone="accent" busy={save.isPending}>
              {menu('save')}
            </Button>
          </>
        }
      >
        <form
          id="gate"
          noValidate
          onSubmit={form.handleSubmit((values) => save.mutate(values))}
          className="flex flex-col gap-5"
        >
          <FormNotices kept={kept} festival={festival} />
          <FormField label={t('name')} hint={t('nameHint')} error={errors.name} required>
            <Input maxLength={60} autoComplete="off" {...form.register('name')} />
          </FormField>
          <FormField
            label={t('entrance')}
            hint={named.length === 0 ? t('noEntrances') : undefined}
            error={errors.placeId}
            optional
          >
            <Select {...form.register('placeId', orNull)}>
              <option value="">{t('nowhere')}</option>
              {named.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </Select>
          </FormField>
          <SaveFailure error={save.error ?? remove.error} kept={kept} />
          {edited !== undefined && <RecordHistory festival={festival} recordId={edited.id} kept={kept} />}
        </form>
      </SheetContent>
    </Sheet>
  );
}
