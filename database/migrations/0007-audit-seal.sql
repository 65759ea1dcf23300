-- The sealer of the audit trail: it appends every event, once no earlier one can still come, to its festival's hash chain.

-- Only the sealer's function writes seals.
revoke insert on audit_seal from festivals_api;

-- Where each chain ends. It stands apart from the chain, so that cutting off the chain's end shows.
create table audit_head (
  festival_id uuid primary key,
  position bigint not null check (position > 0),
  hash bytea not null check (octet_length(hash) = 32)
);
call platform.guard_tenant('audit_head', 'select');

-- Up to where events have been sealed, over all festivals. Only the sealer's function touches it.
create table seal_cursor (
  only_row boolean primary key default true check (only_row),
  xid xid8 not null default '0',
  seq bigint not null default 0
);
insert into seal_cursor default values;

-- One field of an event as the chain sees it: its length and its text, so that no two rows share their bytes.
create function platform.sealed_field(field text) returns bytea language sql stable parallel safe as
$$
  select coalesce(int4send(octet_length(convert_to(field, 'UTF8'))) || convert_to(field, 'UTF8'), '\xffffffff'::bytea)
$$;

-- The canonical bytes of an event; apps/api/src/audit/chain.ts computes the same from the same texts.
create function platform.event_bytes(e event) returns bytea language sql stable parallel safe as
$$
  select platform.sealed_field(e.festival_id::text) || platform.sealed_field(e.id::text)
    || platform.sealed_field(e.seq::text) || platform.sealed_field(e.xid::text)
    || platform.sealed_field((extract(epoch from e.at) * 1000000)::bigint::text)
    || platform.sealed_field(e.name) || platform.sealed_field(e.actor_kind) || platform.sealed_field(e.actor_id::text)
    || platform.sealed_field(e.subject_id::text) || platform.sealed_field(e.before::text)
    || platform.sealed_field(e.after::text) || platform.sealed_field(e.request_id)
$$;

-- Writes down where a chain ends now; nothing for the head of no festival.
create function platform.keep_head(head audit_head) returns void language sql as
$$
  insert into audit_head select head.festival_id, head.position, head.hash where head.festival_id is not null
  on conflict (festival_id) do update set position = excluded.position, hash = excluded.hash
$$;

-- Seals the next events, at most so many in commit order, each into its festival's chain:
-- hash = sha256(hash before it, 32 zero bytes at the start, followed by the event's bytes).
-- Of two sealers at once the second finds the cursor taken and does nothing.
create function lookup.seal_events(most int) returns int
language plpgsql volatile security definer set search_path = public, pg_temp as
$$
declare
  up_to seal_cursor;
  next_event event;
  head audit_head;
  sealed int := 0;
begin
  select * into up_to from seal_cursor for update skip locked;
  if not found then return 0; end if;
  for next_event in
    select * from (
      select * from event
      where (xid, seq) > (up_to.xid, up_to.seq) and xid < pg_snapshot_xmin(pg_current_snapshot())
      order by xid, seq limit most
    ) batch
    order by festival_id, xid, seq
  loop
    if head.festival_id is distinct from next_event.festival_id then
      perform platform.keep_head(head);
      select * into head from audit_head where festival_id = next_event.festival_id;
      head.festival_id := next_event.festival_id;
    end if;
    head.position := coalesce(head.position, 0) + 1;
    head.hash := sha256(coalesce(head.hash, decode(repeat('00', 32), 'hex')) || platform.event_bytes(next_event));
    insert into audit_seal (festival_id, position, event_id, hash)
      values (head.festival_id, head.position, next_event.id, head.hash);
    if (next_event.xid, next_event.seq) > (up_to.xid, up_to.seq) then
      up_to.xid := next_event.xid;
      up_to.seq := next_event.seq;
    end if;
    sealed := sealed + 1;
  end loop;
  perform platform.keep_head(head);
  update seal_cursor set xid = up_to.xid, seq = up_to.seq where sealed > 0;
  return sealed;
end
$$;
