-- What is asked of buyers and of those who come: questions, names, minors; and what they answered. What is asked is decided in
-- packages/domain/src/ticketing/asked; here stands what was decided.

-- What a festival asks, as one document; its version is what a checkout answers to.
create table asked_of_buyers (
  festival_id uuid primary key references festival,
  asked jsonb not null,
  version int not null default 1
);
call platform.guard_tenant('asked_of_buyers', 'select, insert, update');

-- An answer with the words in which it was asked, so that it outlives its question. Line 0 is the order itself; a ticket is known by its
-- line and its number there, because it is answered for before there is one.
create table order_answer (
  festival_id uuid not null,
  order_id uuid not null,
  line_no smallint not null,
  nth smallint not null,
  question_id uuid not null,
  kind text not null,
  label jsonb not null,
  value jsonb not null,
  -- The options that were chosen: [{ id, name }].
  chosen jsonb not null default '[]',
  answered_at timestamptz not null default now(),
  primary key (festival_id, order_id, line_no, nth, question_id),
  foreign key (festival_id, order_id) references ticket_order,
  constraint order_answer_of_order_or_ticket check ((line_no = 0) = (nth = 0) and line_no >= 0 and nth >= 0)
);
call platform.guard_tenant('order_answer', 'select, insert, update, delete');

-- Somebody who comes, where more than a name is known of them, and the ticket that became theirs.
create table order_attendee (
  festival_id uuid not null,
  order_id uuid not null,
  line_no smallint not null check (line_no > 0),
  nth smallint not null check (nth > 0),
  ticket_id uuid,
  born_on date,
  minor boolean not null default false,
  -- Who answers for them: { name, phone, place: { lineNo, nth } }.
  guardian jsonb,
  primary key (festival_id, order_id, line_no, nth),
  foreign key (festival_id, order_id) references ticket_order,
  foreign key (festival_id, ticket_id) references ticket
);
create unique index order_attendee_of_ticket on order_attendee (festival_id, ticket_id) where ticket_id is not null;
call platform.guard_tenant('order_attendee', 'select, insert, update, delete');

alter table ticket_order
  -- Grows with each change that its buyer makes to names and answers.
  add column asked_version int not null default 0;

-- What a checkout has to know of a festival that it is in no transaction of.
create function lookup.asked_of_buyers(p_festival uuid)
returns table (asked jsonb, version int, starts_on date, zone text, is_public boolean)
language sql stable security definer set search_path = public, pg_temp as
$$
  select a.asked, coalesce(a.version, 0), f.starts_on, f.zone, f.status <> 'DRAFT'
  from festival f left join asked_of_buyers a on a.festival_id = f.id where f.id = p_festival and f.deleted_at is null
$$;

-- As `require_selling`, and each order has answered to what is asked now. One look for both: most festivals ask nothing.
create function require_selling_as_asked(p_festival uuid, p_details jsonb[]) returns void language plpgsql as
$$
declare
  known int;
begin
  select coalesce(a.version, 0) into known from festival f left join asked_of_buyers a on a.festival_id = f.id
  where f.id = p_festival and f.status in ('PUBLISHED', 'ONGOING') and f.deleted_at is null;
  if not found then perform fail('ticketing.sales_closed'); end if;
  if known = 0 and array_remove(p_details, null) = '{}' then return; end if;
  if exists (select from unnest(p_details) as details where coalesce((details->>'asked')::int, 0) <> known) then
    perform fail('ticketing.asked_changed');
  end if;
end
$$;

-- Makes orders of held baskets, at the prices of the hold (see 0056), and keeps what was answered with them.
create or replace function place_orders(p_festival uuid, p_orders uuid[], p_baskets uuid[], p_secrets bytea[], p_references text[], p_emails text[],
  p_names text[], p_languages text[], p_persons uuid[], p_pay_seconds int[], p_details jsonb[], p_by jsonb[], p_callers bytea[], p_keys text[],
  p_bodies bytea[]) returns jsonb[] language plpgsql
set plan_cache_mode = force_generic_plan set enable_seqscan = off as
$$
declare
  kept text;
  answers jsonb[];
  refused record;
  one uuid;
begin
  perform set_config('app.festival', p_festival::text, true);
  perform commit_without_waiting();
  kept := idempotency_claims(p_callers, p_keys, p_bodies);
  if kept is not null then return array[kept::jsonb]; end if;

  perform from (select id from unnest(p_baskets) as id order by id) as a
  cross join lateral (select from basket where festival_id = p_festival and id = a.id for update) as locked;
  select r.basket_id, r.reason into refused from (
    select a.basket_id, case when b.id is null then 'general.not_found' when b.status = 'ORDERED' then 'ticketing.order_closed'
      when b.status = 'RELEASED' or b.expires_at <= now() then 'ticketing.hold_expired' end as reason
    from unnest(p_baskets, p_secrets) as a (basket_id, secret)
    left join lateral (
      select * from basket where festival_id = p_festival and id = a.basket_id and secret_hash = a.secret limit 1
    ) as b on true
  ) as r where r.reason is not null limit 1;
  if found then
    perform fail(refused.reason, coalesce((select jsonb_build_object('orderId', o.id) from ticket_order o
      where refused.reason = 'ticketing.order_closed' and o.festival_id = p_festival and o.basket_id = refused.basket_id), '{}'));
  end if;
  perform require_selling_as_asked(p_festival, p_details);

  foreach one in array p_baskets loop
    update basket set status = 'ORDERED' where festival_id = p_festival and id = one;
  end loop;
  insert into ticket_order (festival_id, id, basket_id, reference, email, name, language, person_id, currency, total, pay_until, details)
  select p_festival, a.id, b.id, a.reference, a.email, a.name, a.language, a.person, b.currency, b.total,
    greatest(b.expires_at, now() + make_interval(secs => a.pay_seconds)), nullif(a.details - '{asked,answers,people}'::text[], '{}')
  from unnest(p_orders, p_baskets, p_references, p_emails, p_names, p_languages, p_persons, p_pay_seconds,
    p_details) as a (id, basket_id, reference, email, name, language, person, pay_seconds, details)
  cross join lateral (select * from basket where festival_id = p_festival and id = a.basket_id limit 1) as b;
  -- Most orders answer nothing.
  if array_remove(p_details, null) <> '{}' then
    insert into order_answer (festival_id, order_id, line_no, nth, question_id, kind, label, value, chosen)
    select p_festival, a.id, coalesce(x."lineNo", 0), coalesce(x.nth, 0), x."questionId", x.kind, x.label, x.value, x.chosen
    from unnest(p_orders, p_details) as a (id, details) cross join lateral jsonb_to_recordset(a.details->'answers')
      as x ("lineNo" smallint, nth smallint, "questionId" uuid, kind text, label jsonb, value jsonb, chosen jsonb);
    insert into order_attendee (festival_id, order_id, line_no, nth, born_on, minor, guardian)
    select p_festival, a.id, x."lineNo", x.nth, x."bornOn", x.minor, x.guardian
    from unnest(p_orders, p_details) as a (id, details) cross join lateral jsonb_to_recordset(a.details->'people')
      as x ("lineNo" smallint, nth smallint, "bornOn" date, minor boolean, guardian jsonb);
  end if;

  perform uses_within_person(p_festival, p_baskets);

  select array_agg(v.answer order by v.nth) into answers from order_views(p_festival, p_orders) as v;
  perform record_events('ticketing.order_placed', p_orders, p_by,
    array(select jsonb_build_object('reference', a->'reference', 'total', a->'total') from unnest(answers) as a));
  perform idempotency_keeps(p_callers, p_keys, p_bodies, answers);
  return answers;
end
$$;

-- Tickets come with the payment, attendees came before: those of a line who were given the same name are one another's like, and each
-- takes one of their tickets. A ticket that replaces another follows it.
create function bind_attendees(p_festival uuid, p_order uuid) returns void language sql as
$$
  with wanting as (
    select a.line_no, a.nth, named.holder, row_number() over (partition by a.line_no, named.holder order by a.nth) as place
    from order_attendee a join ticket_order o on o.festival_id = a.festival_id and o.id = a.order_id
    cross join lateral (select coalesce(o.details->'attendees'->a.line_no::text->(a.nth - 1)->>'name', o.name) as holder) as named
    where a.festival_id = p_festival and a.order_id = p_order and a.ticket_id is null
  ), free as (
    select t.id, t.line_no, t.holder, row_number() over (partition by t.line_no, t.holder order by t.id) as place
    from ticket t where t.festival_id = p_festival and t.order_id = p_order
      and not exists (select from order_attendee a where a.festival_id = t.festival_id and a.ticket_id = t.id)
  )
  update order_attendee a set ticket_id = f.id from wanting w join free f using (line_no, holder, place)
  where a.festival_id = p_festival and a.order_id = p_order and a.line_no = w.line_no and a.nth = w.nth
$$;

create function order_binds_attendees() returns trigger language plpgsql as
$$ begin perform bind_attendees(new.festival_id, new.id); return null; end $$;
-- At the end of the transaction that pays: the tickets are there by then. Orders of which nothing was told pay nothing for it.
create constraint trigger order_binds_attendees after update of status on ticket_order deferrable initially deferred
  for each row when (old.status <> 'PAID' and new.status = 'PAID' and new.details ? 'told') execute function order_binds_attendees();

create function ticket_takes_attendee() returns trigger language plpgsql as
$$
begin
  update order_attendee set ticket_id = new.replaced_by where festival_id = new.festival_id and ticket_id = new.id;
  return null;
end
$$;
create trigger ticket_takes_attendee after update of replaced_by on ticket
  for each row when (new.replaced_by is not null) execute function ticket_takes_attendee();

-- Whoever is taken out of an order takes with them what they answered and who came.
create function order_forgets_answers() returns trigger language plpgsql as
$$
begin
  delete from order_answer where festival_id = new.festival_id and order_id = new.id;
  delete from order_attendee where festival_id = new.festival_id and order_id = new.id;
  return null;
end
$$;
create trigger order_forgets_answers after update of name on ticket_order
  for each row when (old.name <> '' and new.name = '') execute function order_forgets_answers();

-- Everything that was answered with an order and who comes, ticket by ticket; what nobody told anything of has no number of its own yet.
create function order_asked(p_festival uuid, p_order uuid) returns table (version int, status text, name text, company jsonb, answers jsonb, holders jsonb)
language sql stable as
$$
  select o.asked_version, o.status, o.name, b.buyer,
    (select coalesce(jsonb_agg(jsonb_build_object('lineNo', a.line_no, 'nth', a.nth, 'questionId', a.question_id, 'kind', a.kind, 'label', a.label,
        'value', a.value, 'chosen', a.chosen) order by a.line_no, a.nth, a.answered_at, a.question_id), '[]')
      from order_answer a where a.festival_id = o.festival_id and a.order_id = o.id),
    (select coalesce(jsonb_agg(jsonb_build_object('lineNo', h.line_no, 'nth', h.nth, 'ticketId', h.ticket_id, 'ticketTypeId', h.ticket_type_id,
        'holder', h.holder, 'status', h.status, 'alive', h.alive, 'bornOn', h.born_on, 'minor', h.minor, 'guardian', h.guardian)
        order by h.line_no, h.nth nulls last, h.ticket_id), '[]')
      from (
        select t.line_no, a.nth, t.id as ticket_id, t.ticket_type_id, t.holder, t.status,
          t.status = 'SOLD' and not exists (select from refund_ticket r where r.festival_id = t.festival_id and r.ticket_id = t.id) as alive,
          a.born_on, coalesce(a.minor, false) as minor, a.guardian
        from ticket t left join order_attendee a on a.festival_id = t.festival_id and a.ticket_id = t.id
        where t.festival_id = o.festival_id and t.order_id = o.id and t.replaced_by is null
        union all
        select l.line_no, n.nth::smallint, null, l.ticket_type_id,
          coalesce(o.details->'attendees'->l.line_no::text->(n.nth - 1)->>'name', o.name), null, false,
          a.born_on, coalesce(a.minor, false), a.guardian
        from basket_line l cross join generate_series(1, l.quantity) as n (nth)
        left join order_attendee a on a.festival_id = l.festival_id and a.order_id = o.id and a.line_no = l.line_no and a.nth = n.nth
        where l.festival_id = o.festival_id and l.basket_id = o.basket_id and l.kind = 'TICKET' and o.paid_at is null
      ) as h)
  from ticket_order o join basket b on b.festival_id = o.festival_id and b.id = o.basket_id
  where o.festival_id = p_festival and o.id = p_order
$$;
