-- What people of the team take and pay out by hand: the books say how much and where it lies, the log says who did it. Both were written by
-- one transaction, which is what joins them.

create index event_of_money_by_hand on event (festival_id, at)
  where name in ('ticketing.order_sold_at_desk', 'payments.received_by_hand', 'payments.repaid_by_hand');

create function takings_by_hand(p_festival uuid, p_from timestamptz, p_until timestamptz, p_person uuid)
returns table (person_id uuid, name text, place text, currency text, times int, taken bigint, paid_out bigint) language sql stable as
$$
  select d.actor_id, p.name, m.place, m.currency, count(*)::int, sum(greatest(m.amount, 0))::bigint, sum(greatest(-m.amount, 0))::bigint
  from event d
  cross join lateral (
    select case l.account when 'PROVIDER' then 'TERMINAL' else l.account::text end as place, l.currency, sum(l.amount) as amount
    from ledger_entry e cross join lateral unnest(e.legs) as l
    where e.xid = d.xid and e.festival_id = d.festival_id
      and (l.account in ('CASH', 'BANK') or l.account = 'PROVIDER' and l.subject = 'card_terminal')
    group by 1, 2
  ) as m
  left join person p on p.id = d.actor_id
  where d.festival_id = p_festival and d.at >= p_from and d.at < p_until and d.actor_kind = 'person'
    and d.name in ('ticketing.order_sold_at_desk', 'payments.received_by_hand', 'payments.repaid_by_hand')
    and (p_person is null or d.actor_id = p_person) and m.amount <> 0
  group by d.actor_id, p.name, m.place, m.currency
  order by p.name nulls last, d.actor_id, m.place, m.currency
$$;
