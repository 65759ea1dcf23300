import type { Festival } from '@festivals/domain/festival/contract';
import type { MapLayer } from '@festivals/domain/places/contract';
import type { ImportRow } from '@festivals/domain/places/import-row';
import { localised } from '@festivals/messages';
import { Button } from '@festivals/ui/button';
import { Checkbox } from '@festivals/ui/checkbox';
import { Dialog, DialogContent, DialogTrigger } from '@festivals/ui/dialog';
import { Field } from '@festivals/ui/field';
import { Input } from '@festivals/ui/input';
import { Notice } from '@festivals/ui/notice';
import { Select } from '@festivals/ui/select';
import { useToast } from '@festivals/ui/toast';
import { useQueryClient } from '@tanstack/react-query';
import { Upload } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { api } from '../api.ts';
import { useLanguage } from '../i18n/language.ts';
import { countOutcomes, DryRunRows, mostUrgent } from '../list/dry-run-rows.tsx';
import { useDryRun } from '../list/use-dry-run.ts';
import { FormFailure } from '../shell/failure.tsx';
import { mapQuery } from './queries.ts';

type Chosen = { file: Blob; swap: boolean; layerId: string };

/** A GeoJSON file: chosen, looked at as a dry run, then taken over as it was shown. */
export function ImportPlaces({ festival, layers }: { festival: Festival; layers: readonly MapLayer[] }) {
  const t = useTranslations('office.map.file');
  const map = useTranslations('office.map');
  const shell = useTranslations('office.shell');
  const language = useLanguage();
  const say = useToast();
  const queryClient = useQueryClient();
  const [layerId, setLayerId] = useState('');
  const [leaveOut, setLeaveOut] = useState(false);
  const params = { festivalId: festival.id };
  const options = (chosen: Chosen) => ({
    swap: chosen.swap,
    ...(chosen.layerId === '' ? {} : { layerId: chosen.layerId }),
  });
  const run = useDryRun({
    preview: (chosen: Chosen) => api.places.previewPlacesImport({ params, query: options(chosen), body: chosen.file }),
    apply: ({ hash, ...chosen }) =>
      api.places.applyPlacesImport({ params, query: { ...options(chosen), hash, leaveOut }, body: chosen.file }),
    onApplied: (counts) => say({ title: t('applied', counts) }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: mapQuery(festival.id).queryKey }),
  });
  const { plan, look } = run;
  const { writes, ...counts } = countOutcomes(plan?.rows ?? []);
  return (
    <Dialog open={run.open} onOpenChange={run.show}>
      <DialogTrigger asChild>
        <Button>
          <Upload aria-hidden="true" />
          {t('import')}
        </Button>
      </DialogTrigger>
      <DialogContent
        title={t('title')}
        description={t('lead')}
        closeLabel={shell('close')}
        size="lg"
        footer={
          <>
            <Button onClick={() => run.show(false)}>{map('cancel')}</Button>
            <Button
              tone="accent"
              disabled={plan === undefined || (counts.refused > 0 && !leaveOut) || writes === 0}
              busy={run.isTaking}
              onClick={run.take}
            >
              {t('apply', { count: writes })}
            </Button>
          </>
        }
      >
        <div className="space-y-4">
          <div className="grid gap-3 sm:grid-cols-2">
            <Field label={t('choose')}>
              <Input
                type="file"
                accept=".geojson,.json,application/geo+json"
                className="py-1"
                onChange={async ({ target }) => {
                  const [chosen] = target.files ?? [];
                  if (!chosen) return;
                  const file = new Blob([await chosen.arrayBuffer()], { type: 'application/geo+json' });
                  // The same file, corrected, can be chosen again.
                  target.value = '';
                  setLeaveOut(false);
                  look({ file, swap: false, layerId });
                }}
              />
            </Field>
            <Field label={t('onLayer')}>
              <Select
                value={layerId}
                onChange={({ target }) => {
                  setLayerId(target.value);
                  if (plan) look({ ...plan, layerId: target.value });
                }}
              >
                <option value="">{map('ground')}</option>
                {layers.map((layer) => (
                  <option key={layer.id} value={layer.id}>
                    {localised(layer.name, language)}
                  </option>
                ))}
              </Select>
            </Field>
          </div>
          <FormFailure error={run.error} />
          {plan && (
            <>
              <p role="status" className="text-ui font-medium text-ink">
                {t('counts', counts)}
              </p>
              {(plan.swapped > 0 || plan.swap) && (
                <Notice tone="warning">
                  <p>{plan.swap && plan.swapped === 0 ? t('turned') : t('swapped', { count: plan.swapped })}</p>
                  <Button
                    size="sm"
                    className="mt-2"
                    busy={run.isLooking}
                    onClick={() => look({ ...plan, swap: !plan.swap })}
                  >
                    {plan.swap ? t('turnBack') : t('turn')}
                  </Button>
                </Notice>
              )}
              {counts.refused > 0 && (plan.swapped === 0 || writes > 0) && (
                <Notice tone="warning">
                  <p>{t('blocked')}</p>
                  {writes > 0 && (
                    <label className="mt-2 flex w-fit cursor-pointer items-center gap-2 text-ink">
                      <Checkbox checked={leaveOut} onCheckedChange={(on) => setLeaveOut(on === true)} />
                      {t('leaveOut', { count: counts.refused })}
                    </label>
                  )}
                </Notice>
              )}
              <Plan rows={plan.rows} />
            </>
          )}
        </div>
      </DialogContent>
    </Dialog>
  );
}

function Plan({ rows }: { rows: readonly ImportRow[] }) {
  const t = useTranslations('office.map.file');
  const kinds = useTranslations('office.placeKind');
  return (
    <DryRunRows
      rows={mostUrgent(rows).map(({ index, outcome, name, kind, id, fields, reasons, notes }) => ({
        number: index + 1,
        outcome,
        name,
        detail: [...(kind === null ? [] : [kinds(kind)]), ...(id === null ? [] : [id.slice(0, 40)])].join(' · '),
        remarks: [
          ...fields.map((field) => t(`field.${field}`)),
          ...reasons.map((reason) => t(`reason.${reason}`)),
          ...notes.map((note) => t(`note.${note}`)),
        ],
      }))}
      says={{ title: t('plan'), number: t('feature'), outcome: (outcome) => t(`outcome.${outcome}`) }}
    />
  );
}
