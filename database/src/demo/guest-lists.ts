import type { DemoFestival } from './festivals.ts';
import type { Row } from './insert-rows.ts';
import type { Random } from './seeded-random.ts';

interface DemoList {
  name: string;
  purpose: 'ARTIST' | 'CREW' | 'PARTNER' | 'PRESS';
  note: string;
  places: number;
  owner?: string;
  /** Name, address, companions, note, state. */
  guests: readonly (readonly [string, string | null, number, string, 'WAITING' | 'DECLINED'])[];
}

const lists: readonly DemoList[] = [
  {
    name: 'Équipe de la scène du Lac',
    purpose: 'CREW',
    note: 'Deux places chacun',
    places: 24,
    owner: 'staff',
    guests: [
      ['Hanne Willems', 'hanne.willems@guests.example', 1, '', 'WAITING'],
      ['Bastien Leroy', 'bastien.leroy@guests.example', 1, 'Arrive vendredi', 'WAITING'],
      ['Kofi Mensah', null, 0, '', 'WAITING'],
      ['Rosa Bianchi', 'rosa.bianchi@guests.example', 1, '', 'DECLINED'],
    ],
  },
  {
    name: 'Amis de Fjord',
    purpose: 'ARTIST',
    note: '',
    places: 8,
    owner: 'programmer',
    guests: [
      ['Astrid Solberg', 'astrid.solberg@guests.example', 2, '', 'WAITING'],
      ['Mikkel Dahl', 'mikkel.dahl@guests.example', 0, 'Photos', 'WAITING'],
    ],
  },
  {
    name: 'Brasserie de la Brume',
    purpose: 'PARTNER',
    note: 'Contrat 2026-114',
    places: 40,
    guests: [
      ['Claire Vandamme', 'claire.vandamme@guests.example', 3, '', 'WAITING'],
      ['Guy Moreau', 'guy.moreau@guests.example', 1, '', 'WAITING'],
      ['Nadia El Amrani', 'nadia.elamrani@guests.example', 0, 'Fauteuil roulant', 'WAITING'],
    ],
  },
  {
    name: 'Presse',
    purpose: 'PRESS',
    note: '',
    places: 30,
    guests: [['Radio Valbrume', 'redaction@guests.example', 1, 'Direct samedi 18 h', 'WAITING']],
  },
];

/** Guest lists that somebody has begun to fill: nobody on them has a place yet. */
export function guestListRows(
  random: Random,
  festival: DemoFestival,
  ticketTypeId: string,
  ownerOf: (account: string) => string,
  at: Date,
): { lists: Row[]; guests: Row[] } {
  const rows = { lists: new Array<Row>(), guests: new Array<Row>() };
  for (const { name, purpose, note, places, owner, guests } of lists) {
    const id = random.id(at);
    const own = { festival_id: festival.id, created_at: at };
    rows.lists.push({
      ...own,
      id,
      name,
      purpose,
      note,
      owner_id: owner === undefined ? null : ownerOf(owner),
      ticket_type_id: ticketTypeId,
      places,
      version: 1,
    });
    for (const [guest, email, companions, about, state] of guests)
      rows.guests.push({
        ...own,
        id: random.id(at),
        guest_list_id: id,
        name: guest,
        email,
        companions,
        note: about,
        language: 'fr',
        state,
        version: 1,
      });
  }
  return rows;
}
