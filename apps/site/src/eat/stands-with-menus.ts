import type { Stand } from '@festivals/domain/stands/contract';
import { localeOf, type Language } from '@festivals/messages';

/** In which order kinds of stands are read. */
const kinds: readonly Stand['kind'][] = ['FOOD', 'BAR', 'MERCH', 'TOPUP', 'INFO'];

/** Stands that serve something, by kind and name; a kitchen or bar without a menu yet is named all the same. */
export function standsWithMenus(
  stands: readonly Stand[],
  language: Language,
): { kind: Stand['kind']; stands: Stand[] }[] {
  const { compare } = new Intl.Collator(localeOf(language), { numeric: true });
  return kinds
    .map((kind) => ({
      kind,
      stands: stands
        .filter((stand) => stand.kind === kind)
        .filter(({ products }) => products.length > 0 || kind === 'FOOD' || kind === 'BAR')
        .toSorted((a, b) => compare(a.name, b.name)),
    }))
    .filter((group) => group.stands.length > 0);
}
