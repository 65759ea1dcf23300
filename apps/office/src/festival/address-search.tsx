import type { FoundAddress } from '@festivals/domain/festival/address-contract';
import { Button } from '@festivals/ui/button';
import { Input } from '@festivals/ui/input';
import { useMutation, useQuery } from '@tanstack/react-query';
import { MapPin, Search } from 'lucide-react';
import { useState } from 'react';
import { useFormContext } from 'react-hook-form';
import { useTranslations } from 'use-intl';
import { api } from '../api.ts';
import { FormField } from '../form/form-field.tsx';
import { FormFailure } from '../shell/failure.tsx';
import type { FestivalDraft } from './festival-form.ts';

/** Finds a place by its name and fills in what is known of it. Where nothing can be looked up there is nothing to see here. */
export function AddressSearch() {
  const t = useTranslations('office.addressSearch');
  const { getValues, setValue } = useFormContext<Pick<FestivalDraft, 'place'>>();
  const [typed, setTyped] = useState('');
  const service = useQuery({
    queryKey: ['addresses', 'service'],
    queryFn: ({ signal }) => api.festival.getAddressService({}, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const search = useMutation({ mutationFn: (query: string) => api.festival.searchAddresses({ query: { query } }) });
  if (service.data?.available !== true) return null;
  const ask = () => typed.trim() !== '' && search.mutate(typed);
  const take = (found: FoundAddress) => {
    const before = getValues('place');
    setValue(
      'place',
      {
        name: before.name || found.name,
        address: found.address || before.address,
        city: found.city || before.city,
        country: found.country || before.country,
        latitude: found.latitude,
        longitude: found.longitude,
      },
      { shouldDirty: true, shouldValidate: true },
    );
    search.reset();
  };
  return (
    <div className="space-y-3 rounded-lg border border-line bg-sunken p-3.5">
      <div className="flex items-end gap-2">
        <FormField label={t('label')} className="flex-1">
          <Input
            type="search"
            value={typed}
            placeholder={t('placeholder')}
            maxLength={200}
            onChange={({ target }) => setTyped(target.value)}
            onKeyDown={(event) => {
              if (event.key !== 'Enter') return;
              event.preventDefault();
              ask();
            }}
          />
        </FormField>
        <Button busy={search.isPending} onClick={ask}>
          <Search aria-hidden="true" />
          {t('search')}
        </Button>
      </div>
      <FormFailure error={search.error} />
      <div aria-live="polite">
        {search.data?.length === 0 && <p className="text-ui text-ink-soft">{t('nothing')}</p>}
        {search.data !== undefined && search.data.length > 0 && (
          <ul className="divide-y divide-line overflow-hidden rounded-md border border-line bg-surface">
            {search.data.map((found) => (
              <li key={`${found.latitude} ${found.longitude} ${found.label}`}>
                <button
                  type="button"
                  onClick={() => take(found)}
                  className="flex w-full cursor-pointer items-start gap-2.5 px-3 py-2 text-left text-ui text-ink hover:bg-hover focus-visible:-outline-offset-2 pointer-coarse:py-3"
                >
                  <MapPin aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-ink-faint" />
                  {found.label}
                </button>
              </li>
            ))}
          </ul>
        )}
      </div>
      <p className="text-xs text-ink-faint">{t('credit')}</p>
    </div>
  );
}
