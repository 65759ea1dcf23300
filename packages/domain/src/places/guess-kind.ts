/** Guesses what a feature of somebody else's file is, from its own words. */
import { PlaceKind } from './place-kind.ts';

/** Words of maps, in the six languages and as OpenStreetMap tags them, by kind. The first kind that has the word wins. */
const words: readonly (readonly [PlaceKind, string])[] = [
  [
    'ACCESSIBLE_TOILET',
    'accessible toilet|accessible toilets|wheelchair toilet|disabled toilet|pmr|wc pmr|toilettes pmr|toilettes adaptées|barrierefreie toilette|behinderten wc|aseo adaptado|bagno accessibile|casa de banho adaptada',
  ],
  [
    'TOILET',
    'toilet|toilets|wc|restroom|restrooms|toilette|toilettes|sanitaires|toiletten|aseo|aseos|servicios|bagno|bagni|casa de banho|casas de banho|sanitários',
  ],
  ['AED', 'aed|dae|defibrillator|défibrillateur|desfibrilador|defibrillatore|desfibrilhador'],
  [
    'FIRST_AID',
    'first aid|first_aid|medical|medic|premiers secours|poste de secours|infirmerie|erste hilfe|sanitäter|primeros auxilios|enfermería|primo soccorso|infermeria|primeiros socorros|clinic|hospital',
  ],
  [
    'WATER',
    'water|drinking water|drinking_water|water point|water_point|eau|eau potable|point d eau|wasser|trinkwasser|agua|agua potable|acqua|acqua potabile|água|água potável',
  ],
  [
    'CHARGING',
    'charging|charging station|charging_station|phone charging|recharge|ladestation|carga|carga de móviles|ricarica|carregar|carregamento',
  ],
  [
    'LOST_PROPERTY',
    'lost property|lost_property|lost and found|lost_found|objets trouvés|fundbüro|fundsachen|objetos perdidos|oggetti smarriti|perdidos e achados',
  ],
  [
    'MEETING_POINT',
    'meeting point|meeting_point|assembly point|assembly_point|point de rencontre|point de rassemblement|treffpunkt|sammelpunkt|punto de encuentro|punto d incontro|ponto de encontro',
  ],
  ['CAMPING', 'camping|campsite|camp site|camp_site|camp_pitch|zeltplatz|campeggio|acampada|campismo'],
  [
    'PARKING',
    'parking|car park|parking_space|parkplatz|parkplätze|aparcamiento|estacionamiento|parcheggio|estacionamento',
  ],
  ['EXIT', 'exit|emergency exit|emergency_exit|sortie|ausgang|notausgang|salida|uscita|saída'],
  ['ENTRANCE', 'entrance|entry|gate|main entrance|entrée|eingang|einlass|entrada|ingresso|accès|access'],
  ['STAGE', 'stage|mainstage|main stage|scène|scene|bühne|escenario|palco|theatre|bandstand'],
  [
    'FOOD',
    'food|food truck|restaurant|fast_food|food_court|cafe|kitchen|restauration|nourriture|essen|küche|comida|cibo|cucina|ice_cream',
  ],
  ['BAR', 'bar|pub|beer|biergarten|drinks|buvette|getränke|bebidas|bevande|bier'],
];

const fold = (text: string) =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[’' -]+/g, ' ')
    .trim();
const kindOf = new Map(words.flatMap(([kind, list]) => list.split('|').map((word) => [word, kind] as const)));

/** Properties that name a thing's kind, the surest first: our own, then what programs and OpenStreetMap write. */
const telling = [
  'kind', 'type', 'category', 'class', 'catégorie', 'kategorie', 'categoria', 'amenity', 'emergency', 'tourism', 'shop', 'leisure',
]; // prettier-ignore

type Text = (property: string) => string | undefined;

/** The kind that properties tell, or that the name begins or ends with; null where neither says anything. */
export function guessKind(text: Text, name: string): { kind: PlaceKind; sure: boolean } | null {
  for (const property of telling) {
    const value = text(property);
    if (value === undefined) continue;
    const own = PlaceKind.safeParse(
      value
        .trim()
        .toUpperCase()
        .replaceAll(/[\s-]+/g, '_'),
    );
    if (own.success) return { kind: own.data, sure: true };
    const kind = kindOf.get(fold(value));
    if (kind === 'TOILET' && text('wheelchair') === 'yes') return { kind: 'ACCESSIBLE_TOILET', sure: true };
    if (kind !== undefined) return { kind, sure: true };
  }
  if (text('entrance') !== undefined)
    return { kind: text('entrance') === 'exit' || text('entrance') === 'emergency' ? 'EXIT' : 'ENTRANCE', sure: true };
  const said = fold(name);
  if (said === '') return null;
  const found = words.find(([, list]) =>
    list.split('|').some((word) => said === word || said.startsWith(`${word} `) || said.endsWith(` ${word}`)),
  );
  return found === undefined ? null : { kind: found[0], sure: false };
}
