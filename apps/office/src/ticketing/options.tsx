import type { Festival } from '@festivals/domain/festival/contract';
import type { OptionKind, TicketOption } from '@festivals/domain/ticketing/inventory-contract';
import type { TicketType } from '@festivals/domain/ticketing/schemas';
import { localised } from '@festivals/messages';
import { Button } from '@festivals/ui/button';
import { Card, CardHeader } from '@festivals/ui/card';
import { Money } from '@festivals/ui/money';
import { Bus, Car, KeyRound, Package, Plus, Tent, Utensils, type LucideIcon } from 'lucide-react';
import { useFormatter, useLocale, useTranslations } from 'use-intl';
import { ExportMenu } from '../list/export-menu.tsx';
import { useLanguage } from '../i18n/language.ts';

const icons: Record<OptionKind, LucideIcon> = {
  CAMPING: Tent,
  PARKING: Car,
  LOCKER: KeyRound,
  SHUTTLE: Bus,
  MEAL: Utensils,
  OTHER: Package,
};

type Props = {
  options: readonly TicketOption[];
  types: readonly TicketType[];
  festival: Festival;
  /** Opens one, or a new one; null for who may only look. */
  open: ((id: string) => void) | null;
};

/** What may be added to a ticket: camping, parking, a locker. */
export function Options({ options, types, festival, open }: Props) {
  const t = useTranslations('office.option');
  const tickets = useTranslations('office.tickets');
  const locale = useLocale();
  const language = useLanguage();
  const format = useFormatter();
  const typeNames = (ids: readonly string[]) =>
    types.filter(({ id }) => ids.includes(id)).map(({ name }) => localised(name, language));
  const goesWith = (names: readonly string[]) =>
    names.length === 0 ? t('goesWithGone') : t('goesWith', { names: names.join(', ') });
  return (
    <Card>
      <CardHeader
        title={t('title')}
        description={t('lead')}
        actions={
          <>
            {options.length > 0 && (
              <ExportMenu festival={festival} list="ticket-options" asked={{}} label={t('title')} />
            )}
            {open !== null && (
              <Button size="sm" onClick={() => open('new')}>
                <Plus aria-hidden="true" />
                {t('create')}
              </Button>
            )}
          </>
        }
      />
      {options.length > 0 && (
        <ul className="divide-y divide-line border-t border-line">
          {options.map((option) => {
            const Icon = icons[option.kind];
            const name = localised(option.name, language);
            const detail = [
              t(`kind.${option.kind}`),
              option.capacity === null ? t('unlimited') : t('places', { count: option.capacity }),
              option.needsTicket ? t('perTicket', { count: option.most }) : t('perOrder', { count: option.most }),
              ...(option.maxPerPerson === null ? [] : [t('perPerson', { count: option.maxPerPerson })]),
              ...(option.needsTicket && option.ticketTypeIds.length > 0
                ? [goesWith(typeNames(option.ticketTypeIds))]
                : []),
              t('vatRate', { rate: format.number(option.vat / 10_000, 'rate') }),
            ];
            return (
              <li key={option.id} className="flex items-center gap-3 px-5 py-2.5">
                <Icon aria-hidden="true" className="size-4.5 shrink-0 text-ink-faint" />
                <span className="min-w-0 flex-1 text-ui">
                  {open === null ? (
                    <span className="font-medium text-ink">{name}</span>
                  ) : (
                    <button
                      type="button"
                      onClick={() => open(option.id)}
                      className="cursor-pointer rounded-sm text-left font-medium text-ink underline-offset-4 hover:underline pointer-coarse:py-2"
                    >
                      {name}
                    </button>
                  )}
                  <span className="block text-xs text-ink-faint">{detail.join(' · ')}</span>
                </span>
                <span className="text-ui font-medium text-ink">
                  {option.price === 0 ? (
                    tickets('free')
                  ) : (
                    <Money cents={option.price} currency={festival.currency} locale={locale} />
                  )}
                </span>
              </li>
            );
          })}
        </ul>
      )}
    </Card>
  );
}
