-- A device says with its token which festival it belongs to; whether it still does is asked here at each of its requests.

-- Whether the device is enrolled, not revoked and its certificate not run out; notes once a minute that it was seen.
create function lookup.device_standing(p_festival uuid, p_device uuid) returns boolean
language plpgsql volatile security definer set search_path = public, pg_temp as
$$
declare
  seen timestamptz;
begin
  select coalesce(last_seen_at, '-infinity') into seen from device
  where festival_id = p_festival and id = p_device and revoked_at is null and not_after > now();
  if not found then return false; end if;
  if seen < now() - interval '1 minute' then
    update device set last_seen_at = now() where festival_id = p_festival and id = p_device;
  end if;
  return true;
end
$$;
