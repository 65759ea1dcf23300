import type { Buyer } from '@festivals/domain/ticketing/pricing/price-list';
import { stdnum } from 'stdnum';
import { fail } from '../../platform/fault.ts';

/** What the library calls the VAT numbers of each state of the union. */
const vatNumbers: Readonly<Record<string, readonly string[]>> = {
  AT: ['uid'],
  BE: ['vat'],
  BG: ['vat'],
  CY: ['vat'],
  CZ: ['dic'],
  DE: ['vat'],
  DK: ['cvr'],
  EE: ['kmkr'],
  ES: ['cif', 'nif'],
  FI: ['alv'],
  FR: ['tva'],
  GR: ['vat'],
  HR: ['oib'],
  HU: ['anum'],
  IE: ['vat'],
  IT: ['iva'],
  LT: ['pvm'],
  LU: ['tva'],
  LV: ['pvn'],
  MT: ['vat'],
  NL: ['btw'],
  PL: ['nip'],
  PT: ['nipc', 'nif'],
  RO: ['cif', 'cui'],
  SE: ['vat'],
  SI: ['ddv'],
  SK: ['dph'],
};

/** A company's VAT number in its plain form, its check digits proven; fails where they do not agree. Nobody outside is asked. */
export function checkedVatNumber({ country, vatNumber, ...told }: Buyer): Buyer {
  const plain = vatNumber.replaceAll(/[\s.-]/g, '').toUpperCase();
  // Greece writes EL before its numbers.
  const prefix = country === 'GR' ? 'EL' : country;
  const bare = plain.startsWith(prefix) ? plain.slice(prefix.length) : plain;
  const isValid = (vatNumbers[country] ?? []).some((name) =>
    [bare, prefix + bare].some((text) => stdnum[country]?.[name]?.validate(text).isValid),
  );
  return isValid ? { country, vatNumber: prefix + bare, ...told } : fail('ticketing.vat_number_invalid', { country });
}
