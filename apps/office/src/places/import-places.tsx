import type { Festival } from '@festivals/domain/festival/contract';
import type { MapLayer } from '@festivals/domain/places/contract';
import type { ImportRow } from '@festivals/domain/places/import-row';
import { localised } from '@festivals/messages';
import { Badge, type BadgeTone } from '@festivals/ui/badge';
import { Button } from '@festivals/ui/button';
import { Dialog, DialogContent, DialogTrigger } from '@festivals/ui/dialog';
import { Field } from '@festivals/ui/field';
import { Input } from '@festivals/ui/input';
import { Notice } from '@festivals/ui/notice';
import { Select } from '@festivals/ui/select';
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '@festivals/ui/table';
import { useToast } from '@festivals/ui/toast';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Upload } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { api } from '../api.ts';
import { useLanguage } from '../i18n/language.ts';
import { FormFailure } from '../shell/failure.tsx';
import { mapQuery } from './queries.ts';

const tones: Record<ImportRow['outcome'], BadgeTone> = {
  new: 'success',
  changed: 'accent',
  same: 'neutral',
  refused: 'danger',
};
// What needs a look comes first; so many rows are enough to see what a file does.
const urgency: readonly ImportRow['outcome'][] = ['refused', 'changed', 'new', 'same'];
const mostShown = 200;

function Plan({ rows }: { rows: ImportRow[] }) {
  const t = useTranslations('office.map.file');
  const kinds = useTranslations('office.placeKind');
  const sorted = urgency.flatMap((outcome) => rows.filter((row) => row.outcome === outcome)).slice(0, mostShown);
  return (
    <Table caption={t('plan')}>
      <TableHead>
        <tr>
          <TableHeader numeric>{t('feature')}</TableHeader>
          <TableHeader>{t('plan')}</TableHeader>
        </tr>
      </TableHead>
      <TableBody>
        {sorted.map((row) => (
          <TableRow key={row.index}>
            <TableCell numeric>{row.index + 1}</TableCell>
            <TableCell>
              <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
                <Badge tone={tones[row.outcome]}>{t(`outcome.${row.outcome}`)}</Badge>
                <span className="font-medium text-ink">{row.name}</span>
                <span className="text-ink-soft">
                  {[
                    ...(row.kind === null ? [] : [kinds(row.kind)]),
                    ...(row.id === null ? [] : [row.id.slice(0, 40)]),
                  ].join(' · ')}
                </span>
              </span>
              <span className="block text-xs text-ink-soft">
                {[
                  ...row.fields.map((field) => t(`field.${field}`)),
                  ...row.reasons.map((reason) => t(`reason.${reason}`)),
                  ...row.notes.map((note) => t(`note.${note}`)),
                ].join(' · ')}
              </span>
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

type Chosen = { file: Blob; swap: boolean; layerId: string };

/** A GeoJSON file: chosen, looked at as a dry run, then taken over as it was shown. */
export function ImportPlaces({ festival, layers }: { festival: Festival; layers: readonly MapLayer[] }) {
  const t = useTranslations('office.map.file');
  const map = useTranslations('office.map');
  const shell = useTranslations('office.shell');
  const language = useLanguage();
  const say = useToast();
  const queryClient = useQueryClient();
  const [open, setOpen] = useState(false);
  const [layerId, setLayerId] = useState('');
  const params = { festivalId: festival.id };
  const options = (chosen: Chosen) => ({
    swap: chosen.swap,
    ...(chosen.layerId === '' ? {} : { layerId: chosen.layerId }),
  });
  const preview = useMutation({
    mutationFn: async (chosen: Chosen) => ({
      ...chosen,
      ...(await api.places.previewPlacesImport({ params, query: options(chosen), body: chosen.file })),
    }),
  });
  const apply = useMutation({
    mutationFn: (chosen: Chosen & { hash: string }) =>
      api.places.applyPlacesImport({ params, query: { ...options(chosen), hash: chosen.hash }, body: chosen.file }),
    onSuccess: (counts) => {
      say({ title: t('applied', counts) });
      show(false);
    },
    onSettled: () => queryClient.invalidateQueries({ queryKey: mapQuery(festival.id).queryKey }),
  });
  const show = (next: boolean) => {
    preview.reset();
    apply.reset();
    setOpen(next);
  };
  const look = (chosen: Chosen) => {
    apply.reset();
    preview.mutate(chosen);
  };
  const plan = preview.data;
  const count = (outcome: ImportRow['outcome']) => plan?.rows.filter((row) => row.outcome === outcome).length ?? 0;
  const counts = { new: count('new'), changed: count('changed'), same: count('same'), refused: count('refused') };
  const writes = counts.new + counts.changed;
  return (
    <Dialog open={open} onOpenChange={show}>
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
            <Button onClick={() => show(false)}>{map('cancel')}</Button>
            <Button
              tone="accent"
              disabled={plan === undefined || counts.refused > 0 || writes === 0}
              busy={apply.isPending}
              onClick={() => plan && apply.mutate(plan)}
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
          <FormFailure error={preview.error ?? apply.error} />
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
                    busy={preview.isPending}
                    onClick={() => look({ ...plan, swap: !plan.swap })}
                  >
                    {plan.swap ? t('turnBack') : t('turn')}
                  </Button>
                </Notice>
              )}
              {counts.refused > 0 && plan.swapped === 0 && <Notice tone="warning">{t('blocked')}</Notice>}
              <Plan rows={plan.rows} />
            </>
          )}
        </div>
      </DialogContent>
    </Dialog>
  );
}
