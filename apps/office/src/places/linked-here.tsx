import type { Festival } from '@festivals/domain/festival/contract';
import type { DraftPlace } from '@festivals/domain/places/contract';
import { Field } from '@festivals/ui/field';
import { IconButton } from '@festivals/ui/icon-button';
import { Select } from '@festivals/ui/select';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Unlink } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { api } from '../api.ts';
import { useFestival } from '../festival/queries.ts';
import { gatesQuery } from '../access/gates-query.ts';
import { draftQuery } from '../programme/queries.ts';
import { FormFailure } from '../shell/failure.tsx';
import { standsQuery } from '../stands/queries.ts';

type Linked = { what: 'stage' | 'stand' | 'gate'; id: string; name: string; version: number; placeId: string | null };

/** Which stage, stand or gate is at a place: it is they that know where they are. A gate stands at an entrance. */
export function LinkedHere({ festival, place }: { festival: Festival; place: DraftPlace }) {
  const t = useTranslations('office.map');
  const { may } = useFestival();
  const queryClient = useQueryClient();
  const params = { festivalId: festival.id };
  const programme = useQuery({ ...draftQuery(festival.id), enabled: may.has('programme.read') });
  const stands = useQuery({ ...standsQuery(festival.id), enabled: may.has('stands.read') });
  const gates = useQuery({ ...gatesQuery(festival.id), enabled: may.has('places.read') });
  const all: Linked[] = [
    ...(programme.data?.stages ?? []).map((stage) => ({ ...stage, what: 'stage' as const })),
    ...(stands.data ?? []).map((stand) => ({ ...stand, what: 'stand' as const })),
    ...(gates.data ?? []).map((gate) => ({ ...gate, what: 'gate' as const })),
  ];
  const here = all.filter(({ placeId }) => placeId === place.id);
  const mayLink = { stage: may.has('programme.edit'), stand: may.has('stands.edit'), gate: may.has('access.edit') };
  const link = useMutation({
    mutationFn: async ({ what, id, version, to }: Linked & { to: string | null }): Promise<void> => {
      const body = { version, changes: { placeId: to } };
      if (what === 'stage') await api.programme.updateStage({ params: { ...params, stageId: id }, body });
      else if (what === 'gate') await api.access.updateGate({ params: { ...params, gateId: id }, body });
      else await api.stands.updateStand({ params: { ...params, standId: id }, body });
    },
    onSettled: async () => {
      await queryClient.invalidateQueries({ queryKey: draftQuery(festival.id).queryKey });
      await queryClient.invalidateQueries({ queryKey: standsQuery(festival.id).queryKey });
      await queryClient.invalidateQueries({ queryKey: gatesQuery(festival.id).queryKey });
    },
  });
  const free = (what: Linked['what']) =>
    all.filter((one) => one.what === what && mayLink[what] && one.placeId !== place.id);
  const kinds = place.kind === 'ENTRANCE' ? (['gate', 'stage', 'stand'] as const) : (['stage', 'stand'] as const);
  const choices = kinds.flatMap(free);
  if (here.length === 0 && choices.length === 0) return null;
  return (
    <div className="space-y-2">
      {here.length > 0 && (
        <ul className="divide-y divide-line rounded-md border border-line" aria-label={t('linked')}>
          {here.map((one) => (
            <li key={one.id} className="flex items-center gap-2 py-1 pr-1 pl-3 text-ui text-ink">
              <span className="min-w-0 flex-1 truncate">
                {one.name} <span className="text-ink-soft">{t(`link.${one.what}`)}</span>
              </span>
              {mayLink[one.what] && (
                <IconButton
                  size="sm"
                  label={t('unlink', { name: one.name })}
                  disabled={link.isPending}
                  onClick={() => link.mutate({ ...one, to: null })}
                >
                  <Unlink aria-hidden="true" />
                </IconButton>
              )}
            </li>
          ))}
        </ul>
      )}
      {choices.length > 0 && (
        <Field label={t('linked')} hideLabel={here.length > 0}>
          <Select
            value=""
            disabled={link.isPending}
            onChange={({ target }) => {
              const next = choices.find(({ id }) => id === target.value);
              if (next) link.mutate({ ...next, to: place.id });
            }}
          >
            <option value="">{t(place.kind === 'ENTRANCE' ? 'chooseGate' : 'chooseLink')}</option>
            {kinds.map((what) =>
              free(what).length === 0 ? null : (
                <optgroup key={what} label={t(`link.${what}`)}>
                  {free(what).map(({ id, name }) => (
                    <option key={id} value={id}>
                      {name}
                    </option>
                  ))}
                </optgroup>
              ),
            )}
          </Select>
        </Field>
      )}
      <FormFailure error={link.error} />
    </div>
  );
}
