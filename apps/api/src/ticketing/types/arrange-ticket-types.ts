import type { Input, Output } from '@festivals/contract';
import type * as contract from '@festivals/domain/ticketing/inventory-contract';
import { arrangementFault, isSameArrangement } from '@festivals/domain/ticketing/arrangement';
import { sql } from 'kysely';
import type { z } from 'zod';
import type { Ctx } from '../../platform/context.ts';
import { fail } from '../../platform/fault.ts';
import { record } from '../../platform/record.ts';
import { deed, look, type Tx } from '../../platform/transaction.ts';

type View = z.input<typeof contract.Arrangement>;

/** The order and the headings of the shop. */
export const getArrangement = (
  ctx: Ctx,
  { params }: Input<typeof contract.getArrangement>,
): Promise<Output<typeof contract.getArrangement>> => look(ctx, params.festivalId, arrangement);

/** Sets the order and the headings of the shop, where nobody set others meanwhile; every type stands in it once. */
export function arrangeTicketTypes(
  ctx: Ctx,
  { params, body }: Input<typeof contract.arrangeTicketTypes>,
): Promise<Output<typeof contract.arrangeTicketTypes>> {
  return deed(ctx, params.festivalId, async (tx) => {
    await sql`select from ticket_type where festival_id = current_festival() order by id for no key update`.execute(tx);
    const before = await arrangement(tx);
    if (!isSameArrangement(before, body.was) || arrangementFault(before, body.wanted)) fail('general.conflict');
    await write(tx, body.wanted);
    const after = await arrangement(tx);
    await record(tx, ctx, {
      name: 'ticketing.types_arranged',
      subjectId: params.festivalId,
      before: { ...before },
      after: { ...after },
    });
    return after;
  });
}

async function arrangement(tx: Tx): Promise<View> {
  const { rows } = await sql<View>`
    select
      array(select t.id from ticket_type t where t.festival_id = current_festival() and t.group_id is null and t.deleted_at is null
        order by t.sort_order, t.created_at, t.id) as "ticketTypeIds",
      coalesce((select jsonb_agg(jsonb_build_object('id', g.id, 'name', g.name, 'ticketTypeIds',
          array(select t.id from ticket_type t where t.festival_id = g.festival_id and t.group_id = g.id and t.deleted_at is null
            order by t.sort_order, t.created_at, t.id)) order by g.sort_order, g.id)
        from ticket_group g where g.festival_id = current_festival()), '[]') as groups`.execute(tx);
  return rows[0] ?? { ticketTypeIds: [], groups: [] };
}

async function write(tx: Tx, { ticketTypeIds, groups }: View): Promise<void> {
  const headings = groups.map(({ id, name }, order) => ({ id, name, order }));
  const places = [
    ...ticketTypeIds.map((id) => ({ id, group: null })),
    ...groups.flatMap((group) => group.ticketTypeIds.map((id) => ({ id, group: group.id }))),
  ].map((place, order) => ({ ...place, order }));
  await sql`
    insert into ticket_group (festival_id, id, name, sort_order)
    select current_festival(), x.id, x.name, x."order"
    from jsonb_to_recordset(${JSON.stringify(headings)}::jsonb) as x(id uuid, name jsonb, "order" int)
    on conflict (festival_id, id) do update set name = excluded.name, sort_order = excluded.sort_order`.execute(tx);
  await sql`
    update ticket_type t set group_id = x."group", sort_order = x."order"
    from jsonb_to_recordset(${JSON.stringify(places)}::jsonb) as x(id uuid, "group" uuid, "order" int)
    where t.festival_id = current_festival() and t.id = x.id`.execute(tx);
  const kept = sql`${sql.val(headings.map(({ id }) => id))}::uuid[]`;
  // A type that was taken away comes back below no heading where its own is gone.
  await sql`
    update ticket_type set group_id = null
    where festival_id = current_festival() and deleted_at is not null and group_id <> all(${kept})`.execute(tx);
  await sql`
    delete from ticket_group where festival_id = current_festival() and id <> all(${kept})`.execute(tx);
}
