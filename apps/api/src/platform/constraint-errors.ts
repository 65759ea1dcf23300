import type { ErrorName } from '@festivals/domain/errors';

/** What a violated constraint means to the caller; any other is a plain conflict. */
export const constraintErrors: Readonly<Record<string, ErrorName>> = {
  person_email_unique: 'identity.address_taken',
  festival_slug_unique: 'festival.slug_taken',
  festival_domain_host_unique: 'festival.domain_taken',
  slot_no_overlap: 'programme.overlap',
  slot_takeovers_apart: 'programme.overlap',
  slot_overlays_another: 'programme.takeover_impossible',
  slot_on_stage: 'programme.in_use',
  slot_of_artist_known: 'programme.in_use',
  slot_of_artist_known_too: 'programme.in_use',
  membership_keeps_an_organiser: 'identity.last_organiser',
  mass_refund_one_alive: 'ticketing.mass_refund_running',
  quota_never_oversold: 'ticketing.sold_out',
  stage_festival_id_place_id_fkey: 'general.not_found',
  product_stock_pkey: 'stands.counted_elsewhere',
  stock_item_name_unique: 'stands.stock_named_alike',
  gate_name_unique: 'access.gate_named_alike',
  quota_name_unique: 'ticketing.quota_named_alike',
  guest_list_name_unique: 'ticketing.guest_list_named_alike',
  ticket_type_sale_window: 'ticketing.sale_window_reversed',
  promo_code_unique: 'ticketing.code_taken',
  ticket_type_order_limits: 'ticketing.order_limits_reversed',
  stand_festival_id_place_id_fkey: 'stands.place_gone',
  picture_gone: 'media.picture_gone',
  picture_in_use: 'media.in_use',
};
