// Generated from the migrated database by `npm run types:database`; do not edit.
import type { ColumnType, GeneratedAlways } from 'kysely'

/** A column with a default: it may be left out of an insert. */
export type Generated<T> =
  T extends ColumnType<infer S, infer I, infer U> ? ColumnType<S, I | undefined, U> : ColumnType<T, T | undefined, T>

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json }
/** Written as an object or as JSON text: the driver would make an array a PostgreSQL array. */
export type JsonColumn = ColumnType<Json, { [key: string]: Json } | string, { [key: string]: Json } | string>
/** Read as ISO 8601 in UTC; written as that or as a Date. */
export type Timestamp = ColumnType<string, Date | string, Date | string>

export type LedgerAccount = 'BANK' | 'CASH' | 'PROVIDER' | 'CUSTOMER_CREDIT' | 'VAT_COLLECTED' | 'TICKET_SALES' | 'OPTION_SALES' | 'BOOKING_FEES' | 'DONATIONS' | 'PROVIDER_FEES' | 'PLATFORM_FEES' | 'OTHER_INCOME' | 'OTHER_COSTS' | 'DISPUTED' | 'LOST_DISPUTES' | 'CASH_ROUNDING'

export interface AccountDeletionTable {
  person_id: string
  asked_at: Timestamp
  due_at: Timestamp
}

export interface AddressSearchTable {
  language: string
  query: string
  answer: JsonColumn
  found_at: Generated<Timestamp>
}

export interface AddressSearchTurnTable {
  only_row: Generated<boolean>
  next_at: Generated<Timestamp>
}

export interface AdmissionTable {
  festival_id: string
  id: string
  ticket_id: string
  device_id: string
  at: Timestamp
  received_at: Timestamp
  is_primary: Generated<boolean>
}

export interface ArtistTable {
  festival_id: string
  id: string
  name: string
  slug: string
  country: string | null
  genres: Generated<string[]>
  bio: Generated<JsonColumn>
  billing: number
  version: Generated<number>
  picture_id: string | null
  sort_name: string | null
  rider: Generated<string>
  guest_quota: Generated<number>
  links: Generated<JsonColumn>
  search_text: GeneratedAlways<string | null>
  announcement: Generated<string>
  reveals_at: Timestamp | null
}

export interface ArtistFeeTable {
  festival_id: string
  artist_id: string
  version: number
  amount: number | null
  currency: string
  set_by: string | null
  set_at: Timestamp
}

export interface AskedOfBuyersTable {
  festival_id: string
  asked: JsonColumn
  version: Generated<number>
}

export interface AuditHeadTable {
  festival_id: string
  position: number
  hash: Buffer
}

export interface AuditSealTable {
  festival_id: string
  position: number
  event_id: string
  hash: Buffer
}

export interface BasketTable {
  festival_id: string
  id: string
  secret_hash: Buffer
  status: Generated<string>
  currency: string
  total: number
  held_at: Generated<Timestamp>
  expires_at: Timestamp
  buyer: JsonColumn | null
}

export interface BasketClaimTable {
  festival_id: string
  basket_id: string
  quota_id: string
  places: number
  returned: Generated<number>
}

export interface BasketCodeTable {
  festival_id: string
  basket_id: string
  code_id: string
  amount: number
}

export interface BasketLineTable {
  festival_id: string
  basket_id: string
  ticket_type_id: string | null
  quota_id: string | null
  name: JsonColumn
  quantity: number
  unit_price: number
  vat: number
  vat_amount: number
  line_no: number
  kind: Generated<string>
  item_id: string | null
  variation_id: string | null
  tier_id: string | null
  bundle_id: string | null
  list_price: number
  why: Generated<JsonColumn>
}

export interface DataExportTable {
  person_id: string
  asked_at: Timestamp
  made_at: Timestamp | null
  expires_at: Timestamp | null
  content: string | null
}

export interface DeviceTable {
  festival_id: string
  id: string
  name: string
  rights: string[]
  public_key: Buffer
  enrolled_at: Generated<Timestamp>
  not_after: Timestamp
  last_seen_at: Timestamp | null
  revoked_at: Timestamp | null
  search_text: GeneratedAlways<string | null>
}

export interface DeviceEnrolmentTable {
  festival_id: string
  id: string
  code_hash: Buffer
  name: string
  rights: string[]
  offered_by: string | null
  expires_at: Timestamp
  used_at: Timestamp | null
}

export interface DisputeTable {
  festival_id: string
  id: string
  payment_id: string
  provider: string
  reference: string
  status: string
  amount: number
  currency: string
  reason: string
  answer_by: Timestamp | null
  opened_at: Generated<Timestamp>
  changed_at: Generated<Timestamp>
  withdrawn: Generated<boolean>
}

export interface EmailChangeTable {
  person_id: string
  new_email: string
  asked_at: Timestamp
  expires_at: Timestamp
  old_confirmed_at: Timestamp | null
  new_confirmed_at: Timestamp | null
}

export interface EventTable {
  festival_id: string
  id: string
  seq: GeneratedAlways<number>
  xid: Generated<string>
  at: Generated<Timestamp>
  name: string
  actor_kind: string
  actor_id: string | null
  subject_id: string | null
  before: JsonColumn | null
  after: JsonColumn | null
  request_id: string | null
}

export interface FavouriteTable {
  festival_id: string
  person_id: string
  kind: string
  subject_id: string
  artist_id: GeneratedAlways<string | null>
  slot_id: GeneratedAlways<string | null>
  chosen: boolean
  changed_at: Timestamp
}

export interface FestivalTable {
  id: string
  slug: string
  name: string
  tagline: Generated<JsonColumn>
  description: Generated<JsonColumn>
  starts_on: string
  ends_on: string
  zone: string
  place: JsonColumn
  currency: string
  languages: string[]
  theme: JsonColumn
  status: Generated<string>
  version: Generated<number>
  created_at: Generated<Timestamp>
  published_at: Timestamp | null
  deleted_at: Timestamp | null
  cut_off: Generated<number>
  genres: Generated<string[]>
}

export interface FestivalAddressTable {
  festival_id: string
  slug: string
  left_at: Timestamp | null
}

export interface FestivalDomainTable {
  festival_id: string
  host: string
  token: string
  confirmed_at: Timestamp | null
  version: Generated<number>
  looked_at: Timestamp | null
  lost_at: Timestamp | null
}

export interface FestivalKeyTable {
  festival_id: string
  number: number
  public_key: Buffer
  sealed_private_key: Buffer
  created_at: Generated<Timestamp>
  retired_at: Timestamp | null
  withdrawn_at: Timestamp | null
}

export interface FestivalPictureTable {
  festival_id: string
  use: string
  position: number
  picture_id: string
}

export interface FestivalSectionTable {
  festival_id: string
  name: string
  content: JsonColumn
  version: Generated<number>
}

export interface GateTable {
  festival_id: string
  id: string
  name: string
  place_id: string | null
  version: Generated<number>
  deleted_at: Timestamp | null
  search_text: GeneratedAlways<string | null>
}

export interface GuestTable {
  festival_id: string
  id: string
  guest_list_id: string
  name: string
  email: string | null
  companions: Generated<number>
  note: Generated<string>
  language: string
  state: Generated<string>
  basket_id: string | null
  order_id: string | null
  token_hash: Buffer | null
  invited_at: Timestamp | null
  answered_at: Timestamp | null
  version: Generated<number>
  created_at: Generated<Timestamp>
}

export interface GuestListTable {
  festival_id: string
  id: string
  name: string
  purpose: string
  note: Generated<string>
  owner_id: string | null
  ticket_type_id: string
  places: number
  deadline: Timestamp | null
  version: Generated<number>
  deleted_at: Timestamp | null
  created_at: Generated<Timestamp>
}

export interface IdempotencyTable {
  caller: Buffer
  key: string
  body_hash: Buffer
  answer: string
  made_at: Generated<Timestamp>
}

export interface InvitationTable {
  festival_id: string
  id: string
  email: string
  role: string
  language: string
  token_hash: Buffer | null
  invited_by: string
  sent_at: Timestamp
  expires_at: Timestamp
  accepted_at: Timestamp | null
  accepted_by: string | null
  revoked_at: Timestamp | null
  member_until: Timestamp | null
  queued: Generated<boolean>
}

export interface KeyReplacementTable {
  festival_id: string
  key_number: number
  reason: string
  not_before: Timestamp
  from_id: string | null
  until_id: string | null
  planned_at: Timestamp | null
  done_at: Timestamp | null
}

export interface KeyReplacementOrderTable {
  festival_id: string
  key_number: number
  order_id: string
  sent_at: Timestamp | null
}

export interface LedgerCursorTable {
  only_row: Generated<boolean>
  xid: Generated<string>
  seq: Generated<number>
}

export interface LedgerEntryTable {
  festival_id: string
  id: string
  kind: string
  legs: string[]
  reason: string | null
  occurred_at: Timestamp
  booked_at: Generated<Timestamp>
  xid: Generated<string>
  seq: GeneratedAlways<number>
}

export interface LedgerSumTable {
  festival_id: string
  day: string
  account: LedgerAccount
  subject: string
  rate: number
  currency: string
  debit: number
  credit: number
}

export interface LinkedIdentityTable {
  id: string
  person_id: string
  provider: string
  issuer: string
  subject: string
  email: string | null
  linked_at: Generated<Timestamp>
  used_at: Generated<Timestamp>
}

export interface LoginAttemptTable {
  subject: Buffer
  at: Generated<Timestamp>
}

export interface MapLayerTable {
  festival_id: string
  id: string
  name: JsonColumn
  audience: string
  sort_order: Generated<number>
  version: Generated<number>
  deleted_at: Timestamp | null
}

export interface MassRefundTable {
  festival_id: string
  id: string
  status: Generated<string>
  ticket_type_id: string | null
  keep: JsonColumn
  with_used: boolean
  reason: string
  asked_by: string | null
  paced_until: Generated<Timestamp>
  started_at: Generated<Timestamp>
  changed_at: Generated<Timestamp>
}

export interface MassRefundOrderTable {
  festival_id: string
  mass_refund_id: string
  order_id: string
  taken: Generated<boolean>
  skipped: string | null
}

export interface MembershipTable {
  festival_id: string
  person_id: string
  role: string
  since: Generated<Timestamp>
  ends_at: Timestamp | null
}

export interface NewsTable {
  festival_id: string
  id: string
  title: JsonColumn
  body: Generated<JsonColumn>
  pinned: Generated<boolean>
  published_at: Timestamp | null
  version: Generated<number>
  created_at: Generated<Timestamp>
  deleted_at: Timestamp | null
}

export interface OneTimeTokenTable {
  hash: Buffer
  person_id: string
  purpose: string
  expires_at: Timestamp
  used_at: Timestamp | null
}

export interface OrderAnswerTable {
  festival_id: string
  order_id: string
  line_no: number
  nth: number
  question_id: string
  kind: string
  label: JsonColumn
  value: JsonColumn
  chosen: Generated<JsonColumn>
  answered_at: Generated<Timestamp>
}

export interface OrderAttendeeTable {
  festival_id: string
  order_id: string
  line_no: number
  nth: number
  ticket_id: string | null
  born_on: string | null
  minor: Generated<boolean>
  guardian: JsonColumn | null
}

export interface OrderNoteTable {
  festival_id: string
  id: string
  order_id: string
  text: string
  pinned: Generated<boolean>
  written_by: string | null
  written_at: Generated<Timestamp>
}

export interface OrderPresentmentTable {
  festival_id: string
  order_id: string
  currency: string
  rate: number
  amount: number
}

export interface PaymentTable {
  festival_id: string
  id: string
  order_id: string
  provider: string
  status: string
  amount: number
  currency: string
  action: string | null
  reason: string | null
  started_at: Generated<Timestamp>
  changed_at: Generated<Timestamp>
}

export interface PaymentDifferenceTable {
  festival_id: string
  id: string
  provider: string
  reference: string
  payment_id: string | null
  kind: string
  ours: JsonColumn | null
  theirs: JsonColumn | null
  seen_at: Generated<Timestamp>
  settled_at: Timestamp | null
  settled_by: string | null
  note: string | null
}

export interface PaymentSettingTable {
  festival_id: string
  practice: boolean
  online: string[]
  embedded: boolean
  stripe_account: string | null
  transfer: JsonColumn | null
  on_site: JsonColumn | null
  version: Generated<number>
  cash_rounding: Generated<boolean>
}

export interface PersonTable {
  id: string
  email: string
  password_hash: string | null
  name: string
  phone: string | null
  language: string
  super_admin: Generated<boolean>
  email_verified_at: Timestamp | null
  created_at: Generated<Timestamp>
  deleted_at: Timestamp | null
  search_text: GeneratedAlways<string | null>
}

export interface PictureTable {
  festival_id: string
  id: string
  hash: Buffer
  address: string
  name: string
  width: number
  height: number
  widths: number[]
  formats: Generated<string[]>
  processing: Generated<boolean>
  taken_on_at: Timestamp | null
  bytes: number
  placeholder: string | null
  focus_x: Generated<number>
  focus_y: Generated<number>
  alt: Generated<JsonColumn>
  credit: Generated<string>
  version: Generated<number>
  uploaded_at: Generated<Timestamp>
  released_at: Timestamp | null
  deleted_at: Timestamp | null
  copy_of: string | null
}

export interface PictureUseTable {
  festival_id: string | null
  picture_id: string | null
  kind: string | null
  subject_id: string | null
  label: JsonColumn | null
}

export interface PictureViewTable {
  festival_id: string | null
  id: string | null
  view: JsonColumn | null
}

export interface PlaceTable {
  festival_id: string
  id: string
  kind: string
  name: JsonColumn
  geometry: JsonColumn
  capacity: number | null
  note: Generated<JsonColumn>
  icon: string | null
  color: string | null
  hours: Generated<JsonColumn>
  layer_id: string | null
  external_id: string | null
  version: Generated<number>
  deleted_at: Timestamp | null
  search_text: GeneratedAlways<string | null>
}

export interface PostingTable {
  festival_id: string | null
  entry_id: string | null
  kind: string | null
  occurred_at: Timestamp | null
  xid: string | null
  seq: number | null
  position: number | null
  account: LedgerAccount | null
  subject: string | null
  rate: number | null
  currency: string | null
  amount: number | null
}

export interface PresentmentRateTable {
  festival_id: string
  currency: string
  since: Generated<Timestamp>
  rate: number | null
  set_by: string | null
}

export interface PriceRulesTable {
  festival_id: string
  rules: JsonColumn
  version: Generated<number>
}

export interface ProductTable {
  festival_id: string
  id: string
  stand_id: string
  name: JsonColumn
  category: string
  price: number
  vat: number
  diets: Generated<string[]>
  allergens: Generated<string[]>
  sort_order: Generated<number>
  deposit: number | null
  version: Generated<number>
  deleted_at: Timestamp | null
  picture_id: string | null
  search_text: GeneratedAlways<string | null>
  section_id: string | null
}

export interface ProductPriceTable {
  festival_id: string
  product_id: string
  valid_from: Timestamp
  price: number
  vat: number
}

export interface ProductStockTable {
  festival_id: string
  product_id: string
  stock_item_id: string
}

export interface ProgrammeFeedTable {
  festival_id: string
  id: string
  name: string
  secret_hash: Buffer
  created_by: string | null
  created_at: Timestamp
  used_at: Timestamp | null
  revoked_at: Timestamp | null
}

export interface ProgrammeImportTable {
  festival_id: string
  id: string
  version: Generated<number>
  name: string
  status: string
  fault: JsonColumn | null
  bytes: Buffer | null
  format: string | null
  encoding: string | null
  records: JsonColumn | null
  options: JsonColumn | null
  columns: Generated<JsonColumn>
  sample: Generated<JsonColumn>
  rows: JsonColumn | null
  counts: JsonColumn | null
  made: Generated<JsonColumn>
  hash: string | null
  done: Generated<number>
  total: Generated<number>
  undo: JsonColumn | null
  created_by: string | null
  started_by: string | null
  created_at: Timestamp
  applied_at: Timestamp | null
}

export interface PromoCodeTable {
  festival_id: string
  id: string
  code: string
  note: Generated<string>
  effect: string
  value: number
  per: string
  ticket_type_ids: Generated<string[]>
  opens: Generated<string[]>
  most_tickets: number | null
  valid_from: Timestamp | null
  valid_until: Timestamp | null
  stacks: boolean
  with_discounts: boolean
  per_person: number | null
  uses_quota_id: string | null
  budget_quota_id: string | null
  disabled: Generated<boolean>
  version: Generated<number>
  created_at: Generated<Timestamp>
}

export interface ProviderChargeTable {
  festival_id: string
  payment_id: string
  provider: string
  reference: string | null
  embedded: boolean
  account: string | null
  fee: number
  begun_at: Generated<Timestamp>
  open: Generated<boolean>
  asked_at: Generated<Timestamp>
  fees_booked_at: Timestamp | null
}

export interface ProviderEventTable {
  provider: string
  id: string
  kind: string
  subject: string
  body: Buffer
  received_at: Generated<Timestamp>
  outcome: Generated<string>
  reason: string | null
  about_festival: string | null
  tries: Generated<number>
  try_at: Generated<Timestamp>
}

export interface ProviderHealthTable {
  provider: string
  failures: number
  shut_until: Timestamp | null
  changed_at: Generated<Timestamp>
}

export interface QuotaTable {
  festival_id: string
  id: string
  capacity: number
  sold: Generated<number>
  held: Generated<number>
  shared: Generated<boolean>
  name: string | null
  version: Generated<number>
  linked: Generated<boolean>
  deleted_at: Timestamp | null
}

export interface RefreshTokenTable {
  hash: Buffer
  session_id: string
  issued_at: Generated<Timestamp>
  expires_at: Timestamp
  used_at: Timestamp | null
}

export interface RefundTable {
  festival_id: string
  id: string
  order_id: string
  payment_id: string
  status: Generated<string>
  amount: number
  currency: string
  reason: string
  asked_by: string | null
  started_at: Generated<Timestamp>
  changed_at: Generated<Timestamp>
  kept: Generated<number>
  mass_refund_id: string | null
  attempts: Generated<number>
  failure: string | null
  next_try_at: Generated<Timestamp | null>
}

export interface RefundByHandTable {
  festival_id: string
  refund_id: string
  provider: string
  amount: number
  currency: string
  owed_at: Generated<Timestamp>
  paid_at: Timestamp | null
  paid_from: string | null
  reference: string | null
  paid_by: string | null
}

export interface RefundLineTable {
  festival_id: string
  order_id: string
  line_no: number
  refund_id: string
  amount: number
  vat_amount: number
}

export interface RefundTicketTable {
  festival_id: string
  ticket_id: string
  refund_id: string
  amount: number
  vat_amount: number
}

export interface RelayCursorTable {
  only_row: Generated<boolean>
  xid: Generated<string>
  seq: Generated<number>
}

export interface SandboxChargeTable {
  key: string
  amount: number
  currency: string
  outcome: string
  made_at: Generated<Timestamp>
  settles_at: Timestamp | null
}

export interface SandboxRefundTable {
  key: string
  charge: string
  amount: number
  made_at: Generated<Timestamp>
}

export interface ScanFactTable {
  festival_id: string
  id: string
  device_id: string
  epoch: number
  sequence: number
  hash: Buffer
  previous: Buffer
  ticket_id: string
  decision: string
  at: Timestamp
}

export interface ScanInboxTable {
  festival_id: string
  hash: Buffer
  bytes: Buffer
  received_from: string
  received_at: Generated<Timestamp>
  device_id: string | null
  epoch: number | null
  sequence: number | null
  fact_id: string | null
  outcome: string | null
  reason: string | null
}

export interface SealCursorTable {
  only_row: Generated<boolean>
  xid: Generated<string>
  seq: Generated<number>
}

export interface SearchCursorTable {
  only_row: Generated<boolean>
  xid: Generated<string>
  seq: Generated<number>
}

export interface SearchWordTable {
  festival_id: string
  word: string
  encoded: boolean
}

export interface SessionTable {
  id: string
  person_id: string
  face: string
  user_agent: string | null
  started_at: Generated<Timestamp>
  last_seen_at: Generated<Timestamp>
  expires_at: Timestamp
  revoked_at: Timestamp | null
  revoked_because: string | null
}

export interface SlotTable {
  festival_id: string
  id: string
  stage_id: string
  artist_id: string | null
  day: string
  starts_at: Timestamp
  ends_at: Timestamp
  status: string
  title: string | null
  version: Generated<number>
  setup_minutes: Generated<number>
  teardown_minutes: Generated<number>
  announcement: Generated<string>
  reveals_at: Timestamp | null
  overlays_id: string | null
  confirmed_at: Timestamp | null
  cancelled_at: Timestamp | null
  changed_by: string | null
  changed_at: Generated<Timestamp>
  search_text: GeneratedAlways<string | null>
}

export interface SlotArtistTable {
  festival_id: string
  slot_id: string
  artist_id: string
  position: number
}

export interface SlotSourceTable {
  festival_id: string
  source: string
  external_id: string
  slot_id: string
}

export interface StageTable {
  festival_id: string
  id: string
  name: string
  place_id: string | null
  sort_order: number
  version: Generated<number>
  hours: Generated<JsonColumn>
  search_text: GeneratedAlways<string | null>
}

export interface StandTable {
  festival_id: string
  id: string
  name: string
  kind: string
  place_id: string | null
  hours: Generated<JsonColumn>
  version: Generated<number>
  deleted_at: Timestamp | null
  search_text: GeneratedAlways<string | null>
  sections: Generated<JsonColumn>
}

export interface StockItemTable {
  festival_id: string
  id: string
  name: string
  stand_id: string | null
  low_at: number | null
  version: Generated<number>
  deleted_at: Timestamp | null
}

export interface StockMovementTable {
  festival_id: string
  id: string
  stock_item_id: string
  kind: string
  quantity: number
  counted: number | null
  reason: string | null
  made_at: Timestamp
  made_by: string | null
}

export interface TallyTable {
  festival_id: string
  quarter: Timestamp
  ticket_type_id: string
  orders: number
  tickets: number
  revenue: number
  admitted: number
}

export interface TallyCursorTable {
  only_row: Generated<boolean>
  xid: Generated<string>
  seq: Generated<number>
}

export interface TicketTable {
  festival_id: string
  id: string
  order_id: string
  ticket_type_id: string
  holder: string
  status: Generated<string>
  issued_at: Generated<Timestamp>
  changed_xid: Generated<string>
  changed_at: Generated<Timestamp>
  line_no: Generated<number>
  replaced_by: string | null
}

export interface TicketGroupTable {
  festival_id: string
  id: string
  name: JsonColumn
  sort_order: Generated<number>
}

export interface TicketLinkTable {
  festival_id: string
  ticket_id: string
  secret_hash: Buffer
  made_at: Generated<Timestamp>
  revoked_at: Timestamp | null
}

export interface TicketOptionTable {
  festival_id: string
  id: string
  kind: string
  name: JsonColumn
  description: Generated<JsonColumn>
  price: number
  vat: number
  needs_ticket: boolean
  most: number
  ticket_type_ids: Generated<string[]>
  sort_order: Generated<number>
  version: Generated<number>
  deleted_at: Timestamp | null
  quota_id: string | null
  max_per_person: number | null
}

export interface TicketOrderTable {
  festival_id: string
  id: string
  basket_id: string
  reference: string
  status: Generated<string>
  email: string
  name: string
  language: string
  person_id: string | null
  currency: string
  total: number
  placed_at: Generated<Timestamp>
  pay_until: Timestamp
  paid_at: Timestamp | null
  search_text: GeneratedAlways<string | null>
  details: JsonColumn | null
  kind: Generated<string>
  asked_version: Generated<number>
}

export interface TicketPaperTable {
  festival_id: string
  paper: string
  version: Generated<number>
}

export interface TicketTypeTable {
  festival_id: string
  id: string
  quota_id: string
  name: JsonColumn
  description: Generated<JsonColumn>
  price: number
  vat: number
  max_per_order: number
  sort_order: Generated<number>
  on_sale_from: Timestamp | null
  on_sale_until: Timestamp | null
  version: Generated<number>
  created_at: Generated<Timestamp>
  search_text: GeneratedAlways<string | null>
  min_per_order: Generated<number>
  hidden: Generated<boolean>
  group_id: string | null
  disclosure: Generated<string>
  few_left_below: Generated<number>
  tiers: Generated<JsonColumn>
  variations: Generated<JsonColumn>
  names_price: Generated<boolean>
  deleted_at: Timestamp | null
  kept_capacity: number | null
  max_per_person: number | null
}

export interface TicketTypeQuotaTable {
  festival_id: string
  ticket_type_id: string
  quota_id: string
  shared: Generated<boolean>
}

export interface VolunteerTable {
  festival_id: string
  id: string
  email: string
  name: string
  crew: string
  phone: string | null
  version: Generated<number>
  created_at: Generated<Timestamp>
  deleted_at: Timestamp | null
  was_staff: Generated<boolean>
  staff_ends_at: Timestamp | null
}

export interface PlatformMigrationTable {
  name: string
  sha256: string
  applied_at: Generated<Timestamp>
}

/** Every table and view, as Kysely wants to know them. */
export interface Database {
  account_deletion: AccountDeletionTable
  address_search: AddressSearchTable
  address_search_turn: AddressSearchTurnTable
  admission: AdmissionTable
  artist: ArtistTable
  artist_fee: ArtistFeeTable
  asked_of_buyers: AskedOfBuyersTable
  audit_head: AuditHeadTable
  audit_seal: AuditSealTable
  basket: BasketTable
  basket_claim: BasketClaimTable
  basket_code: BasketCodeTable
  basket_line: BasketLineTable
  data_export: DataExportTable
  device: DeviceTable
  device_enrolment: DeviceEnrolmentTable
  dispute: DisputeTable
  email_change: EmailChangeTable
  event: EventTable
  favourite: FavouriteTable
  festival: FestivalTable
  festival_address: FestivalAddressTable
  festival_domain: FestivalDomainTable
  festival_key: FestivalKeyTable
  festival_picture: FestivalPictureTable
  festival_section: FestivalSectionTable
  gate: GateTable
  guest: GuestTable
  guest_list: GuestListTable
  idempotency: IdempotencyTable
  invitation: InvitationTable
  key_replacement: KeyReplacementTable
  key_replacement_order: KeyReplacementOrderTable
  ledger_cursor: LedgerCursorTable
  ledger_entry: LedgerEntryTable
  ledger_sum: LedgerSumTable
  linked_identity: LinkedIdentityTable
  login_attempt: LoginAttemptTable
  map_layer: MapLayerTable
  mass_refund: MassRefundTable
  mass_refund_order: MassRefundOrderTable
  membership: MembershipTable
  news: NewsTable
  one_time_token: OneTimeTokenTable
  order_answer: OrderAnswerTable
  order_attendee: OrderAttendeeTable
  order_note: OrderNoteTable
  order_presentment: OrderPresentmentTable
  payment: PaymentTable
  payment_difference: PaymentDifferenceTable
  payment_setting: PaymentSettingTable
  person: PersonTable
  picture: PictureTable
  picture_use: PictureUseTable
  picture_view: PictureViewTable
  place: PlaceTable
  posting: PostingTable
  presentment_rate: PresentmentRateTable
  price_rules: PriceRulesTable
  product: ProductTable
  product_price: ProductPriceTable
  product_stock: ProductStockTable
  programme_feed: ProgrammeFeedTable
  programme_import: ProgrammeImportTable
  promo_code: PromoCodeTable
  provider_charge: ProviderChargeTable
  provider_event: ProviderEventTable
  provider_health: ProviderHealthTable
  quota: QuotaTable
  refresh_token: RefreshTokenTable
  refund: RefundTable
  refund_by_hand: RefundByHandTable
  refund_line: RefundLineTable
  refund_ticket: RefundTicketTable
  relay_cursor: RelayCursorTable
  sandbox_charge: SandboxChargeTable
  sandbox_refund: SandboxRefundTable
  scan_fact: ScanFactTable
  scan_inbox: ScanInboxTable
  seal_cursor: SealCursorTable
  search_cursor: SearchCursorTable
  search_word: SearchWordTable
  session: SessionTable
  slot: SlotTable
  slot_artist: SlotArtistTable
  slot_source: SlotSourceTable
  stage: StageTable
  stand: StandTable
  stock_item: StockItemTable
  stock_movement: StockMovementTable
  tally: TallyTable
  tally_cursor: TallyCursorTable
  ticket: TicketTable
  ticket_group: TicketGroupTable
  ticket_link: TicketLinkTable
  ticket_option: TicketOptionTable
  ticket_order: TicketOrderTable
  ticket_paper: TicketPaperTable
  ticket_type: TicketTypeTable
  ticket_type_quota: TicketTypeQuotaTable
  volunteer: VolunteerTable
  'platform.migration': PlatformMigrationTable
}
