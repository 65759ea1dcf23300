import { localeOf, type Language } from '@festivals/messages';

/** The most names that help; more would only be noise. */
const most = 4;

/**
 * What places of one kind are called, under the kind's own name: `Toilets 2`, `Toilets 1` are `1 and 2`,
 * and a single place that is called as its kind is not said twice.
 */
export function namePlaces(names: readonly string[], kind: string, language: Language): string {
  const { compare } = new Intl.Collator(localeOf(language), { numeric: true });
  const distinct = [...new Set(names.filter(Boolean))].filter((name) => name !== kind).toSorted(compare);
  const numbers = distinct.map((name) => /(?<= )\d+$/.exec(name)?.[0] ?? '');
  const bases = new Set(distinct.map((name, at) => name.slice(0, name.length - (numbers[at]?.length ?? 0))));
  const alike = distinct.length > 1 && bases.size === 1;
  const said = alike ? numbers : distinct;
  if (said.length > most) return alike ? `${said[0]} – ${said.at(-1)}` : `${said.slice(0, most).join(', ')} …`;
  return new Intl.ListFormat(localeOf(language)).format(said);
}
