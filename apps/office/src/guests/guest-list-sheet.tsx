import type { Festival } from '@festivals/domain/festival/contract';
import { type GuestList, GuestPurpose, NewGuestList } from '@festivals/domain/ticketing/guests/schemas';
import { localised } from '@festivals/messages';
import { Input } from '@festivals/ui/input';
import { Select } from '@festivals/ui/select';
import { Textarea } from '@festivals/ui/textarea';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import { useTranslations } from 'use-intl';
import type { z } from 'zod';
import { api } from '../api.ts';
import { ControlledField } from '../form/controlled-field.tsx';
import { CountField } from '../form/count-field.tsx';
import { FormField } from '../form/form-field.tsx';
import { orNull } from '../form/registered.ts';
import { useDeedKey } from '../form/use-deed-key.ts';
import { ZonedTimeInput } from '../form/zoned-time-input.tsx';
import { useLanguage } from '../i18n/language.ts';
import { membersQuery } from '../identity/team-queries.ts';
import { useAllPages } from '../list/use-all-pages.ts';
import { RecordSheet } from '../record/record-sheet.tsx';
import { useRecordForm } from '../record/use-record-form.ts';
import { ticketTypesQuery } from '../ticketing/queries.ts';
import { guestListsQuery } from './queries.ts';

type Typed = z.input<typeof NewGuestList>;

const valuesOf = (list: GuestList | undefined): Typed => ({
  name: list?.name ?? '',
  purpose: list?.purpose ?? 'CREW',
  note: list?.note ?? '',
  ownerId: list?.owner?.id ?? null,
  ticketTypeId: list?.ticketTypeId ?? '',
  places: list?.places ?? 10,
  deadline: list?.deadline ?? null,
});

type Props = { festival: Festival; edited: GuestList | undefined; onClose: () => void; onClosed?: () => void };

/** A new guest list, or another look at one: for whom, who fills it, of which ticket and how many. */
export function GuestListSheet({ festival, edited, onClose, onClosed }: Props) {
  const t = useTranslations('office.guests');
  const language = useLanguage();
  const keyFor = useDeedKey();
  const isClosed = useRef(false);
  const params = { festivalId: festival.id };
  const at = ({ id }: GuestList) => ({ ...params, guestListId: id });
  const types = useQuery(ticketTypesQuery(festival.id)).data ?? [];
  const members = useAllPages(useInfiniteQuery(membersQuery(festival.id))).data ?? [];
  const { form, kept } = useRecordForm({
    festival,
    kind: 'guest-list',
    schema: NewGuestList,
    record: edited,
    values: valuesOf(edited),
  });
  const { control, formState, register } = form;
  const { errors } = formState;
  return (
    <RecordSheet
      festival={festival}
      title={edited === undefined ? t('create') : t('edit')}
      description={t('sheetLead')}
      form={form}
      kept={kept}
      recordId={edited?.id}
      // Its history names the owner by their id.
      past={{ valuesOf: ({ owner, ...state }) => ({ ...state, ownerId: owner }) }}
      save={(body) => {
        if (edited === undefined)
          return api.ticketing.createGuestList({ params, body }, { idempotencyKey: keyFor(body) });
        const { ticketTypeId: _stays, ...changes } = body;
        return api.ticketing.updateGuestList({ params: at(edited), body: { version: kept.version, changes } });
      }}
      words={{ saved: () => t('saved') }}
      removal={
        edited && {
          run: async () => {
            await api.ticketing.deleteGuestList({ params: at(edited), query: { version: kept.version } });
            isClosed.current = true;
          },
          restore: () => api.ticketing.restoreGuestList({ params: at(edited) }),
          words: { remove: t('close'), sure: t('closeSure'), removed: t('closed') },
        }
      }
      refresh={[guestListsQuery(festival.id).queryKey]}
      onClose={() => (isClosed.current ? onClosed?.() : onClose())}
    >
      <FormField label={t('name')} error={errors.name} required>
        <Input maxLength={80} autoComplete="off" {...register('name')} />
      </FormField>
      <FormField label={t('purposeLabel')} error={errors.purpose} required>
        <Select {...register('purpose')}>
          {GuestPurpose.options.map((one) => (
            <option key={one} value={one}>
              {t(`purpose.${one}`)}
            </option>
          ))}
        </Select>
      </FormField>
      <FormField label={t('type')} hint={edited && t('typeHint')} error={errors.ticketTypeId} required>
        <Select disabled={edited !== undefined} {...register('ticketTypeId')}>
          <option value="" />
          {types.map(({ id, name }) => (
            <option key={id} value={id}>
              {localised(name, language)}
            </option>
          ))}
        </Select>
      </FormField>
      <CountField
        control={control}
        name="places"
        label={t('places')}
        hint={t('placesHint')}
        min={edited ? Math.max(1, edited.invited + edited.confirmed) : 1}
        max={10_000}
        required
      />
      <FormField label={t('owner')} hint={t('ownerHint')} error={errors.ownerId} optional>
        <Select {...register('ownerId', orNull)}>
          <option value="">{t('nobody')}</option>
          {members.map(({ personId, name }) => (
            <option key={personId} value={personId}>
              {name}
            </option>
          ))}
        </Select>
      </FormField>
      <ControlledField control={control} name="deadline" label={t('deadline')} hint={t('deadlineHint')} optional>
        {({ value, onChange }) => (
          <ZonedTimeInput key={kept.epoch} zone={festival.zone} value={value ?? null} onChange={onChange} />
        )}
      </ControlledField>
      <FormField label={t('note')} hint={t('noteHint')} error={errors.note} optional>
        <Textarea rows={3} maxLength={500} {...register('note')} />
      </FormField>
    </RecordSheet>
  );
}
