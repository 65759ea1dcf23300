/** How guest lists, and the guests of one, are looked at. Pure. */
import { listView } from '../../list-view.ts';
import type { Guest, GuestList } from './schemas.ts';

type WrittenList = Pick<GuestList, 'name' | 'note' | 'purpose' | 'places' | 'confirmed' | 'deadline'> & {
  owner: { name: string } | null;
};

export const guestListList = listView({
  texts: ({ name, note, owner }: WrittenList) => [name, note, owner?.name ?? ''],
  sorts: {
    name: ({ name }) => name,
    places: ({ places }) => places,
    confirmed: ({ confirmed }) => confirmed,
    deadline: ({ deadline }) => (deadline === null ? null : Date.parse(deadline)),
  },
  only: {
    ARTIST: ({ purpose }) => purpose === 'ARTIST',
    CREW: ({ purpose }) => purpose === 'CREW',
    PARTNER: ({ purpose }) => purpose === 'PARTNER',
    PRESS: ({ purpose }) => purpose === 'PRESS',
    OTHER: ({ purpose }) => purpose === 'OTHER',
  },
});

type WrittenGuest = Pick<Guest, 'name' | 'email' | 'note' | 'companions' | 'state' | 'reference' | 'arrived'>;

export const guestView = listView({
  texts: ({ name, email, note, reference }: WrittenGuest) => [name, email ?? '', note, reference ?? ''],
  sorts: { name: ({ name }) => name, companions: ({ companions }) => companions, state: ({ state }) => state },
  only: {
    WAITING: ({ state }) => state === 'WAITING',
    INVITED: ({ state }) => state === 'INVITED',
    EXPIRED: ({ state }) => state === 'EXPIRED',
    CONFIRMED: ({ state }) => state === 'CONFIRMED',
    DECLINED: ({ state }) => state === 'DECLINED',
    REVOKED: ({ state }) => state === 'REVOKED',
    arrived: ({ arrived }) => arrived > 0,
  },
});
