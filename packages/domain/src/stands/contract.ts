import { bytes, nothing, queryInteger, route } from '@festivals/contract';
import { z } from 'zod';
import { Picture, PictureChange } from '../media/contract.ts';
import { OpeningHours, WeekOfHours } from '../places/opening-hours.ts';
import { BasisPoints, InFestival, Language, Line, Localised, Price, Text } from '../primitives.ts';
import { tableUpload } from '../table-upload.ts';

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

const Version = z.int().min(1);

/** What something is called: one line in each language that has a name, and at least one. */
const Names = (most: number) =>
  z
    .partialRecord(
      Language,
      Text(most).refine((name) => !/[\t\r\n]/.test(name), { message: 'control_characters' }),
    )
    .refine((names) => Object.values(names).some((name) => name !== ''), { message: 'no_name' })
    .transform((names) => Object.fromEntries(Object.entries(names).filter(([, name]) => name !== '')));

export const ProductName = Names(120);

/** A heading of a stand's menu. Its id is made where it is written, so that products can be put below it at once. */
export const MenuSection = z.object({ id: z.uuid(), name: Localised(80) }).meta({ id: 'MenuSection' });
export type MenuSection = z.infer<typeof MenuSection>;

const each = <T extends z.ZodType>(item: T) =>
  z.array(item).refine((items) => new Set(items).size === items.length, { message: 'duplicates' });

export const Product = z
  .object({
    id: z.uuid(),
    name: Localised(120),
    category: ProductCategory,
    price: Price,
    vat: BasisPoints,
    /** Paid back when the cup or plate comes back; null where there is none. */
    deposit: Price.nullable(),
    diets: z.array(Diet),
    allergens: z.array(Allergen),
    /** The section of its stand's menu; null where it stands below no heading, before all sections. */
    sectionId: z.uuid().nullable(),
    order: z.int(),
    picture: Picture.nullable(),
    version: Version,
  })
  .meta({ id: 'Product' });
export type Product = z.infer<typeof Product>;

export const Stand = z
  .object({
    id: z.uuid(),
    name: z.string(),
    kind: StandKind,
    placeId: z.uuid().nullable(),
    hours: z.array(OpeningHours),
    /** The menu's headings, in their order. */
    sections: z.array(MenuSection),
    version: Version,
    /** In the menu's order: those below no heading first, then section by section. */
    products: z.array(Product),
  })
  .meta({ id: 'Stand' });
export type Stand = z.infer<typeof Stand>;

const editableStand = z.object({
  name: Line(80),
  kind: StandKind,
  placeId: z.uuid().nullable(),
  hours: WeekOfHours,
  sections: z
    .array(z.object({ id: z.uuid(), name: Names(80) }))
    .max(40)
    .refine((sections) => new Set(sections.map(({ id }) => id)).size === sections.length, { message: 'duplicates' }),
});

export const NewStand = editableStand.extend({
  placeId: editableStand.shape.placeId.default(null),
  hours: editableStand.shape.hours.default([]),
  sections: editableStand.shape.sections.default([]),
});

const editableProduct = z.object({
  name: ProductName,
  category: ProductCategory,
  price: Price,
  vat: BasisPoints,
  deposit: Price.nullable(),
  diets: each(Diet),
  allergens: each(Allergen),
  sectionId: z.uuid().nullable(),
  order: z.int().min(0).max(100_000),
});

export const NewProduct = editableProduct.extend({
  deposit: editableProduct.shape.deposit.default(null),
  diets: editableProduct.shape.diets.default([]),
  allergens: editableProduct.shape.allergens.default([]),
  sectionId: editableProduct.shape.sectionId.default(null),
  order: editableProduct.shape.order.default(0),
});
export type NewProduct = z.output<typeof NewProduct>;

export const ProductChanges = editableProduct.partial();

/** One row of a sheet that is saved: something new, something changed, something taken off the menu. */
export const ProductDeed = z.discriminatedUnion('op', [
  z.object({ op: z.literal('create'), product: NewProduct }),
  z.object({ op: z.literal('change'), id: z.uuid(), version: Version, changes: ProductChanges }),
  z.object({ op: z.literal('remove'), id: z.uuid(), version: Version }),
]);
export type ProductDeed = z.output<typeof ProductDeed>;

const OnStand = InFestival.extend({ standId: z.uuid() });
const OnProduct = InFestival.extend({ productId: z.uuid() });
const AtVersion = z.object({ version: queryInteger().min(1) });

export const listStands = route({
  method: 'GET',
  path: '/festivals/:festivalId/stands',
  permission: 'public',
  summary: 'Where to eat and drink, with prices',
  params: InFestival,
  response: z.array(Stand),
  errors: ['general.not_found'],
});

export const createStand = route({
  method: 'POST',
  path: '/festivals/:festivalId/stands',
  permission: 'stands.edit',
  idempotent: true,
  summary: 'Add a stand',
  params: InFestival,
  body: NewStand,
  response: Stand,
  status: 201,
  errors: ['stands.place_gone'],
});

export const updateStand = route({
  method: 'PATCH',
  path: '/festivals/:festivalId/stands/:standId',
  permission: 'stands.edit',
  summary: 'Change a stand; `version` is the one that the change was made from',
  params: OnStand,
  body: z.object({ version: Version, changes: editableStand.partial() }),
  response: Stand,
  errors: ['general.not_found', 'general.conflict', 'stands.place_gone'],
});

export const deleteStand = route({
  method: 'DELETE',
  path: '/festivals/:festivalId/stands/:standId',
  permission: 'stands.edit',
  summary: 'Take a stand away, with what it offers; its past stays',
  params: OnStand,
  query: AtVersion,
  response: nothing(),
  errors: ['general.not_found', 'general.conflict'],
});

export const restoreStand = route({
  method: 'POST',
  path: '/festivals/:festivalId/stands/:standId/restoration',
  permission: 'stands.edit',
  summary: 'Bring a stand back that was taken away, with what it offered',
  params: OnStand,
  response: Stand,
  errors: ['general.not_found', 'general.conflict'],
});

export const restoreProduct = route({
  method: 'POST',
  path: '/festivals/:festivalId/products/:productId/restoration',
  permission: 'stands.edit',
  summary: 'Bring a product back onto the menu of its stand',
  params: OnProduct,
  response: Product,
  errors: ['general.not_found', 'general.conflict', 'stands.stand_gone'],
});

export const createProduct = route({
  method: 'POST',
  path: '/festivals/:festivalId/stands/:standId/products',
  permission: 'stands.edit',
  idempotent: true,
  summary: 'Put a product on a stand’s menu',
  params: OnStand,
  body: NewProduct,
  response: Product,
  status: 201,
  errors: ['general.not_found', 'stands.section_gone', 'festival.unknown_vat_rate'],
});

export const updateProduct = route({
  method: 'PATCH',
  path: '/festivals/:festivalId/products/:productId',
  permission: 'stands.edit',
  summary: 'Change a product; a new price is dated, and the past ones stay',
  params: OnProduct,
  body: z.object({ version: Version, changes: ProductChanges }),
  response: Product,
  errors: ['general.not_found', 'general.conflict', 'stands.section_gone', 'festival.unknown_vat_rate'],
});

export const showProductPicture = route({
  method: 'PUT',
  path: '/festivals/:festivalId/products/:productId/picture',
  permission: 'stands.edit',
  summary: 'Choose a product’s picture from the festival’s, or take it off',
  params: OnProduct,
  body: PictureChange,
  response: Product,
  errors: ['general.not_found', 'general.conflict', 'media.picture_gone'],
});

export const deleteProduct = route({
  method: 'DELETE',
  path: '/festivals/:festivalId/products/:productId',
  permission: 'stands.edit',
  summary: 'Take a product off the menu; its past prices stay',
  params: OnProduct,
  query: AtVersion,
  response: nothing(),
  errors: ['general.not_found', 'general.conflict'],
});

/** What is wrong with a row of `saveProducts`: `details.rows` of its refusal, by place in the request. */
export const RefusedRow = z.object({
  row: z.int(),
  reason: z.enum(['not_found', 'conflict', 'duplicate', 'section_gone', 'unknown_vat_rate']),
  /** The version that the product has now. */
  version: Version.optional(),
});
export type RefusedRow = z.infer<typeof RefusedRow>;

export const saveProducts = route({
  method: 'POST',
  path: '/festivals/:festivalId/stands/:standId/products/changes',
  permission: 'stands.edit',
  idempotent: true,
  summary: 'Save many rows of a stand’s menu, all or none; a refusal names each row and its reason',
  params: OnStand,
  body: z.object({ rows: z.array(ProductDeed).min(1).max(500) }),
  response: z.array(Product),
  errors: ['general.not_found', 'stands.rows_refused'],
});

export const ImportReason = z.enum([
  'required',
  'invalid',
  'unknown',
  'ambiguous',
  'duplicate',
  'too_long',
  'no_name',
  'control_characters',
  'surplus_cells',
  /** Another row says another number of what both draw on. */
  'contradicts',
  /** Something of this name is counted at the stand already. */
  'named_alike',
]);
export type ImportReason = z.infer<typeof ImportReason>;

/** What becomes of one record of a file, by the line on which it begins. */
export const ImportRow = z.object({
  line: z.int(),
  outcome: z.enum(['new', 'changed', 'same', 'refused']),
  name: z.string(),
  stand: z.string(),
  /** Columns that would change. */
  columns: z.array(z.string()),
  /** How many there are by the movements, null where nothing is counted yet, and by the file. */
  stock: z.object({ from: z.int().nullable(), to: z.int() }).nullable(),
  /** Why it is refused, by column; the empty column is the whole row. */
  reasons: z.array(z.object({ column: z.string(), reason: ImportReason })),
});
export type ImportRow = z.infer<typeof ImportRow>;

const tableFile = tableUpload(5_000_000);

export const exportProducts = route({
  method: 'GET',
  path: '/festivals/:festivalId/products.csv',
  permission: 'stands.read',
  summary: 'All products as CSV, to be changed in a spreadsheet and imported again',
  params: InFestival,
  response: bytes('text/csv; charset=utf-8'),
});

export const previewImport = route({
  method: 'POST',
  path: '/festivals/:festivalId/products/import/preview',
  permission: 'stands.edit',
  summary: 'What a CSV or Excel file of products would change; changes nothing',
  params: InFestival,
  body: tableFile,
  response: z.object({ hash: z.string(), rows: z.array(ImportRow) }),
  errors: ['stands.file_unreadable'],
});

export const applyImport = route({
  method: 'POST',
  path: '/festivals/:festivalId/products/import',
  permission: 'stands.edit',
  summary:
    'Import a CSV or Excel file of products exactly as its preview showed it, all or nothing; `hash` is the preview’s',
  params: InFestival,
  /** A count that differs from what the movements say is booked with a reason. */
  query: z.object({ hash: z.string().min(1).max(100), reason: Line(200).optional() }),
  body: tableFile,
  response: z.object({ created: z.int(), changed: z.int(), counted: z.int() }),
  errors: [
    'stands.file_unreadable',
    'stands.import_refused',
    'stands.import_changed',
    'stands.count_without_reason',
    'stands.counted_elsewhere',
    'stands.stock_named_alike',
  ],
});
