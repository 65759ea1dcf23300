import type { BioTexts } from './bio-texts.ts';

export const fr: BioTexts = {
  beginnings: [
    'Tout a commencé à {city}, dans une cave bien trop petite pour {name}.',
    'À {city}, on décolle encore des murs les affiches au nom de {name}.',
    '{name} : un nom d’abord murmuré à {city}, puis repris en chœur partout.',
    'Avant les grandes scènes, il y eut une salle de répétition à {city}, deux micros et beaucoup de patience.',
    'Trois étés, quatre cents concerts : depuis {city}, {name} ne dort presque plus.',
    'Quelque part entre un disquaire de {city} et le dernier train de nuit, {name} a trouvé sa voix.',
  ],
  sounds: {
    'indie rock': 'Des guitares qui scintillent puis mordent, des refrains taillés pour le plein air.',
    'synth pop': 'Synthés chauds, batteries froides, et des mélodies qui restent des jours entiers.',
    'dream pop': 'Des chansons comme la brume au lever du soleil : les contours sont flous, le cœur est net.',
    soul: 'Une voix qui se passe d’effets, et un groupe qui sait se taire au bon moment.',
    'hip hop': 'Des mots affûtés sur des batteries poussiéreuses, vifs comme une conversation au coin de la rue.',
    afrobeat: 'Des cuivres éclatants, des guitares en spirale, un rythme qui ne s’assoit jamais.',
    disco: 'Des cordes, des claquements de mains et une basse qui va droit à la piste.',
    cumbia: 'Accordéons, échos à bande et hanches libres : les tropiques par le bus de nuit.',
    folk: 'Vieilles histoires, accords nouveaux, et des harmonies qui font taire une foule.',
    chanson: 'De petits drames et de grands appétits, racontés d’un sourcil levé.',
    jazz: 'Des thèmes qui entrent poliment et sortent par le toit.',
    dub: 'Des basses lourdes, de longs échos et tout le temps du monde.',
    house: 'Accords de piano, batteries qui roulent, et la patience de laisser monter le groove.',
    techno: 'Hypnotique, précise, faite pour les heures qui n’ont pas de nom.',
    'drum and bass': 'Cent soixante-quatorze battements par minute, et pas un de trop.',
    ambient: 'Une lumière lente faite de sons : on s’allonge, on regarde le ciel, on reste.',
  },
  promises: [
    'Un concert à découvrir sans connaître une seule chanson.',
    'Un nouvel album sort cet été, et la moitié s’entendra ici en premier.',
    'Venez tôt : la première chanson est déjà celle dont tout le monde parle.',
    'Amenez quelqu’un avec qui vous aimeriez danser.',
    'On attend une surprise sur scène, dont il est interdit de dire le nom.',
    'À la fin, tout le pré chante ; il en a toujours été ainsi.',
    'La seule date en Belgique cette année.',
  ],
};
