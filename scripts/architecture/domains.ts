/**
 * The domains in the only order in which one may import another: each knows the earlier ones alone, and speaks to the
 * later ones by events.
 */
export const domainOrder: readonly string[] = [
  'identity',
  'media',
  'festival',
  'devices',
  'places',
  'programme',
  'stands',
  'ledger',
  'payments',
  'ticketing',
  'access',
  'cashless',
  'finance',
  'messaging',
  // What looks into all of them, by what each hands in.
  'search',
];

/** What every domain of the API stands on. It knows no domain, but for the pure rules of identity: who may do what. */
export const groundFloor: ReadonlySet<string> = new Set(['platform', 'mail', 'audit', 'testing']);

/** Which domain alone may speak SQL to a table. The first is its owner; others are named with a reason. */
export const tableOwners: Readonly<Record<string, readonly string[]>> = {
  // The log is everyone's to write, through `record`; the audit trail is identity's to show and audit's to seal.
  event: ['platform', 'audit', 'identity'],
  relay_cursor: ['platform'],
  idempotency: ['platform'],
  audit_seal: ['audit', 'identity'],
  audit_head: ['audit'],
  seal_cursor: ['audit'],
  person: ['identity'],
  session: ['identity'],
  refresh_token: ['identity'],
  one_time_token: ['identity'],
  login_attempt: ['identity'],
  membership: ['identity'],
  invitation: ['identity'],
  volunteer: ['identity'],
  picture: ['media'],
  picture_use: ['media'],
  festival: ['festival'],
  festival_picture: ['festival'],
  festival_key: ['devices'],
  device_enrolment: ['devices'],
  device: ['devices'],
  place: ['places'],
  map_layer: ['places'],
  stage: ['programme'],
  artist: ['programme'],
  artist_fee: ['programme'],
  slot: ['programme'],
  slot_artist: ['programme'],
  stand: ['stands'],
  product: ['stands'],
  product_price: ['stands'],
  stock_item: ['stands'],
  product_stock: ['stands'],
  stock_movement: ['stands'],
  payment: ['payments'],
  sandbox_charge: ['payments'],
  quota: ['ticketing'],
  ticket_type: ['ticketing'],
  ticket_type_quota: ['ticketing'],
  ticket_group: ['ticketing'],
  ticket_option: ['ticketing'],
  basket: ['ticketing'],
  basket_line: ['ticketing'],
  ticket_order: ['ticketing'],
  ticket: ['ticketing'],
  scan_inbox: ['access'],
  scan_fact: ['access'],
  admission: ['access'],
};
