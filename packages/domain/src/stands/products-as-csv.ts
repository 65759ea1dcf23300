import { writeCsv } from '../csv.ts';
import { meant, namesIn, plainName } from '../meant.ts';
import { Language } from '../primitives.ts';
import type { Stand } from './contract.ts';
import { columns, type NamedPicture } from './product-columns.ts';
import type { StockItem } from './stock-contract.ts';

/** The products of all stands as a file that `planImport` reads back as "same". */
export function productsAsCsv(
  stands: readonly Stand[],
  { pictures, stock }: { pictures: readonly NamedPicture[]; stock: readonly StockItem[] },
): string {
  const byName = Map.groupBy(pictures, ({ name }) => plainName(name));
  const byId = new Map(pictures.map((picture) => [picture.id, picture.name]));
  const onHand = new Map(stock.flatMap((item) => item.productIds.map((id) => [id, String(item.onHand)])));
  /** Its name where no other picture has it too. */
  const pictureCell = (id: string | undefined): string => {
    const name = id === undefined ? '' : (byId.get(id) ?? '');
    return byName.get(plainName(name))?.length === 1 ? name : (id ?? '');
  };
  /** Likewise of a heading among those of its stand. */
  const sectionCell = (id: string | null, sections: Stand['sections']): string => {
    const section = sections.find((one) => one.id === id);
    if (section === undefined) return '';
    const [name = ''] = Object.values(section.name);
    return meant(name, sections, namesIn) === section ? name : section.id;
  };
  const decimal = (value: number) => (value / 100).toFixed(2);
  const lines = stands.flatMap((stand) =>
    stand.products.map((product) => {
      const { name, category, price, vat, deposit, diets, allergens, id } = product;
      const heading = sectionCell(product.sectionId, stand.sections);
      const picture = pictureCell(product.picture?.id);
      const names = Language.options.map((language) => name[language] ?? '');
      const money = [decimal(price), String(vat / 100), deposit === null ? '' : decimal(deposit)];
      const shelf = [stand.name, heading, picture, onHand.get(id) ?? ''];
      return [...names, category, ...money, diets.join(' '), allergens.join(' '), ...shelf, id];
    }),
  );
  return writeCsv([[...columns], ...lines]);
}
