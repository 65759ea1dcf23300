import { dateIn } from '@festivals/domain/calendar';
import type { Festival } from '@festivals/domain/festival/contract';
import { vatOn } from '@festivals/domain/festival/vat';
import { useQuery } from '@tanstack/react-query';
import { useLocale } from 'use-intl';
import { formatDecimal } from '../form/decimal.ts';
import { detailsQuery } from './queries.ts';

/** The rates that the festival named and that hold today. */
function useVatRates(festival: Festival) {
  const { data } = useQuery(detailsQuery(festival.id));
  return vatOn(data?.vat.content ?? [], dateIn(new Date(), festival.zone));
}

/** A list for a sheet's cells, from which a rate may be taken while it is typed. */
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
