import type { Stand } from '@festivals/domain/stands/contract';
import { localised } from '@festivals/messages';
import { Checkbox } from '@festivals/ui/checkbox';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useLanguage } from '../i18n/language.ts';
import { SearchInput } from '../list/search-input.tsx';

type Props = { stands: readonly Stand[]; chosen: readonly string[]; onChange: (ids: string[]) => void };

// Nobody ticks through two thousand: what is ticked comes first, the rest is found by its name.
const mostShown = 60;

/** Some of the products of all menus, ticked. */
export function ProductChecklist({ stands, chosen, onChange }: Props) {
  const t = useTranslations('office.stock');
  const found = useTranslations('office.stands');
  const language = useLanguage();
  const [search, setSearch] = useState('');
  const [atFirst] = useState(() => new Set(chosen));
  const wanted = search.trim().toLocaleLowerCase();
  const products = stands
    .flatMap((stand) =>
      stand.products.map(({ id, name }) => ({ id, name: localised(name, language), stand: stand.name })),
    )
    .filter(({ name, stand }) => `${name} ${stand}`.toLocaleLowerCase().includes(wanted))
    .toSorted((a, b) => Number(atFirst.has(b.id)) - Number(atFirst.has(a.id)))
    .slice(0, mostShown);
  return (
    <fieldset className="min-w-0 space-y-2">
      <legend className="text-ui font-medium text-ink">{t('drawing')}</legend>
      <p className="text-xs text-ink-faint">{t('drawingHint')}</p>
      <SearchInput label={found('search')} value={search} onSearch={setSearch} />
      <div
        className="max-h-72 overflow-y-auto rounded-md border border-line px-3 py-1"
        tabIndex={0}
        role="group"
        aria-label={t('drawing')}
      >
        {products.map(({ id, name, stand }) => (
          <label
            key={id}
            className="flex cursor-pointer items-center gap-2.5 py-1 text-ui text-ink pointer-coarse:py-2.5"
          >
            <Checkbox
              checked={chosen.includes(id)}
              onCheckedChange={(on) => onChange(on === true ? [...chosen, id] : chosen.filter((one) => one !== id))}
            />
            <span className="min-w-0 flex-1 truncate">{name}</span>
            <span className="truncate text-xs text-ink-faint">{stand}</span>
          </label>
        ))}
        {products.length === 0 && <p className="py-2 text-ui text-ink-soft">{t('noProducts')}</p>}
      </div>
    </fieldset>
  );
}
