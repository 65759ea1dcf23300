import { useMemo } from 'react';
import { useLocale } from 'use-intl';
import { countries } from './festival-form.ts';

/** All countries as a list to choose from, by their names in the reader's language. */
export function CountryOptions() {
  const locale = useLocale();
  const all = useMemo(() => countries(locale), [locale]);
  return all.map(({ code, name }) => (
    <option key={code} value={code}>
      {name}
    </option>
  ));
}
