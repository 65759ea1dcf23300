import { dateIn } from '@festivals/domain/calendar';
import type { Festival } from '@festivals/domain/festival/contract';
import { vatFrom } from '@festivals/domain/festival/vat';
import { Select } from '@festivals/ui/select';
import { useQuery } from '@tanstack/react-query';
import { useFormatter, useTranslations } from 'use-intl';
import { DecimalInput } from '../form/decimal-input.tsx';
import { detailsQuery } from './queries.ts';

/** The rates from which something new may choose, by name and then by day; undefined until they are known. */
export function useOfferedRates(festival: Festival) {
  const { data, isError } = useQuery(detailsQuery(festival.id));
  if (data === undefined) return isError ? [] : undefined;
  return vatFrom(data.vat.content, dateIn(new Date(), festival.zone));
}

type Props = {
  festival: Festival;
  value: number | undefined;
  onChange: (rate: number | undefined) => void;
  onBlur: () => void;
};

/** A VAT rate: one of those that the festival named; where it named none, any. */
export function VatInput({ festival, value, onChange, onBlur }: Props) {
  const t = useTranslations('office.vatInput');
  const format = useFormatter();
  const rates = useOfferedRates(festival) ?? [];
  if (rates.length === 0) return <DecimalInput value={value} onChange={onChange} onBlur={onBlur} digits={2} unit="%" />;
  const shown = (rate: number) => format.number(rate / 10_000, 'rate');
  const since = (date: string) => format.dateTime(new Date(`${date}T12:00:00Z`), 'day', { timeZone: 'UTC' });
  const today = dateIn(new Date(), festival.zone);
  return (
    <Select
      value={value ?? ''}
      onBlur={onBlur}
      onChange={({ target }) => onChange(target.value === '' ? undefined : Number(target.value))}
    >
      {value === undefined && <option value="">{t('choose')}</option>}
      {value !== undefined && !rates.some(({ rate }) => rate === value) && (
        <option value={value}>{t('former', { rate: shown(value) })}</option>
      )}
      {rates.map(({ name, rate, from }) => (
        <option key={`${name} ${from}`} value={rate}>
          {from !== null && from > today
            ? t('later', { name, rate: shown(rate), date: since(from) })
            : `${name} ${shown(rate)}`}
        </option>
      ))}
    </Select>
  );
}
