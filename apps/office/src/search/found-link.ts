import type { Found } from '@festivals/domain/search/contract';
import type { LinkProps } from '@tanstack/react-router';

declare module '@tanstack/history' {
  interface HistoryState {
    /** Which finding led here: who finds the same once more is led there once more. */
    found?: string;
  }
}

/** The screen of something that was found, with the thing itself opened there. */
export const foundLink = (found: Found): LinkProps => ({ ...screenOf(found), state: { found: crypto.randomUUID() } });

function screenOf({ kind, id, title, parentId, festival: { slug } }: Found): LinkProps {
  const params = { slug };
  switch (kind) {
    case 'artist':
      return { to: '/f/$slug/programme', params, search: { view: 'artists', edit: id } };
    case 'stage':
      return { to: '/f/$slug/programme', params, search: { view: 'stages', edit: id } };
    case 'slot':
      return { to: '/f/$slug/programme', params, search: { edit: id } };
    case 'stand':
      return { to: '/f/$slug/stands', params, search: { search: title, edit: id } };
    case 'product':
      return parentId === null
        ? { to: '/f/$slug/stands', params, search: { search: title } }
        : { to: '/f/$slug/stands/$standId', params: { slug, standId: parentId }, hash: id };
    case 'place':
      return { to: '/f/$slug/map', params, search: { place: id } };
    case 'gate':
      return { to: '/f/$slug/gates', params, search: { gate: id }, hash: id };
    case 'ticketType':
      return { to: '/f/$slug/tickets', params, search: { edit: id } };
    case 'order':
      return { to: '/f/$slug/orders/$orderId', params: { slug, orderId: id } };
    case 'person':
      return { to: '/f/$slug/team', params, search: { search: title }, hash: id };
    case 'device':
      return { to: '/f/$slug/devices', params, search: { search: title }, hash: id };
  }
}
