-- What the team does with an order beside refunding it: tickets made anew, taken back or given another name, notes; and its whole story.

-- A ticket that was made anew: the old one opens no gate, the new one does. Gates learn it like any other change, also those without network.
alter table ticket add column replaced_by uuid,
  add foreign key (festival_id, replaced_by) references ticket,
  add constraint ticket_replaced_is_cancelled check (replaced_by is null or status = 'CANCELLED');

-- A ticket's number as it stands on paper and on screens: the last eight digits of its id.
create index ticket_by_number on ticket (festival_id, right(id::text, 8));

create table order_note (
  festival_id uuid not null references festival,
  id uuid not null,
  order_id uuid not null,
  text text not null,
  pinned boolean not null default false,
  written_by uuid references person,
  written_at timestamptz not null default now(),
  primary key (festival_id, id),
  foreign key (festival_id, order_id) references ticket_order
);
create index order_note_of on order_note (festival_id, order_id, written_at desc);
create index order_note_by on order_note (written_by);
call platform.guard_tenant('order_note', 'select, insert, update');

-- The notes of an order with whoever wrote them: pinned ones first, then the newest.
create function order_notes(p_festival uuid, p_order uuid) returns table (id uuid, text text, pinned boolean, "by" text, at timestamptz)
language sql stable as
$$
  select n.id, n.text, n.pinned, p.name, n.written_at from order_note n left join person p on p.id = n.written_by
  where n.festival_id = p_festival and n.order_id = p_order order by n.pinned desc, n.written_at desc, n.id
$$;

-- Everything that happened to an order, oldest first: to its basket, its payments, itself, and at the gates with its tickets.
create function order_timeline(p_festival uuid, p_order uuid)
returns table (id uuid, at timestamptz, name text, "by" text, details jsonb) language sql stable as
$$
  with subjects as (
    select o.id from ticket_order o where o.festival_id = p_festival and o.id = p_order
    union all select o.basket_id from ticket_order o where o.festival_id = p_festival and o.id = p_order
    union all select y.id from payment y where y.festival_id = p_festival and y.order_id = p_order
  )
  select e.id, e.at, e.name, p.name, e.after
  from subjects s join event e on e.festival_id = p_festival and e.subject_id = s.id
  left join person p on e.actor_kind = 'person' and p.id = e.actor_id
  union all
  select a.id, a.at, case when a.is_primary then 'access.ticket_admitted' else 'access.ticket_admitted_again' end, d.name,
    jsonb_build_object('ticket', a.ticket_id)
  from ticket t join admission a on a.festival_id = t.festival_id and a.ticket_id = t.id
  join device d on d.festival_id = a.festival_id and d.id = a.device_id
  where t.festival_id = p_festival and t.order_id = p_order
  order by 2, 1
$$;

-- The orders that a name fits which people read off paper or out of a provider's dashboard: the id of an order, a payment or a ticket, a
-- ticket's number, a provider's own name of a payment.
create function orders_named(p_festival uuid, p_named text) returns table (id uuid) language sql stable as
$$
  select t.order_id from ticket t where t.festival_id = p_festival and right(t.id::text, 8) = right(lower(p_named), 8)
    and (length(p_named) = 8 or t.id::text = lower(p_named))
  union
  select o.id from ticket_order o where o.festival_id = p_festival and p_named ~* '^[0-9a-f-]{36}$' and o.id = p_named::uuid
  union
  select y.order_id from payment y where y.festival_id = p_festival and p_named ~* '^[0-9a-f-]{36}$' and y.id = p_named::uuid
  union
  select y.order_id from provider_charge c join payment y on y.festival_id = c.festival_id and y.id = c.payment_id
  where c.festival_id = p_festival and c.reference = p_named
$$;
