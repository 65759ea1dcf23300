import type { Chosen } from '@festivals/domain/ticketing/pricing/chosen';
import { Card, CardHeader } from '@festivals/ui/card';
import { Field } from '@festivals/ui/field';
import { IconButton } from '@festivals/ui/icon-button';
import { Input } from '@festivals/ui/input';
import { formatMoney } from '@festivals/ui/format-money';
import { Money } from '@festivals/ui/money';
import { Minus, Plus } from 'lucide-react';
import { useLocale, useTranslations } from 'use-intl';
import { MoneyInput } from '../form/money-input.tsx';
import type { Good, Shelf } from './goods.ts';

interface Props {
  shelf: Shelf;
  chosen: Chosen;
  currency: string;
  /** Where the next customer begins. */
  focusFirst: boolean;
  onSet: (key: string, quantity: number) => void;
}

/** One shelf: how many of what, by typing, by arrow keys, or with a thumb. */
export function GoodsList({ shelf: { kind, goods }, chosen, currency, focusFirst, onSet }: Props) {
  const t = useTranslations('office.desk');
  const locale = useLocale();
  return (
    <Card className="overflow-hidden">
      <CardHeader title={t(kind)} />
      <ul className="divide-y divide-line">
        {goods.map((good, at) => (
          <li key={good.key} className="px-5 py-2.5 text-ui">
            <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
              <span className="min-w-32 flex-1">
                <span className={`block font-medium ${good.most === 0 ? 'text-ink-faint' : 'text-ink'}`}>
                  {good.name}
                </span>
                {good.detail !== '' && <span className="block text-xs text-ink-soft">{good.detail}</span>}
                {good.most === 0 && <span className="block text-xs text-ink-faint">{t('withTicket')}</span>}
              </span>
              <Money cents={good.price} currency={currency} locale={locale} className="text-ink-soft" />
              <HowMany
                good={good}
                value={chosen[good.key] ?? 0}
                autoFocus={focusFirst && at === 0}
                onSet={(quantity) => onSet(good.key, quantity)}
              />
            </div>
            {good.named && (chosen[good.key] ?? 0) > 0 && (
              <Field
                label={t('price', { name: good.name, least: formatMoney(good.named.least, currency, locale) })}
                className="mt-2 max-w-64"
              >
                <MoneyInput
                  currency={currency}
                  value={chosen[good.named.key] ?? good.named.least}
                  onChange={(price = 0) => good.named && onSet(good.named.key, price || 0)}
                />
              </Field>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}

function HowMany({
  good: { name, most },
  value,
  autoFocus,
  onSet,
}: {
  good: Good;
  value: number;
  autoFocus: boolean;
  onSet: (quantity: number) => void;
}) {
  const t = useTranslations('office.desk');
  const set = (quantity: number) => onSet(Math.max(0, Math.min(most, Math.trunc(quantity) || 0)));
  return (
    <span className="flex shrink-0 items-center gap-1">
      {/* For the thumb alone: whoever has keys types, or presses the arrows. */}
      <IconButton
        label={t('fewer', { name })}
        tone="plain"
        tabIndex={-1}
        disabled={value === 0}
        onClick={() => set(value - 1)}
      >
        <Minus aria-hidden="true" />
      </IconButton>
      <Input
        type="number"
        min={0}
        max={most}
        inputMode="numeric"
        aria-label={t('howMany', { name })}
        className="tabular w-14 text-center"
        disabled={most === 0}
        autoFocus={autoFocus}
        value={value}
        onFocus={({ target }) => target.select()}
        onChange={({ target }) => set(Number(target.value))}
      />
      <IconButton
        label={t('more', { name })}
        tone="plain"
        tabIndex={-1}
        disabled={value >= most}
        onClick={() => set(value + 1)}
      >
        <Plus aria-hidden="true" />
      </IconButton>
    </span>
  );
}
