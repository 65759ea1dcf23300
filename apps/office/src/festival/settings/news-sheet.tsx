import type { Festival } from '@festivals/domain/festival/contract';
import { NewNews, type News } from '@festivals/domain/festival/news-contract';
import { Button } from '@festivals/ui/button';
import { Checkbox } from '@festivals/ui/checkbox';
import { Controller } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import type { z } from 'zod';
import { api } from '../../api.ts';
import { FormField } from '../../form/form-field.tsx';
import { LocalisedField } from '../../form/localised-field.tsx';
import { useDeedKey } from '../../form/use-deed-key.ts';
import { ZonedTimeInput } from '../../form/zoned-time-input.tsx';
import { validationText } from '../../i18n/validation.ts';
import { RecordSheet } from '../../record/record-sheet.tsx';
import { useRecordForm } from '../../record/use-record-form.ts';
import { newsQuery } from '../queries.ts';
import { MarkupInput } from './markup-input.tsx';

type Values = z.output<typeof NewNews>;
const valuesOf = (edited: News | undefined): Values =>
  edited === undefined
    ? { title: {}, body: {}, pinned: false, publishedAt: null }
    : { title: edited.title, body: edited.body, pinned: edited.pinned, publishedAt: edited.publishedAt };

type Props = { festival: Festival; edited: News | undefined; onClose: () => void };

/** A piece of news beside the list: written now, published when it is time. */
export function NewsSheet({ festival, edited, onClose }: Props) {
  const t = useTranslations('office.news');
  const keyFor = useDeedKey();
  const params = { festivalId: festival.id };
  const at = ({ id }: News) => ({ ...params, newsId: id });
  const { form, kept } = useRecordForm({
    festival,
    kind: 'news',
    schema: NewNews,
    record: edited,
    values: valuesOf(edited),
  });
  const { errors } = form.formState;
  const { languages, zone } = festival;
  return (
    <RecordSheet
      festival={festival}
      title={edited === undefined ? t('write') : t('edit')}
      description={t('sheetLead')}
      form={form}
      kept={kept}
      recordId={edited?.id}
      save={({ title, body, pinned, publishedAt }) => {
        const changes = { title, body, pinned, publishedAt };
        return edited === undefined
          ? api.festival.createNews({ params, body: changes }, { idempotencyKey: keyFor(changes) })
          : api.festival.updateNews({ params: at(edited), body: { version: kept.version, changes } });
      }}
      removal={
        edited && {
          run: () => api.festival.deleteNews({ params: at(edited), query: { version: edited.version } }),
          restore: () => api.festival.restoreNews({ params: at(edited) }),
        }
      }
      refresh={[newsQuery(festival.id).queryKey]}
      onClose={onClose}
    >
      <LocalisedField
        control={form.control}
        name="title"
        label={t('headline')}
        languages={languages}
        maxLength={160}
        required
      />
      <Controller
        control={form.control}
        name="body"
        render={({ field, fieldState }) => (
          <MarkupInput
            label={t('body')}
            error={validationText(fieldState.error?.message)}
            languages={languages}
            value={field.value ?? {}}
            onChange={field.onChange}
            lines={8}
            maxLength={5000}
          />
        )}
      />
      <Controller
        control={form.control}
        name="publishedAt"
        render={({ field }) => (
          <div className="space-y-2">
            <FormField label={t('publishedAt')} hint={t('publishedAtHint')} error={errors.publishedAt}>
              <ZonedTimeInput zone={zone} value={field.value ?? null} onChange={field.onChange} />
            </FormField>
            <Button size="sm" onClick={() => field.onChange(new Date().toISOString())}>
              {t('now')}
            </Button>
          </div>
        )}
      />
      <Controller
        control={form.control}
        name="pinned"
        render={({ field }) => (
          <label className="flex cursor-pointer items-center gap-2.5 text-ui text-ink">
            <Checkbox checked={field.value === true} onCheckedChange={(on) => field.onChange(on === true)} />
            {t('pin')}
          </label>
        )}
      />
    </RecordSheet>
  );
}
