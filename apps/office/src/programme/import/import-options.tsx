import { Button } from '@festivals/ui/button';
import { Card, CardBody, CardHeader } from '@festivals/ui/card';
import { Field } from '@festivals/ui/field';
import { Input } from '@festivals/ui/input';
import { Notice } from '@festivals/ui/notice';
import { Select } from '@festivals/ui/select';
import { ImportField, type ImportOptions, type ProgrammeImport } from '@festivals/domain/programme/import/contract';
import { ChevronDown } from 'lucide-react';
import { useId, useState } from 'react';
import { useTranslations } from 'use-intl';
import { isComplete, mapped } from './mapping.ts';

type Props = {
  shown: ProgrammeImport;
  options: ImportOptions;
  draft: ImportOptions;
  isChanged: boolean;
  busy: boolean;
  onDraft: (next: ImportOptions) => void;
  onRead: () => void;
};

const isTable = ({ format }: ProgrammeImport) => format === 'csv' || format === 'tsv' || format === 'xlsx';

/** How the file is understood: what each column is, and what its times mean. */
export function ImportOptionsCard({ shown, options, draft, isChanged, busy, onDraft, onRead }: Props) {
  const t = useTranslations('office.importing');
  const panel = useId();
  const hasAll = isComplete(options.mapping);
  const [open, setOpen] = useState(!hasAll);
  const table = isTable(shown);
  const set = (next: Partial<ImportOptions>) => onDraft({ ...draft, ...next });
  return (
    <Card>
      <CardHeader
        title={table ? t('columns') : t('options')}
        description={table ? t('columnsLead') : t('optionsLead')}
        actions={
          <Button aria-expanded={open} aria-controls={panel} onClick={() => setOpen(!open)}>
            {open ? t('hide') : t('change')}
            <ChevronDown
              aria-hidden="true"
              className={open ? 'rotate-180 transition-transform' : 'transition-transform'}
            />
          </Button>
        }
      />
      <CardBody id={panel} hidden={!open} className="space-y-5">
        {table && !hasAll && <Notice tone="warning">{t('missing')}</Notice>}
        {table && <Columns shown={shown} draft={draft} onMapping={(mapping) => set({ mapping })} />}
        <div className="grid gap-4 sm:grid-cols-2">
          <Field label={t('statusOfNew')} hint={t('statusOfNewHint')}>
            <Select
              value={draft.statusOfNew}
              onChange={({ target }) => set({ statusOfNew: target.value === 'CONFIRMED' ? 'CONFIRMED' : 'PENDING' })}
            >
              <option value="PENDING">{t('setStatus.PENDING')}</option>
              <option value="CONFIRMED">{t('setStatus.CONFIRMED')}</option>
            </Select>
          </Field>
          <Field label={t('source')} hint={t('sourceHint')}>
            <Input value={draft.source} maxLength={80} onChange={({ target }) => set({ source: target.value })} />
          </Field>
          {table && (
            <>
              <Field label={t('night')} hint={t('nightHint')}>
                <Select
                  value={draft.night}
                  onChange={({ target }) =>
                    set({ night: target.value === 'calendar_day' ? 'calendar_day' : 'festival_day' })
                  }
                >
                  <option value="festival_day">{t('nightOf.festival_day')}</option>
                  <option value="calendar_day">{t('nightOf.calendar_day')}</option>
                </Select>
              </Field>
              <Field label={t('headerLine')} hint={t('headerLineHint')}>
                <Input
                  type="number"
                  min={0}
                  max={1000}
                  value={draft.headerLine}
                  onChange={({ target }) => set({ headerLine: Math.max(0, Math.round(Number(target.value)) || 0) })}
                />
              </Field>
            </>
          )}
        </div>
        <div className="flex justify-end">
          <Button
            tone={isChanged ? 'accent' : 'plain'}
            disabled={!isChanged || draft.source.trim() === ''}
            busy={busy}
            onClick={onRead}
          >
            {t('readAgain')}
          </Button>
        </div>
      </CardBody>
    </Card>
  );
}

function Columns({
  shown,
  draft,
  onMapping,
}: {
  shown: ProgrammeImport;
  draft: ImportOptions;
  onMapping: (mapping: ImportOptions['mapping']) => void;
}) {
  const t = useTranslations('office.importing');
  // Two columns may have one name.
  const columns = shown.columns.map((name, at) => ({ name, at, key: `${at} ${name}` }));
  return (
    <ul className="divide-y divide-line rounded-lg border border-line">
      {columns.map(({ name, at, key }) => {
        const values = shown.sample.map((row) => row[at] ?? '').filter((value) => value.trim() !== '');
        return (
          <li key={key} className="grid items-center gap-x-4 gap-y-1.5 px-3 py-2 sm:grid-cols-[1fr_14rem]">
            <div className="min-w-0">
              <p className="truncate text-ui font-medium text-ink">{name}</p>
              <p className="truncate text-xs text-ink-faint">{values.slice(0, 4).join(' · ') || t('emptyColumn')}</p>
            </div>
            <Select
              aria-label={t('columnIs', { name })}
              value={draft.mapping[at] ?? ''}
              onChange={({ target }) => {
                const field = ImportField.safeParse(target.value);
                onMapping(mapped(draft.mapping, shown.columns.length, at, field.success ? field.data : null));
              }}
            >
              <option value="">{t('notUsed')}</option>
              {ImportField.options.map((field) => (
                <option key={field} value={field}>
                  {t(`field.${field}`)}
                </option>
              ))}
            </Select>
          </li>
        );
      })}
    </ul>
  );
}
