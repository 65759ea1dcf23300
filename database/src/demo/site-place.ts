import type { Field, Geometry, Metres } from './field.ts';
import { named, type Names, numbered } from './names.ts';

/** A place of the festival site; its key is how stages and stands refer to it. */
export interface SitePlace {
  key: string;
  kind: string;
  name: Names;
  geometry: Geometry;
  capacity: number | null;
  note?: Names;
  /** For a place of no other kind. */
  icon?: string;
  color?: string;
  /** Only the crew sees it. */
  crew?: boolean;
}

/** What places of a kind are called on the map. */
export const placeNames = {
  toilets: named('Toilets | Toilettes | Toiletten | Aseos | Bagni | Casas de banho'),
  accessible: named(
    'Accessible toilets | Toilettes adaptées | Barrierefreie Toiletten | Aseos adaptados | Bagni accessibili | Casas de banho adaptadas',
  ),
  water: named('Drinking water | Eau potable | Trinkwasser | Agua potable | Acqua potabile | Água potável'),
  firstAid: named(
    'First aid | Premiers secours | Erste Hilfe | Primeros auxilios | Primo soccorso | Primeiros socorros',
  ),
  defibrillator: named(
    'Defibrillator | Défibrillateur | Defibrillator | Desfibrilador | Defibrillatore | Desfibrilhador',
  ),
  entrance: named('Entrance | Entrée | Eingang | Entrada | Ingresso | Entrada'),
  exit: named('Exit | Sortie | Ausgang | Salida | Uscita | Saída'),
  parking: named('Car park | Parking | Parkplatz | Aparcamiento | Parcheggio | Estacionamento'),
  topUp: named('Top-up | Rechargement | Aufladen | Recarga | Ricarica | Carregamento'),
};

export const sitePlace = (
  key: string,
  kind: string,
  name: Names,
  geometry: Geometry,
  capacity: number | null = null,
): SitePlace => ({ key, kind, name, geometry, capacity });

/** Several places of one kind, numbered. */
export const spots = (field: Field, kind: string, name: Names, at: readonly Metres[], first = 1): SitePlace[] =>
  at.map((where, index) =>
    sitePlace(`${kind.toLowerCase()}-${index + first}`, kind, numbered(name, index + first), field.point(where)),
  );

/** A place of no other kind, with a sign and a colour of its own. */
export const signedPlace = (
  key: string,
  icon: string,
  color: string,
  name: Names,
  geometry: Geometry,
  capacity: number | null = null,
): SitePlace => ({ ...sitePlace(key, 'CUSTOM', name, geometry, capacity), icon, color });

/** What the crew alone sees. */
export const crewPlace = (...[key, icon, color, name, geometry]: Parameters<typeof signedPlace>): SitePlace => ({
  ...signedPlace(key, icon, color, name, geometry),
  crew: true,
});
