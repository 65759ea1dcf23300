/** The last word of the breadcrumbs; a key below `office.nav`. */
export type Crumb =
  | 'account'
  | 'asked'
  | 'attendees'
  | 'createFestival'
  | 'desk'
  | 'devices'
  | 'festivals'
  | 'gates'
  | 'guests'
  | 'history'
  | 'ledger'
  | 'codes'
  | 'map'
  | 'media'
  | 'orders'
  | 'overview'
  | 'prices'
  | 'programme'
  | 'settings'
  | 'stands'
  | 'team'
  | 'tickets';

/** Screens below one of those, which lead back to it. */
export type CrumbBelow =
  | 'guestList'
  | 'importing'
  | 'massRefunds'
  | 'menu'
  | 'moneyToLookAt'
  | 'order'
  | 'stock'
  | 'takings'
  | 'ticketKeys';
