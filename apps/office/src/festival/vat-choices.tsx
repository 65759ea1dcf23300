import { dateIn } from '@festivals/domain/calendar';
import type { Festival } from '@festivals/domain/festival/contract';
import { vatOn } from '@festivals/domain/festival/vat';
import { useQuery } from '@tanstack/react-query';
import { useFormatter, useLocale } from 'use-intl';
import { formatDecimal } from '../form/decimal.ts';
import { detailsQuery } from './queries.ts';

/** The rates that the festival named and that hold today. */
export function useVatRates(festival: Festival) {
  const { data } = useQuery(detailsQuery(festival.id));
  return vatOn(data?.vat.content ?? [], dateIn(new Date(), festival.zone));
}

/** The festival's rates below a field: one press takes one. Any other can still be typed. */
export function VatChoices({
  festival,
  value,
  onChange,
}: {
  festival: Festival;
  value: number | undefined;
  onChange: (rate: number) => void;
}) {
  const format = useFormatter();
  const rates = useVatRates(festival);
  if (rates.length === 0) return null;
  return (
    <span className="mt-1.5 flex flex-wrap gap-1.5">
      {rates.map(({ name, rate }) => (
        <button
          key={name}
          type="button"
          aria-pressed={rate === value}
          onClick={() => onChange(rate)}
          className="cursor-pointer rounded-full border border-line px-2.5 py-0.5 text-xs text-ink-soft hover:bg-hover aria-pressed:border-accent aria-pressed:bg-accent-soft aria-pressed:text-accent-text pointer-coarse:py-2"
        >
          {`${name} ${format.number(rate / 10_000, 'rate')}`}
        </button>
      ))}
    </span>
  );
}

/** The same for a sheet's cells: a list from which a rate may be taken while it is typed. */
export function VatList({ id, festival }: { id: string; festival: Festival }) {
  const locale = useLocale();
  const rates = useVatRates(festival);
  return (
    <datalist id={id}>
      {rates.map(({ name, rate }) => (
        <option key={name} value={formatDecimal(rate, 2, locale)} label={name} />
      ))}
    </datalist>
  );
}
