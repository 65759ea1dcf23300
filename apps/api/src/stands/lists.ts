import type { Stand } from '@festivals/domain/stands/contract';
import { productList, type ProductRow, productRows, standList } from '@festivals/domain/stands/list-views';
import { localised } from '@festivals/messages';
import { office } from '@festivals/messages/office';
import { type Listed, wholeList } from '../platform/table/listed.ts';
import { stock } from './stock-store.ts';
import * as store from './store.ts';

export const standsLists: readonly Listed[] = [
  wholeList<Stand>({
    name: 'stands',
    needs: 'stands.read',
    view: () => standList,
    read: store.list,
    columns: (language) => {
      const { menu: t, stands: words } = office[language];
      return [
        { heading: t.name, kind: 'text', value: ({ name }) => name },
        { heading: t.kind, kind: 'text', value: ({ kind }) => words.kind[kind] },
        { heading: t.open, kind: 'number', value: ({ products }) => products.length },
        {
          heading: t.hours,
          kind: 'text',
          value: ({ hours }) => hours.map(({ day, opens, closes }) => `${day} ${opens}–${closes}`).join(', '),
        },
      ];
    },
  }),
  wholeList<ProductRow & { onHand: number | null }>({
    name: 'products',
    needs: 'stands.read',
    view: () => productList,
    read: async (tx) => {
      const onHand = new Map((await stock(tx)).flatMap((item) => item.productIds.map((id) => [id, item.onHand])));
      return productRows(await store.list(tx)).map((row) => ({ ...row, onHand: onHand.get(row.product.id) ?? null }));
    },
    columns: (language, { currency }) => {
      const { menu: t, stands: words, record, orders } = office[language];
      const categories = { ...words.category, OTHER: t.other };
      return [
        { heading: record.field.standId, kind: 'text', value: ({ stand }) => stand.name },
        { heading: t.name, kind: 'text', value: ({ product }) => localised(product.name, language) },
        { heading: record.field.category, kind: 'text', value: ({ product }) => categories[product.category] },
        { heading: record.field.price, kind: 'money', value: ({ product }) => product.price },
        { heading: orders.currency, kind: 'text', value: () => currency },
        { heading: `${record.field.vat} %`, kind: 'number', value: ({ product }) => product.vat / 100 },
        { heading: record.field.deposit, kind: 'money', value: ({ product }) => product.deposit },
        {
          heading: record.field.diets,
          kind: 'text',
          value: ({ product }) => product.diets.map((diet) => words.diet[diet]).join(', '),
        },
        {
          heading: record.field.allergens,
          kind: 'text',
          value: ({ product }) => product.allergens.map((allergen) => t.allergen[allergen]).join(', '),
        },
        { heading: office[language].stock.onHand, kind: 'number', value: ({ onHand }) => onHand },
      ];
    },
  }),
];
