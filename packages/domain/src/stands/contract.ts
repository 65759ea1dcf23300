import { route } from '@festivals/contract';
import { z } from 'zod';
import { BasisPoints, InFestival, Localised, Price } from '../primitives.ts';

export const StandKind = z.enum(['BAR', 'FOOD', 'MERCH', 'TOPUP', 'INFO']);

/** What a product is, for menus and figures. */
export const ProductCategory = z.enum([
  'BEER',
  'WINE',
  'COCKTAIL',
  'SOFT',
  'HOT',
  'DISH',
  'SNACK',
  'DESSERT',
  'CLOTHING',
  'SOUVENIR',
  'OTHER',
]);
export type ProductCategory = z.infer<typeof ProductCategory>;

export const Diet = z.enum(['VEGAN', 'VEGETARIAN', 'GLUTEN_FREE', 'HALAL']);
export type Diet = z.infer<typeof Diet>;

/** The fourteen that must be declared (Regulation (EU) No 1169/2011, annex II). */
export const Allergen = z.enum([
  'GLUTEN',
  'CRUSTACEANS',
  'EGGS',
  'FISH',
  'PEANUTS',
  'SOYA',
  'MILK',
  'NUTS',
  'CELERY',
  'MUSTARD',
  'SESAME',
  'SULPHITES',
  'LUPIN',
  'MOLLUSCS',
]);
export type Allergen = z.infer<typeof Allergen>;

export const Product = z
  .object({
    id: z.uuid(),
    name: Localised(120),
    category: ProductCategory,
    price: Price,
    vat: BasisPoints,
    diets: z.array(Diet),
    allergens: z.array(Allergen),
  })
  .meta({ id: 'Product' });

export const Stand = z
  .object({ id: z.uuid(), name: z.string(), kind: StandKind, placeId: z.uuid().nullable(), products: z.array(Product) })
  .meta({ id: 'Stand' });
export type Stand = z.infer<typeof Stand>;

export const listStands = route({
  method: 'GET',
  path: '/festivals/:festivalId/stands',
  permission: 'public',
  summary: 'Where to eat and drink, with prices',
  params: InFestival,
  response: z.array(Stand),
  errors: ['general.not_found'],
});
