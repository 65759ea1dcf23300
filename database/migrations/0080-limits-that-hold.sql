-- How often one address uses a code (see 0056). An order without an address is nobody's in particular.
create or replace function uses_within_person(p_festival uuid, p_baskets uuid[]) returns void language plpgsql
set plan_cache_mode = force_generic_plan set enable_seqscan = off as
$$
declare
  used record;
begin
  for used in
    select distinct c.code_id, p.code, p.per_person, o.email from unnest(p_baskets) as a (id)
    cross join lateral (select code_id from basket_code where festival_id = p_festival and basket_id = a.id offset 0) as c
    cross join lateral (select * from promo_code where festival_id = p_festival and id = c.code_id and per_person is not null limit 1) as p
    cross join lateral (select email from ticket_order where festival_id = p_festival and basket_id = a.id limit 1) as o
    where o.email <> '' order by 1, 4
  loop
    perform pg_advisory_xact_lock(hashtextextended(used.code_id || lower(used.email::text), 13));
    if (select count(*) from basket_code c join ticket_order o on o.festival_id = p_festival and o.basket_id = c.basket_id
        where c.festival_id = p_festival and c.code_id = used.code_id and o.email = used.email
          and o.status in ('AWAITING_PAYMENT', 'PAID', 'REFUNDED')) > used.per_person then
      perform fail('ticketing.code_person_limit', jsonb_build_object('code', used.code, 'most', used.per_person));
    end if;
  end loop;
end
$$;

-- A kind of a type that there are only so many of can be sold again once a ticket of it was given back. What a claim has given back is
-- counted beside it; the use of a code and the stock of a price step stay spent.
alter table basket_claim add column returned int not null default 0,
  add constraint basket_claim_returned_of_places check (returned between 0 and places);
grant update (returned) on basket_claim to festivals_api;

create function ticket_frees_its_kind() returns trigger language plpgsql as
$$
declare
  basket uuid;
  counted uuid;
begin
  select o.basket_id, (v.part->>'quotaId')::uuid into basket, counted from ticket_order o
  join basket_line l on l.festival_id = o.festival_id and l.basket_id = o.basket_id and l.line_no = new.line_no
  join ticket_type y on y.festival_id = o.festival_id and y.id = new.ticket_type_id
  cross join lateral jsonb_array_elements(y.variations) as v (part)
  where o.festival_id = new.festival_id and o.id = new.order_id and v.part->>'id' = l.variation_id::text;
  update basket_claim set returned = returned + 1
  where festival_id = new.festival_id and basket_id = basket and quota_id = counted and returned < places;
  if found then update quota set sold = sold - 1 where festival_id = new.festival_id and id = counted; end if;
  return null;
end
$$;
-- At the end of the transaction, behind the type's own quota: a sale takes the two in the same order.
create constraint trigger ticket_frees_its_kind after update of status on ticket deferrable initially deferred
  for each row when (old.status in ('SOLD', 'USED') and new.status in ('REFUNDED', 'CANCELLED') and new.replaced_by is null)
  execute function ticket_frees_its_kind();

-- Options of an order that is given back as a whole are free again (see 0055), those as well that were bought before they were limited.
create or replace function order_frees_options() returns trigger language plpgsql as
$$
declare
  given record;
begin
  for given in
    select quota_id, sum(quantity)::int as places from basket_line
    where festival_id = new.festival_id and basket_id = new.basket_id and kind = 'OPTION' and quota_id is not null group by 1 order by 1
  loop
    update quota set sold = sold - given.places where festival_id = new.festival_id and id = given.quota_id;
  end loop;
  for given in
    update basket_claim c set returned = c.places from ticket_option o
    where c.festival_id = new.festival_id and c.basket_id = new.basket_id and o.festival_id = c.festival_id and o.quota_id = c.quota_id
    returning c.quota_id, c.places
  loop
    update quota set sold = sold - given.places where festival_id = new.festival_id and id = given.quota_id;
  end loop;
  return null;
end
$$;

-- An order, a payment and a refund begin at their beginning. The owner alone may write what is over already: an archive, a measurement.
create function begins_at_its_beginning() returns trigger language plpgsql as
$$
begin
  if current_user = 'festivals_api' then raise exception 'a % cannot begin as %', tg_table_name, new.status using errcode = '23514'; end if;
  return new;
end
$$;
create trigger order_begins before insert on ticket_order for each row when (new.status <> 'AWAITING_PAYMENT') execute function begins_at_its_beginning();
create trigger payment_begins before insert on payment for each row when (new.status <> 'PROCESSING') execute function begins_at_its_beginning();
create trigger refund_begins before insert on refund for each row when (new.status <> 'PENDING') execute function begins_at_its_beginning();

-- What opened no gate any more never opens one again.
create function ticket_step() returns trigger language plpgsql as
$$
begin
  if (old.status, new.status) in (('SOLD', 'USED'), ('SOLD', 'CANCELLED'), ('SOLD', 'REFUNDED'), ('USED', 'REFUNDED')) then return new; end if;
  raise exception 'a ticket cannot go from % to %', old.status, new.status using errcode = '23514';
end
$$;
create trigger ticket_steps before update of status on ticket for each row when (old.status <> new.status) execute function ticket_step();
