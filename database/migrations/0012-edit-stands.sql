-- Stands and products are encoded: versions against silent overwriting, deposits, opening hours, and prices with a history.

alter table stand
  add column hours jsonb not null default '[]',
  add column version int not null default 1,
  add column deleted_at timestamptz;

alter table product
  add column deposit bigint check (deposit >= 0),
  add column version int not null default 1,
  add column deleted_at timestamptz;

-- What a product cost from when on. `product.price` is the last of these, at hand for menus; tills will refer to the past ones.
create table product_price (
  festival_id uuid not null references festival,
  product_id uuid not null,
  valid_from timestamptz not null,
  price bigint not null check (price >= 0),
  vat int not null check (vat between 0 and 10000),
  primary key (festival_id, product_id, valid_from),
  foreign key (festival_id, product_id) references product
);
call platform.guard_tenant('product_price', 'select, insert');

-- A price can be added after the last one alone: what was once asked of somebody stays what was asked.
create function product_price_comes_last() returns trigger language plpgsql as
$$
begin
  if exists (
    select from product_price
    where festival_id = new.festival_id and product_id = new.product_id and valid_from >= new.valid_from
  ) then
    raise exception 'a price cannot be dated before another' using errcode = '23514', constraint = 'product_price_comes_last';
  end if;
  return new;
end
$$;
create trigger product_price_comes_last before insert on product_price for each row execute function product_price_comes_last();

-- Whoever writes a product's price writes its history, or neither. The clock may step back; prices keep their order.
create function product_keeps_prices() returns trigger language plpgsql as
$$
begin
  insert into product_price (festival_id, product_id, valid_from, price, vat)
  select new.festival_id, new.id, greatest(clock_timestamp(), max(valid_from) + interval '1 microsecond'), new.price, new.vat
  from product_price where festival_id = new.festival_id and product_id = new.id;
  return null;
end
$$;
create trigger product_first_price after insert on product for each row execute function product_keeps_prices();
create trigger product_next_price after update of price, vat on product for each row
  when ((old.price, old.vat) is distinct from (new.price, new.vat)) execute function product_keeps_prices();

insert into product_price (festival_id, product_id, valid_from, price, vat)
select festival_id, id, now(), price, vat from product;
