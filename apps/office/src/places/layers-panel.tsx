import type { Festival } from '@festivals/domain/festival/contract';
import { Audience, type MapLayer } from '@festivals/domain/places/contract';
import { localised } from '@festivals/messages';
import { Badge } from '@festivals/ui/badge';
import { Button } from '@festivals/ui/button';
import { Field } from '@festivals/ui/field';
import { IconButton } from '@festivals/ui/icon-button';
import { Input } from '@festivals/ui/input';
import { Select } from '@festivals/ui/select';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Eye, EyeOff, Pencil, Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { api } from '../api.ts';
import { useLanguage } from '../i18n/language.ts';
import { FormFailure } from '../shell/failure.tsx';
import { LayerSheet } from './layer-sheet.tsx';
import { mapQuery } from './queries.ts';

type Props = {
  festival: Festival;
  layers: readonly MapLayer[];
  /** How many places are on each layer; `ground` where they are on none. */
  counts: ReadonlyMap<string, number>;
  hidden: ReadonlySet<string>;
  mayEdit: boolean;
  onHide: (layer: string, hide: boolean) => void;
};

/** What is shown and hidden together: here on this screen, and to whom at all. */
export function LayersPanel({ festival, layers, counts, hidden, mayEdit, onHide }: Props) {
  const t = useTranslations('office.map');
  const language = useLanguage();
  const queryClient = useQueryClient();
  const [name, setName] = useState('');
  const [audience, setAudience] = useState<Audience>('CREW');
  const [edited, setEdited] = useState<string | null>(null);
  const open = layers.find(({ id }) => id === edited);
  const params = { festivalId: festival.id };
  const onSettled = () => queryClient.invalidateQueries({ queryKey: mapQuery(festival.id).queryKey });
  const create = useMutation({
    mutationFn: () =>
      api.places.createLayer(
        { params, body: { name: { [festival.languages[0] ?? 'en']: name }, audience, order: layers.length } },
        { idempotencyKey: crypto.randomUUID() },
      ),
    onSuccess: () => setName(''),
    onSettled,
  });
  const change = useMutation({
    mutationFn: ({ id, version, to }: MapLayer & { to: Audience }) =>
      api.places.updateLayer({ params: { ...params, layerId: id }, body: { version, changes: { audience: to } } }),
    onSettled,
  });
  const eye = (id: string, label: string) => (
    <IconButton
      size="sm"
      label={t(hidden.has(id) ? 'showLayer' : 'hideLayer', { name: label })}
      aria-pressed={!hidden.has(id)}
      onClick={() => onHide(id, !hidden.has(id))}
    >
      {hidden.has(id) ? <EyeOff aria-hidden="true" /> : <Eye aria-hidden="true" />}
    </IconButton>
  );
  return (
    <div className="min-h-0 flex-1 space-y-4 overflow-y-auto p-3">
      <ul className="divide-y divide-line rounded-lg border border-line">
        <li className="flex items-center gap-2 py-1.5 pr-2 pl-1.5">
          {eye('ground', t('ground'))}
          <span className="min-w-0 flex-1 truncate text-ui font-medium text-ink">{t('ground')}</span>
          <Badge>{t('audience.PUBLIC')}</Badge>
          <span className="w-8 text-right text-xs text-ink-soft tabular">{counts.get('ground') ?? 0}</span>
        </li>
        {layers.map((layer) => {
          const label = localised(layer.name, language);
          const count = counts.get(layer.id) ?? 0;
          return (
            <li key={layer.id} className="flex flex-wrap items-center gap-2 py-1.5 pr-2 pl-1.5">
              {eye(layer.id, label)}
              <span className="min-w-0 flex-1 truncate text-ui font-medium text-ink">{label}</span>
              {mayEdit ? (
                <Select
                  aria-label={t('audienceOf', { name: label })}
                  className="w-28"
                  value={layer.audience}
                  disabled={change.isPending}
                  onChange={({ target }) => change.mutate({ ...layer, to: Audience.parse(target.value) })}
                >
                  {Audience.options.map((one) => (
                    <option key={one} value={one}>
                      {t(`audience.${one}`)}
                    </option>
                  ))}
                </Select>
              ) : (
                <Badge>{t(`audience.${layer.audience}`)}</Badge>
              )}
              <span className="w-8 text-right text-xs text-ink-soft tabular">{count}</span>
              {mayEdit && (
                <IconButton size="sm" label={t('editLayer', { name: label })} onClick={() => setEdited(layer.id)}>
                  <Pencil aria-hidden="true" />
                </IconButton>
              )}
            </li>
          );
        })}
      </ul>
      <FormFailure error={create.error ?? change.error} />
      {mayEdit && (
        <form
          className="space-y-3 rounded-lg border border-line p-3"
          onSubmit={(event) => {
            event.preventDefault();
            if (name.trim() !== '') create.mutate();
          }}
        >
          <Field label={t('newLayer')}>
            <Input value={name} maxLength={60} autoComplete="off" onChange={({ target }) => setName(target.value)} />
          </Field>
          <Field label={t('seenBy')}>
            <Select value={audience} onChange={({ target }) => setAudience(Audience.parse(target.value))}>
              {Audience.options.map((one) => (
                <option key={one} value={one}>
                  {t(`audience.${one}`)}
                </option>
              ))}
            </Select>
          </Field>
          <Button type="submit" size="sm" busy={create.isPending} disabled={name.trim() === ''}>
            <Plus aria-hidden="true" />
            {t('addLayer')}
          </Button>
        </form>
      )}
      {open && (
        <LayerSheet festival={festival} layer={open} isEmpty={!counts.get(open.id)} onClose={() => setEdited(null)} />
      )}
    </div>
  );
}
