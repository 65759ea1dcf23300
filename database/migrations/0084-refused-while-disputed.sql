-- What a bank has taken back is not given back a second time; money that comes late meets the limits again; and a limit that is set late
-- misses nothing that is being held at that moment.

-- Disputes and refunds -------------------------------------------------------------------------------------------------

-- A bank may only ask, and leave the money where it is.
alter table dispute add column withdrawn boolean not null default true;
create index dispute_of_payment on dispute (festival_id, payment_id);

-- What banks have taken of a payment: whether that is still argued about, and what is lost for good, minor units.
create function taken_by_bank(p_festival uuid, p_payment uuid, out argued boolean, out lost bigint) language sql stable as
$$
  select coalesce(bool_or(status = 'OPEN'), false), coalesce(sum(amount) filter (where status = 'LOST'), 0)::bigint
  from dispute where festival_id = p_festival and payment_id = p_payment and withdrawn
$$;

-- Orders of whose money a bank has taken some, and did not bring it again. They are few.
create function disputed_orders(p_festival uuid) returns setof uuid language sql stable as
$$
  select p.order_id from dispute d join payment p on p.festival_id = d.festival_id and p.id = d.payment_id
  where d.festival_id = p_festival and d.withdrawn and d.status in ('OPEN', 'LOST')
$$;

-- As in 0049; nor does money go back that a bank has taken already. Whoever writes a dispute locks the payment as well.
create or replace function refund_stays_within_payment() returns trigger language plpgsql as
$$
declare
  paid bigint;
  back bigint;
  bank record;
begin
  select amount into paid from payment where festival_id = new.festival_id and id = new.payment_id for no key update;
  select sum(amount) into back from refund where festival_id = new.festival_id and payment_id = new.payment_id;
  if back > paid then
    raise exception 'more would go back than was paid' using errcode = '23514', constraint = 'refund_within_payment';
  end if;
  select * into bank from taken_by_bank(new.festival_id, new.payment_id);
  if new.amount > 0 and (bank.argued or back > paid - bank.lost) then
    perform fail('ticketing.payment_disputed', jsonb_build_object('orderId', new.order_id));
  end if;
  return null;
end
$$;

-- Why a mass refund left an order alone: an error of the catalogue.
alter table mass_refund_order add column skipped text;
create index mass_refund_order_skipped on mass_refund_order (festival_id, mass_refund_id, order_id) where skipped is not null;

-- Late money -----------------------------------------------------------------------------------------------------------

-- An order that ran out is nobody's any more, and its buyer may have bought others since. Paid late, it takes places again, and counts against
-- what one person may have as if it were placed now. At the end of the transaction, when its tickets are there.
create function late_order_keeps_limits() returns trigger language plpgsql as
$$
begin
  perform uses_within_person(new.festival_id, array[new.basket_id]);
  if exists (select from ticket_type where festival_id = new.festival_id and max_per_person is not null) then
    perform types_within_person(new.festival_id, array[new.id]);
  end if;
  return null;
end
$$;
create constraint trigger late_order_keeps_limits after update of status on ticket_order deferrable initially deferred
  for each row when (old.status = 'EXPIRED' and new.status = 'PAID') execute function late_order_keeps_limits();

-- Limits that are set while something is held --------------------------------------------------------------------------

-- Somebody reads a price, a limit is set, and only then the first one's basket is written, which knows of no limit. So whoever sets one keeps
-- this lock alone until the limit is there to be seen; baskets share it at their end, and one that missed a limit is priced anew. Plain tickets
-- never ask for it: their quota is there from the beginning.
create function lock_of_limits(p_festival uuid) returns bigint language sql immutable as
$$ select hashtextextended(p_festival::text, 15) $$;

create function line_meets_limits() returns trigger language plpgsql as
$$
begin
  perform pg_advisory_xact_lock_shared(lock_of_limits(new.festival_id));
  if new.kind = 'OPTION' then
    perform from ticket_option o where o.festival_id = new.festival_id and o.id = new.item_id and o.quota_id <> coalesce(new.quota_id, new.item_id);
  else
    perform from ticket_type y cross join lateral jsonb_array_elements(y.tiers || y.variations) as part
    where y.festival_id = new.festival_id and y.id = new.ticket_type_id and part->>'id' in (new.tier_id::text, new.variation_id::text)
      and part->>'quotaId' is not null and not exists (
        select from basket_claim c where c.festival_id = new.festival_id and c.basket_id = new.basket_id and c.quota_id = (part->>'quotaId')::uuid);
  end if;
  if found then perform fail('ticketing.price_changed'); end if;
  return null;
end
$$;
create constraint trigger line_meets_limits after insert on basket_line deferrable initially deferred
  for each row when (new.kind = 'OPTION' or new.tier_id is not null or new.variation_id is not null) execute function line_meets_limits();

create function code_meets_limits() returns trigger language plpgsql as
$$
begin
  perform pg_advisory_xact_lock_shared(lock_of_limits(new.festival_id));
  perform from promo_code p cross join lateral unnest(array[p.uses_quota_id, case when new.amount > 0 then p.budget_quota_id end]) as counted
  where p.festival_id = new.festival_id and p.id = new.code_id and counted is not null and not exists (
    select from basket_claim c where c.festival_id = new.festival_id and c.basket_id = new.basket_id and c.quota_id = counted);
  if found then perform fail('ticketing.price_changed'); end if;
  return null;
end
$$;
create constraint trigger code_meets_limits after insert on basket_code deferrable initially deferred
  for each row execute function code_meets_limits();
