import type { DemoFestival } from './festivals.ts';
import type { Row } from './insert-rows.ts';
import type { Random } from './seeded-random.ts';

const hourInMs = 3_600_000;

/**
 * What a festival of the demo counts: bottles of water in the middle for all bars, and each thing of the merchandise where it
 * is sold. Deliveries came while the site was built; one count found less than there should be.
 */
export function stockRows(
  random: Random,
  festival: DemoFestival,
  { stands, products }: { stands: readonly Row[]; products: readonly Row[] },
  at: Date,
) {
  const items: Row[] = [];
  const links: Row[] = [];
  const movements: Row[] = [];
  const add = (
    name: string,
    standId: string | null,
    lowAt: number,
    drawing: readonly Row[],
    counts: readonly number[],
  ) => {
    const id = random.id(at);
    items.push({ festival_id: festival.id, id, name, stand_id: standId, low_at: lowAt, version: 1 });
    links.push(
      ...drawing.map((product) => ({ festival_id: festival.id, product_id: product['id'], stock_item_id: id })),
    );
    counts.forEach((quantity, index) => {
      const madeAt = new Date(at.getTime() + (index + 1) * hourInMs);
      const isDelivery = quantity > 0;
      movements.push({
        festival_id: festival.id,
        id: random.id(madeAt),
        stock_item_id: id,
        kind: isDelivery ? 'DELIVERY' : 'CORRECTION',
        quantity,
        counted: isDelivery ? null : counts.slice(0, index + 1).reduce((sum, one) => sum + one, 0),
        reason: isDelivery ? null : 'Casse à la livraison',
        made_at: madeAt,
      });
    });
  };
  const frenchOf = (product: Row) => (product['name'] as { fr?: string }).fr ?? '';
  const water = products.filter((product) => frenchOf(product).startsWith('Eau plate'));
  if (water.length > 0) add('Eau plate 50 cl', null, 2_000, water, [9_600, 4_800, -144]);
  const shop = stands.find(({ kind }) => kind === 'MERCH');
  const goods = products.filter((product) => product['stand_id'] === shop?.['id']);
  goods.forEach((product, index) =>
    add(frenchOf(product), String(shop?.['id']), 40, [product], [[240, 120], [36], [400, -12], [180]][index % 4] ?? []),
  );
  return { stockItems: items, productStock: links, stockMovements: movements };
}
