import type { Permission } from '@festivals/domain/identity/roles';
import type { LinkProps } from '@tanstack/react-router';

type Search = NonNullable<LinkProps['search']>;

/** What can be begun from anywhere in a festival, by those who may; each opens where it is done. */
export const commands = [
  { name: 'newSet', needs: 'programme.edit', to: '/f/$slug/programme', search: { edit: 'new' } },
  { name: 'newArtist', needs: 'programme.edit', to: '/f/$slug/programme', search: { view: 'artists', edit: 'new' } },
  { name: 'newStage', needs: 'programme.edit', to: '/f/$slug/programme', search: { view: 'stages', edit: 'new' } },
  { name: 'newStand', needs: 'stands.edit', to: '/f/$slug/stands', search: { edit: 'new' } },
  { name: 'newTicketType', needs: 'ticketing.edit', to: '/f/$slug/tickets', search: { edit: 'new' } },
  { name: 'newCode', needs: 'ticketing.edit', to: '/f/$slug/codes', search: { edit: 'new' } },
  { name: 'newGate', needs: 'access.edit', to: '/f/$slug/gates', search: { gate: 'new' } },
  { name: 'publish', needs: 'festival.publish', to: '/f/$slug', search: {} },
] as const satisfies readonly { name: string; needs: Permission; to: LinkProps['to']; search: Search }[];
