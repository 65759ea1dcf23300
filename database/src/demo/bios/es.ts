import type { BioTexts } from './bio-texts.ts';

export const es: BioTexts = {
  beginnings: [
    'Todo empezó en {city}, en un sótano demasiado pequeño para {name}.',
    'En {city} todavía se arrancan de las paredes, para guardarlos, los carteles con el nombre de {name}.',
    '{name}: un nombre que primero se susurró en {city} y que hoy se corea en todas partes.',
    'Antes de los grandes escenarios hubo un local de ensayo en {city}, dos micrófonos y mucha paciencia.',
    'Tres veranos, cuatrocientos conciertos: desde {city}, {name} apenas duerme.',
    'En algún punto entre una tienda de discos de {city} y el último tren nocturno, {name} encontró su voz.',
  ],
  sounds: {
    'indie rock': 'Guitarras que brillan y luego muerden, y estribillos hechos para el aire libre.',
    'synth pop': 'Sintetizadores cálidos, baterías frías y melodías que se quedan varios días.',
    'dream pop': 'Canciones como la niebla al amanecer: bordes suaves y un corazón muy nítido.',
    soul: 'Una voz que no necesita efectos y una banda que sabe cuándo callar.',
    'hip hop': 'Palabras afiladas sobre ritmos polvorientos, rápidas como una charla de barrio.',
    afrobeat: 'Metales de colores vivos, guitarras en círculo y un ritmo que nunca se sienta.',
    disco: 'Cuerdas, palmas y un bajo que va directo a la pista.',
    cumbia: 'Acordeones, eco de cinta y caderas: el trópico en autobús nocturno.',
    folk: 'Historias antiguas, afinaciones nuevas y armonías que hacen callar a la multitud.',
    chanson: 'Pequeñas tragedias y grandes apetitos, contados con una ceja levantada.',
    jazz: 'Temas que entran con educación y salen por el tejado.',
    dub: 'Bajos pesados, ecos largos y todo el tiempo del mundo.',
    house: 'Acordes de piano, baterías que ruedan y paciencia para dejar crecer el groove.',
    techno: 'Hipnótico, preciso, hecho para las horas que no tienen nombre.',
    'drum and bass': 'Ciento setenta y cuatro pulsos por minuto y ninguno de más.',
    ambient: 'Luz lenta hecha sonido: tumbarse, mirar arriba, quedarse.',
  },
  promises: [
    'Un concierto para descubrir sin saberse ni una canción.',
    'Este verano sale un disco nuevo, y la mitad se oirá aquí por primera vez.',
    'Ven temprano: la primera canción es ya la que todo el mundo comenta.',
    'Trae a alguien con quien te gustaría bailar.',
    'Habrá una sorpresa en escena cuyo nombre no podemos decir.',
    'Al final canta todo el prado; siempre ha sido así.',
    'La única fecha en Bélgica este año.',
  ],
};
