-- What a terminal on the desk took, no provider of ours gives back: a person does, by the terminal, from the bank or from the till.
alter table refund_by_hand drop constraint refund_by_hand_paid_from_check,
  add constraint refund_by_hand_paid_from_check check (paid_from in ('BANK', 'CASH', 'TERMINAL'));

create or replace function refund_is_owed() returns trigger language plpgsql as
$$
begin
  with owed as (
    insert into refund_by_hand as h (festival_id, refund_id, provider, amount, currency)
    select r.festival_id, r.id, p.provider, r.amount, r.currency
    from changed r join unchanged u on u.festival_id = r.festival_id and u.id = r.id and u.status = 'PENDING'
    join payment p on p.festival_id = r.festival_id and p.id = r.payment_id and p.provider in ('bank_transfer', 'on_site', 'card_terminal')
    where r.status = 'COMPLETED' and r.amount > 0
    returning h.*
  )
  insert into ledger_entry (festival_id, id, kind, occurred_at, legs)
  select festival_id, md5('owed ' || refund_id)::uuid, 'REFUND_OWED', owed_at, legs_of_owed(provider, currency, amount) from owed;
  return null;
end
$$;
