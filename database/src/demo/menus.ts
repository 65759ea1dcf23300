import { readFileSync } from 'node:fs';
import type { Names } from './names.ts';

export interface MenuItem {
  name: Names;
  category: string;
  /** Minor units, tax included. */
  price: number;
  /** Basis points: in Belgium 12 % on food served, 21 % on drinks served and on goods, 6 % on what is sold as in a shop. */
  vat: number;
  diets: readonly string[];
  allergens: readonly string[];
}

const [, ...lines] = readFileSync(new URL('menus.tsv', import.meta.url), 'utf8')
  .trimEnd()
  .split('\n');

const words = (text: string): string[] => text.split(' ').filter(Boolean);

function readLine(line: string): { stands: string[]; item: MenuItem } {
  const [stands, category, price, vat, diets, allergens, en, fr, de, es, it, pt] = line.split('\t');
  const isWhole =
    stands &&
    category &&
    price &&
    vat &&
    diets !== undefined &&
    allergens !== undefined &&
    en &&
    fr &&
    de &&
    es &&
    it &&
    pt;
  if (!isWhole) throw new RangeError(`A line of menus.tsv is not whole: ${line}`);
  const name = { en, fr, de, es, it, pt };
  const item = {
    name,
    category,
    price: Number(price),
    vat: Number(vat),
    diets: words(diets),
    allergens: words(allergens),
  };
  return { stands: words(stands), item };
}

/** What each stand sells, in the order of the file, by the key of its place; a stand without a menu sells nothing. */
export const menus: ReadonlyMap<string, readonly MenuItem[]> = lines.map(readLine).reduce((all, { stands, item }) => {
  for (const stand of stands) all.set(stand, [...(all.get(stand) ?? []), item]);
  return all;
}, new Map<string, MenuItem[]>());
