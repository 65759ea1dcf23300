/** 12xxx: stands and what they offer. */
export const standsErrors = {
  'stands.place_gone': { number: 12001, status: 409 },
  'stands.rows_refused': { number: 12002, status: 409 },
  'stands.file_unreadable': { number: 12003, status: 400 },
  'stands.import_refused': { number: 12004, status: 409 },
  'stands.import_changed': { number: 12005, status: 409 },
  'stands.unknown_product': { number: 12006, status: 400 },
  'stands.counted_elsewhere': { number: 12007, status: 409 },
  'stands.stock_named_alike': { number: 12008, status: 409 },
  'stands.section_gone': { number: 12009, status: 409 },
  'stands.stand_gone': { number: 12010, status: 409 },
  'stands.count_without_reason': { number: 12011, status: 400 },
} as const;
