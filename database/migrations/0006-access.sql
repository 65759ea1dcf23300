-- What gates saw: every fact as it came, facts booked once, admissions; and the function that books a batch of them.

-- Ticketing's part ------------------------------------------------------------------------------------------------------

-- When a ticket became what it is: a gate that refuses it says since when.
alter table ticket add column changed_at timestamptz not null default now();
create or replace function ticket_changed() returns trigger language plpgsql as
$$
begin
  new.changed_xid := pg_current_xact_id();
  new.changed_at := now();
  return new;
end
$$;

-- Marks tickets as used by their admission and returns those that exist. Locks them in the order of their ids, so that two batches
-- cannot wait for each other. A ticket that had been revoked stays so.
create function mark_tickets_used(p_festival uuid, p_tickets uuid[]) returns table (ticket_id uuid, revoked boolean) language plpgsql as
$$
begin
  perform from ticket where festival_id = p_festival and id = any(p_tickets) order by id for no key update;
  update ticket set status = 'USED' where festival_id = p_festival and id = any(p_tickets) and status = 'SOLD';
  return query select id, status in ('CANCELLED', 'REFUNDED') from ticket where festival_id = p_festival and id = any(p_tickets);
end
$$;

-- The tickets that changed after a place in the order of changes, behind the snapshot horizon: every transaction below it has ended,
-- so none can still add an earlier change.
create function ticket_changes(p_festival uuid, after_xid xid8, after_id uuid, most int)
returns table (ticket_id uuid, ticket_type_id uuid, type_name jsonb, status text, changed_at timestamptz, changed_xid xid8)
language sql stable as
$$
  select t.id, t.ticket_type_id, y.name, t.status, t.changed_at, t.changed_xid
  from ticket t join ticket_type y on y.festival_id = t.festival_id and y.id = t.ticket_type_id
  where t.festival_id = p_festival and (t.changed_xid, t.id) > (after_xid, after_id)
    and t.changed_xid < pg_snapshot_xmin(pg_current_snapshot()) and t.status <> 'RESERVED'
  order by t.changed_xid, t.id limit most
$$;

-- Tickets that may still come in.
create function tickets_outside(p_festival uuid) returns bigint language sql stable as
$$ select count(*) from ticket where festival_id = p_festival and status = 'SOLD' $$;

-- Devices' part ---------------------------------------------------------------------------------------------------------

-- What is needed to judge a fact that names one of these devices, revoked and expired ones included: what they recorded happened.
create function device_signers(p_festival uuid, p_devices uuid[])
returns table (id uuid, public_key bytea, enrolled_at timestamptz, revoked_at timestamptz) language sql stable as
$$ select id, public_key, enrolled_at, revoked_at from device where festival_id = p_festival and id = any(p_devices) $$;

create function device_name(p_festival uuid, p_device uuid) returns text language sql stable as
$$ select name from device where festival_id = p_festival and id = p_device $$;

-- Access ----------------------------------------------------------------------------------------------------------------

-- Every fact as it came, by the hash of its bytes, stored before anything is made of it and never deleted.
create table scan_inbox (
  festival_id uuid not null references festival,
  hash bytea not null check (octet_length(hash) = 32),
  bytes bytea not null,
  -- The device that handed it over, which need not be the one that recorded it.
  received_from uuid not null,
  received_at timestamptz not null default now(),
  -- What the bytes claim; null where they are no fact.
  device_id uuid,
  epoch bigint,
  sequence bigint,
  fact_id uuid,
  -- Null until it is booked or quarantined.
  outcome text check (outcome in ('BOOKED', 'DOUBLE_ADMISSION', 'QUARANTINED')),
  reason text,
  primary key (festival_id, hash),
  foreign key (festival_id, received_from) references device,
  check (outcome is distinct from 'QUARANTINED' or reason is not null)
);
create index scan_inbox_unbooked on scan_inbox (received_at) where outcome is null;
create index scan_inbox_quarantined on scan_inbox (festival_id, received_at desc) where outcome = 'QUARANTINED';
call platform.guard_tenant('scan_inbox', 'select, insert, update');

-- A fact that was booked: one per device, epoch and sequence, and one per id.
create table scan_fact (
  festival_id uuid not null references festival,
  id uuid not null,
  device_id uuid not null,
  epoch bigint not null,
  sequence bigint not null check (sequence > 0),
  hash bytea not null,
  previous bytea not null,
  ticket_id uuid not null,
  decision text not null check (decision in ('admitted', 'refused')),
  -- By trusted time.
  at timestamptz not null,
  primary key (festival_id, id),
  unique (festival_id, device_id, epoch, sequence),
  foreign key (festival_id, device_id) references device,
  foreign key (festival_id, hash) references scan_inbox
);
call platform.guard_tenant('scan_fact', 'select, insert');

-- Who came in. Each admission is kept; of several of one ticket, the first by trusted time is primary and counts.
create table admission (
  festival_id uuid not null references festival,
  id uuid not null,
  ticket_id uuid not null,
  device_id uuid not null,
  at timestamptz not null,
  received_at timestamptz not null,
  is_primary boolean not null default false,
  primary key (festival_id, id),
  foreign key (festival_id, id) references scan_fact,
  foreign key (festival_id, ticket_id) references ticket,
  foreign key (festival_id, device_id) references device
);
create unique index admission_one_primary on admission (festival_id, ticket_id) where is_primary;
create index admission_of_ticket on admission (festival_id, ticket_id, at, id);
create index admission_newest_first on admission (festival_id, at desc, id desc);
create index admission_conflicting on admission (festival_id, ticket_id) where not is_primary;
call platform.guard_tenant('admission', 'select, insert, update');

-- Makes the earliest admission of each ticket its primary one. The tickets are locked by the caller.
create function choose_primary_admissions(p_festival uuid, p_tickets uuid[]) returns void language plpgsql as
$$
declare
  firsts uuid[];
begin
  select array_agg(id) into firsts from (
    select distinct on (ticket_id) id from admission where festival_id = p_festival and ticket_id = any(p_tickets)
    order by ticket_id, at, id) as earliest;
  update admission set is_primary = false
  where festival_id = p_festival and ticket_id = any(p_tickets) and is_primary and id <> all(firsts);
  update admission set is_primary = true where festival_id = p_festival and id = any(firsts) and not is_primary;
end
$$;

-- Books a batch of facts that lie in the inbox and were judged by the API: a reason quarantines, none lets the fact happen.
-- Done once for each fact, whoever sends it and however often; what was decided before is left as it is.
-- Locks are taken in one order everywhere: devices, inbox rows, tickets.
create function book_scans(p_festival uuid, p_facts jsonb, p_by jsonb)
returns table (hash bytea, outcome text, reason text) language plpgsql as
$$
#variable_conflict use_column
declare
  fresh bytea[];
  booked uuid[];
  touched uuid[];
  tickets uuid[];
  known uuid[];
  revoked uuid[];
  met uuid[];
begin
  perform set_config('app.festival', p_festival::text, true);
  -- One batch of a device at a time: the next sees the predecessors that this one books.
  perform pg_advisory_xact_lock(hashtextextended(device_id, 2))
  from (select distinct f.device_id from jsonb_to_recordset(p_facts) as f(device_id text) where f.device_id is not null order by 1) as devices;
  select array_agg(hash) into fresh from (
    select i.hash from scan_inbox i
    where i.festival_id = p_festival and i.outcome is null
      and i.hash in (select f.hash from jsonb_to_recordset(p_facts) as f(hash bytea))
    order by i.hash for update) as undecided;
  if fresh is null then return; end if;

  with judged as (
    select * from jsonb_to_recordset(p_facts) as f(hash bytea, id uuid, device_id uuid, epoch bigint, sequence bigint, previous bytea,
      ticket_id uuid, decision text, at timestamptz, reason text)
    where f.hash = any(fresh)
  ), booked_now as (
    insert into scan_fact (festival_id, id, device_id, epoch, sequence, hash, previous, ticket_id, decision, at)
    select p_festival, id, device_id, epoch, sequence, hash, previous, ticket_id, decision, at from judged where reason is null
    order by device_id, epoch, sequence, hash
    on conflict do nothing returning id, hash
  ), decided as (
    update scan_inbox i set device_id = j.device_id, epoch = j.epoch, sequence = j.sequence, fact_id = j.id,
      outcome = case when b.id is null then 'QUARANTINED' else 'BOOKED' end,
      reason = case when b.id is null then coalesce(j.reason, 'conflicting_fact') end
    from judged j left join booked_now b on b.hash = j.hash
    where i.festival_id = p_festival and i.hash = j.hash
    returning i.hash, i.fact_id, i.reason
  ), told as (
    insert into event (festival_id, id, name, actor_kind, actor_id, subject_id, after, request_id)
    select p_festival, new_id(), case d.reason when 'conflicting_fact' then 'access.conflicting_fact' else 'access.fact_quarantined' end,
      p_by->>'kind', (p_by->>'id')::uuid, d.fact_id, jsonb_build_object('reason', d.reason, 'hash', encode(d.hash, 'hex')), p_by->>'request'
    from decided d where d.reason is not null
  )
  select coalesce(array_agg(id), '{}') into booked from booked_now;

  -- A device's chain: each fact names the hash of the one before, whichever of the two came first.
  -- Neighbours are counted in a step of their own: behind row-level security a join on a sum or difference would read the whole table.
  with booked_now as materialized (
    select device_id, epoch, sequence + 1 as next from scan_fact where festival_id = p_festival and id = any(booked)
  )
  select booked || coalesce(array_agg(f.id), '{}') into touched
  from booked_now b join scan_fact f on f.festival_id = p_festival and f.device_id = b.device_id and f.epoch = b.epoch and f.sequence = b.next;
  with link as materialized (
    select id, device_id, epoch, sequence, sequence - 1 as before, previous from scan_fact where festival_id = p_festival and id = any(touched)
  )
  insert into event (festival_id, id, name, actor_kind, actor_id, subject_id, after, request_id)
  select p_festival, new_id(), 'access.chain_broken', p_by->>'kind', (p_by->>'id')::uuid, l.id,
    jsonb_build_object('deviceId', l.device_id, 'epoch', l.epoch, 'sequence', l.sequence), p_by->>'request'
  from link l
  left join scan_fact f on f.festival_id = p_festival and f.device_id = l.device_id and f.epoch = l.epoch and f.sequence = l.before
  where l.previous <> case when l.sequence = 1 then decode(repeat('00', 32), 'hex') else f.hash end;

  select coalesce(array_agg(distinct f.ticket_id), '{}') into tickets
  from scan_fact f where f.festival_id = p_festival and f.id = any(booked) and f.decision = 'admitted';
  select coalesce(array_agg(m.ticket_id), '{}'), coalesce(array_agg(m.ticket_id) filter (where m.revoked), '{}') into known, revoked
  from mark_tickets_used(p_festival, tickets) m;
  select coalesce(array_agg(distinct a.ticket_id), '{}') into met
  from admission a where a.festival_id = p_festival and a.ticket_id = any(tickets);

  insert into admission (festival_id, id, ticket_id, device_id, at, received_at)
  select p_festival, f.id, f.ticket_id, f.device_id, f.at, i.received_at
  from scan_fact f join scan_inbox i on i.festival_id = f.festival_id and i.hash = f.hash
  where f.festival_id = p_festival and f.id = any(booked) and f.decision = 'admitted' and f.ticket_id = any(known);
  perform choose_primary_admissions(p_festival, known);

  -- What somebody has to look at, though it was booked.
  with seen as (
    select f.id, f.hash, f.ticket_id, f.device_id, f.ticket_id = any(met) or not coalesce(a.is_primary, true) as again,
      case when not f.ticket_id = any(known) then 'unknown_ticket' when f.ticket_id = any(revoked) then 'revoked_ticket' end as reason
    from scan_fact f left join admission a on a.festival_id = f.festival_id and a.id = f.id
    where f.festival_id = p_festival and f.id = any(booked) and f.decision = 'admitted'
  ), marked as (
    update scan_inbox i set outcome = case when s.again then 'DOUBLE_ADMISSION' else 'BOOKED' end, reason = s.reason
    from seen s where i.festival_id = p_festival and i.hash = s.hash and (s.again or s.reason is not null)
  )
  insert into event (festival_id, id, name, actor_kind, actor_id, subject_id, after, request_id)
  select p_festival, new_id(), told.name, p_by->>'kind', (p_by->>'id')::uuid, s.ticket_id,
    jsonb_build_object('fact', s.id, 'deviceId', s.device_id), p_by->>'request'
  from seen s cross join lateral (
    select 'access.double_admission' where s.again union all select 'access.' || s.reason || '_admitted' where s.reason is not null) as told(name);

  return query select i.hash, i.outcome, i.reason from scan_inbox i where i.festival_id = p_festival and i.hash = any(fresh);
end
$$;

-- Facts that a crash left between their arrival and their booking.
create function lookup.unbooked_scans(older_than interval, most int) returns table (festival_id uuid, hash bytea)
language sql stable security definer set search_path = public, pg_temp as
$$
  select i.festival_id, i.hash from scan_inbox i
  where i.outcome is null and i.received_at < now() - older_than order by i.received_at limit most
$$;
