import type { Festival } from '@festivals/domain/festival/contract';
import type { Arrangement } from '@festivals/domain/ticketing/inventory-contract';
import type { TicketType } from '@festivals/domain/ticketing/schemas';
import { languageNames, localeOf, localised, type Language } from '@festivals/messages';
import { formatMoney } from '@festivals/ui/format-money';
import { Select } from '@festivals/ui/select';
import { Sheet, SheetContent } from '@festivals/ui/sheet';
import { useState } from 'react';
import { useNow, useTranslations } from 'use-intl';
import { useLanguage } from '../i18n/language.ts';
import { saleState } from './sale-state.ts';

type Props = { festival: Festival; types: readonly TicketType[]; arrangement: Arrangement; onClose: () => void };

/** What a buyer will see, in any of the festival's languages; hidden types are not there. */
export function ShopPreview({ festival, types, arrangement, onClose }: Props) {
  const t = useTranslations('office.shopOrder');
  const tickets = useTranslations('office.tickets');
  const shell = useTranslations('office.shell');
  const mine = useLanguage();
  const now = useNow({ updateInterval: 30_000 });
  const [language, setLanguage] = useState<Language>(
    festival.languages.find((one) => one === mine) ?? festival.languages[0] ?? mine,
  );
  const lists = [{ id: '', name: {}, ticketTypeIds: arrangement.ticketTypeIds }, ...arrangement.groups];
  const shown = lists
    .map((list) => ({
      ...list,
      types: list.ticketTypeIds.flatMap((id) => types.find((type) => type.id === id && !type.hidden) ?? []),
    }))
    .filter((list) => list.types.length > 0);
  return (
    <Sheet open onOpenChange={(open) => !open && onClose()}>
      <SheetContent title={t('preview')} description={t('previewLead')} closeLabel={shell('close')}>
        {festival.languages.length > 1 && (
          <Select
            aria-label={t('previewLanguage')}
            value={language}
            onChange={({ target }) => setLanguage(festival.languages.find((one) => one === target.value) ?? language)}
            className="mb-4"
          >
            {festival.languages.map((one) => (
              <option key={one} value={one}>
                {languageNames[one]}
              </option>
            ))}
          </Select>
        )}
        {shown.length === 0 && <p className="text-ui text-ink-soft">{t('previewEmpty')}</p>}
        <div lang={language} className="space-y-5">
          {shown.map(({ id, name, types: below }) => (
            <section key={id}>
              {id !== '' && (
                <h3 className="mb-1 text-xs font-semibold tracking-wide text-accent-text uppercase">
                  {localised(name, language, festival.languages)}
                </h3>
              )}
              <ul className="divide-y divide-line">
                {below.map((type) => {
                  const state = saleState(type, now);
                  return (
                    <li key={type.id} className="flex items-start justify-between gap-4 py-3">
                      <span className="min-w-0">
                        <span className="block font-semibold text-ink">
                          {localised(type.name, language, festival.languages)}
                        </span>
                        <span className="block text-ui text-ink-soft">
                          {localised(type.description, language, festival.languages)}
                        </span>
                        {(state !== 'open' || type.minPerOrder > 1 || type.maxPerPerson !== null) && (
                          <span className="mt-0.5 block text-xs font-medium text-ink-faint">
                            {[
                              ...(state === 'open' ? [] : [tickets(`state.${state}`)]),
                              ...(type.minPerOrder > 1 ? [t('fromSoMany', { count: type.minPerOrder })] : []),
                              ...(type.maxPerPerson === null ? [] : [t('soManyEach', { count: type.maxPerPerson })]),
                            ].join(' · ')}
                          </span>
                        )}
                      </span>
                      <span className="tabular font-semibold whitespace-nowrap text-ink">
                        {type.price === 0
                          ? tickets('free')
                          : formatMoney(type.price, festival.currency, localeOf(language))}
                      </span>
                    </li>
                  );
                })}
              </ul>
            </section>
          ))}
        </div>
      </SheetContent>
    </Sheet>
  );
}
