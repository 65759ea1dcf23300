-- How many came in is read from the tallies, as the board does, and no admission is counted for it.

-- Admissions of all time: what the roller has reached, and what the event log has beyond it.
create function admitted_so_far(p_festival uuid) returns bigint language sql stable as
$$
  select coalesce((select t.admitted from tally t where t.festival_id = p_festival and t.quarter = '-infinity'
      and t.ticket_type_id = '00000000-0000-0000-0000-000000000000'), 0)
    + coalesce((select sum(a.admitted) from lookup.tallies_ahead(p_festival) a
      where a.ticket_type_id = '00000000-0000-0000-0000-000000000000'), 0)::bigint
$$;

-- Those who may still come in are counted in an index of their own, without reading a ticket: all entries of a festival are alike, and so
-- take up a few bytes each.
create index ticket_outside on ticket (festival_id) where status = 'SOLD';
