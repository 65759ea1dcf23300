/** 7xxx: festivals and their life cycle. */
export const festivalErrors = {
  'festival.not_published': { number: 7001, status: 409 },
  'festival.slug_taken': { number: 7002, status: 409 },
  'festival.not_ready': { number: 7003, status: 409 },
  'festival.illegal_transition': { number: 7004, status: 409 },
  'festival.address_search_off': { number: 7005, status: 503 },
  'festival.address_search_busy': { number: 7006, status: 503 },
  'festival.address_search_failed': { number: 7007, status: 502 },
  'festival.unknown_vat_rate': { number: 7008, status: 400 },
  'festival.domain_taken': { number: 7034, status: 409 },
  'festival.domain_unproven': { number: 7035, status: 409 },
  'festival.domain_ours': { number: 7036, status: 400 },
  'festival.too_many_addresses': { number: 7037, status: 409 },
} as const;
