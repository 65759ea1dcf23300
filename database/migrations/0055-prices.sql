-- What is sold, and for how much: steps of a price, variations, promo codes, fees, discounts, bundles, options that are sold.
-- What something costs is decided in packages/domain/src/ticketing/pricing; here stands what was decided.

alter type ledger_account add value 'OPTION_SALES' after 'TICKET_SALES';
alter type ledger_account add value 'BOOKING_FEES' after 'OPTION_SALES';
alter type ledger_account add value 'DONATIONS' after 'BOOKING_FEES';

-- The festival's rules of pricing as one document, which each hold reads whole.
create table price_rules (
  festival_id uuid primary key references festival,
  rules jsonb not null,
  version int not null default 1
);
call platform.guard_tenant('price_rules', 'select, insert, update');

alter table ticket_type
  -- [{ id, name, price, until, capacity, quotaId }], the first that has not ended counts; a step with a capacity has a quota of its own.
  add column tiers jsonb not null default '[]',
  -- [{ id, name, price, capacity, quotaId }]
  add column variations jsonb not null default '[]',
  -- The buyer says what they give, from the price up.
  add column names_price boolean not null default false;

-- An option that there are only so many of is counted as a type is.
alter table ticket_option
  add column quota_id uuid,
  add foreign key (festival_id, quota_id) references quota;
with counted as (
  select festival_id, id, new_id() as quota_id, capacity from ticket_option where capacity is not null
), made as (
  insert into quota (festival_id, id, capacity) select festival_id, quota_id, capacity from counted
)
update ticket_option o set quota_id = c.quota_id from counted c where (o.festival_id, o.id) = (c.festival_id, c.id);
alter table ticket_option drop column capacity;

-- How often a code may be used and what it may cost are quotas: held with the basket, freed with it, sold with it.
create table promo_code (
  festival_id uuid not null references festival,
  id uuid not null,
  code citext not null,
  note text not null default '',
  effect text not null check (effect in ('NONE', 'PERCENT', 'AMOUNT', 'FIXED_PRICE')),
  value bigint not null check (value >= 0),
  per text not null check (per in ('TICKET', 'ORDER')),
  ticket_type_ids uuid[] not null default '{}',
  opens uuid[] not null default '{}',
  most_tickets int check (most_tickets > 0),
  valid_from timestamptz,
  valid_until timestamptz,
  stacks boolean not null,
  with_discounts boolean not null,
  -- How many orders of one address may use it.
  per_person int check (per_person > 0),
  uses_quota_id uuid,
  budget_quota_id uuid,
  disabled boolean not null default false,
  version int not null default 1,
  created_at timestamptz not null default now(),
  primary key (festival_id, id),
  foreign key (festival_id, uses_quota_id) references quota,
  foreign key (festival_id, budget_quota_id) references quota,
  constraint promo_code_unique unique (festival_id, code),
  constraint promo_code_window check (valid_from < valid_until)
);
create index promo_code_newest_first on promo_code (festival_id, created_at desc, id desc);
call platform.guard_tenant('promo_code', 'select, insert, update');

alter table basket
  -- The company that owes the tax itself: { country, vatNumber }.
  add column buyer jsonb;

alter table basket_line
  add column line_no smallint,
  add column kind text not null default 'TICKET' constraint basket_line_kind check (kind in ('TICKET', 'OPTION', 'FEE', 'DONATION')),
  -- The option or fee that it is.
  add column item_id uuid,
  add column variation_id uuid,
  add column tier_id uuid,
  add column bundle_id uuid,
  -- What one cost before anything was taken off, and what took how much off the line.
  add column list_price bigint,
  add column why jsonb not null default '[]';
with numbered as (
  select festival_id, basket_id, ticket_type_id,
    row_number() over (partition by festival_id, basket_id order by ticket_type_id) as line_no from basket_line
)
update basket_line l set line_no = n.line_no, list_price = l.unit_price from numbered n
where (l.festival_id, l.basket_id, l.ticket_type_id) = (n.festival_id, n.basket_id, n.ticket_type_id);
alter table basket_line
  drop constraint basket_line_pkey,
  add primary key (festival_id, basket_id, line_no),
  alter column ticket_type_id drop not null,
  alter column quota_id drop not null,
  alter column list_price set not null,
  add constraint basket_line_of_something check ((kind = 'TICKET') = (ticket_type_id is not null) and (kind <> 'TICKET' or quota_id is not null)),
  add constraint basket_line_never_dearer check (unit_price <= list_price);

-- What of something counted a basket takes beside the places of its lines: uses and budgets of codes, stock of steps and variations.
create table basket_claim (
  festival_id uuid not null,
  basket_id uuid not null,
  quota_id uuid not null,
  places int not null check (places > 0),
  primary key (festival_id, basket_id, quota_id),
  foreign key (festival_id, basket_id) references basket,
  foreign key (festival_id, quota_id) references quota
);
call platform.guard_tenant('basket_claim', 'select, insert');

create table basket_code (
  festival_id uuid not null,
  basket_id uuid not null,
  code_id uuid not null,
  -- What it took off, minor units.
  amount bigint not null check (amount >= 0),
  primary key (festival_id, basket_id, code_id),
  foreign key (festival_id, basket_id) references basket,
  foreign key (festival_id, code_id) references promo_code
);
create index basket_code_of on basket_code (festival_id, code_id);
call platform.guard_tenant('basket_code', 'select, insert');

-- Who comes with which ticket: { attendees: { "<line>": [{ name }] } }, in the order of the line's tickets.
alter table ticket_order add column details jsonb;

-- The line of its order that a ticket was bought with.
alter table ticket add column line_no smallint not null default 1;
update ticket t set line_no = l.line_no from ticket_order o join basket_line l on l.festival_id = o.festival_id and l.basket_id = o.basket_id
where o.festival_id = t.festival_id and o.id = t.order_id and l.ticket_type_id = t.ticket_type_id and l.line_no <> 1;
