-- Whoever begins to pay an order has it alone until that is done. What becomes of an earlier attempt is told behind the same lock: in
-- between, a call sent again with its key would find neither the kept answer nor the attempt at work, and would begin another one.
create or replace function suspend_payment(p_festival uuid, p_payment uuid, p_status text, p_action text, p_reason text, p_by jsonb,
  p_caller bytea, p_key text, p_body_hash bytea) returns jsonb language plpgsql as
$$
declare
  answer jsonb;
  suspended payment;
begin
  perform set_config('app.festival', p_festival::text, true);
  perform from ticket_order where festival_id = p_festival
    and id = (select order_id from payment where festival_id = p_festival and id = p_payment) for update;
  update payment set status = p_status, action = p_action, reason = p_reason, changed_at = now()
  where festival_id = p_festival and id = p_payment and status in ('PENDING', 'PROCESSING') returning * into suspended;
  if found then
    perform record_event(case p_status when 'FAILED' then 'payments.failed' else 'payments.suspended' end, p_payment, p_by,
      jsonb_build_object('reason', p_reason, 'action', p_action));
  else
    select * into suspended from payment where festival_id = p_festival and id = p_payment;
    if not found then perform fail('general.not_found'); end if;
  end if;
  answer := order_view(p_festival, suspended.order_id);
  -- A refusal frees its key: the same order may be paid by other means.
  if p_key is not null and p_status <> 'FAILED' then perform idempotency_keep(p_caller, p_key, p_body_hash, answer::text); end if;
  return answer;
end
$$;
