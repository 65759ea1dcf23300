/** How the lists of stands and of their products are looked at. Pure. */
import { listView } from '../list-view.ts';
import { type Product, type Stand, StandKind } from './contract.ts';

const namesOf = ({ name }: Product): string[] => Object.values(name);

export const standList = listView({
  texts: ({ name, products }: Stand) => [name, ...products.flatMap(namesOf)],
  sorts: {
    kind: ({ kind }) => StandKind.options.indexOf(kind),
    name: ({ name }) => name,
    products: ({ products }) => products.length,
  },
  only: Object.fromEntries(StandKind.options.map((kind) => [kind, (stand: Stand) => stand.kind === kind])),
});

/** A product and where it is sold. */
export interface ProductRow {
  product: Product;
  stand: Stand;
}

export const productRows = (stands: readonly Stand[]): ProductRow[] =>
  stands.flatMap((stand) => stand.products.map((product) => ({ product, stand })));

export const productList = listView({
  texts: ({ product, stand }: ProductRow) => [...namesOf(product), stand.name],
  sorts: {
    stand: ({ stand }) => stand.name,
    price: ({ product }) => product.price,
    category: ({ product }) => product.category,
  },
  only: Object.fromEntries(StandKind.options.map((kind) => [kind, ({ stand }: ProductRow) => stand.kind === kind])),
});
