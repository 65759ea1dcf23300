import type { Stand } from '@festivals/domain/stands/contract';
import { sql } from 'kysely';
import type { z } from 'zod';
import type { Tx } from '../platform/transaction.ts';

/** The festival's stands by kind and name, each with its products in the menu's order. */
export async function list(tx: Tx): Promise<z.input<typeof Stand>[]> {
  const { rows } = await sql<z.input<typeof Stand>>`
    select s.id, s.name, s.kind, s.place_id as "placeId",
      coalesce(jsonb_agg(
        jsonb_build_object('id', p.id, 'name', p.name, 'category', p.category, 'price', p.price, 'vat', p.vat,
          'diets', p.diets, 'allergens', p.allergens)
        order by p.sort_order, p.id) filter (where p.id is not null), '[]') as products
    from stand s
    left join product p on p.festival_id = s.festival_id and p.stand_id = s.id
    where s.festival_id = current_festival()
    group by s.festival_id, s.id
    order by s.kind, s.name, s.id`.execute(tx);
  return rows;
}
