import { named, type Names } from './names.ts';

/** A picture that somebody at a demo festival has on their desk. */
export interface DemoPicture {
  /** The file's name, without its ending. */
  name: string;
  alt: Names;
  /** The address of the artist whom it shows; null for the festival's gallery. */
  artist: string | null;
}

const ofArtist = (artist: string, alt: string): DemoPicture => ({ name: artist, alt: named(alt), artist });
const ofGallery = (name: string, alt: string): DemoPicture => ({ name, alt: named(alt), artist: null });

/** The pictures of Solbrume: three of its headliners and its gallery. `scripts/draw-demo-pictures.ts` drew them. */
export const solbrumePictures: readonly DemoPicture[] = [
  ofArtist(
    'velvet-almanac',
    'A round stage full of lamps under a violet moon | Une scène ronde couverte de lampes sous une lune violette | Eine runde Bühne voller Lampen unter einem violetten Mond | Un escenario redondo lleno de luces bajo una luna violeta | Un palco rotondo pieno di luci sotto una luna viola | Um palco redondo cheio de luzes sob uma lua violeta',
  ),
  ofArtist(
    'thousand-lamp-street',
    'Lanterns rising behind a stage at sunset | Des lanternes s’élèvent derrière une scène au coucher du soleil | Laternen steigen bei Sonnenuntergang hinter einer Bühne auf | Farolillos que suben tras un escenario al atardecer | Lanterne che salgono dietro un palco al tramonto | Lanternas que sobem atrás de um palco ao pôr do sol',
  ),
  ofArtist(
    'odessa-fontaine-okoro',
    'A stage like a castle, lit in green before a pale moon | Une scène comme un château, éclairée de vert devant une lune pâle | Eine Bühne wie ein Schloss, grün erleuchtet vor einem blassen Mond | Un escenario como un castillo, iluminado de verde ante una luna pálida | Un palco come un castello, illuminato di verde davanti a una luna pallida | Um palco como um castelo, iluminado de verde diante de uma lua pálida',
  ),
  ofGallery(
    'tent',
    'A striped tent among flowering hills in the evening sun | Un chapiteau rayé entre des collines en fleurs, au soleil du soir | Ein gestreiftes Zelt zwischen blühenden Hügeln in der Abendsonne | Una carpa de rayas entre colinas en flor al sol de la tarde | Un tendone a righe tra colline in fiore nel sole della sera | Uma tenda às riscas entre colinas em flor ao sol da tarde',
  ),
  ofGallery(
    'balloons',
    'Hot-air balloons above the crowd before a lit stage | Des montgolfières au-dessus de la foule devant une scène illuminée | Heißluftballons über der Menge vor einer erleuchteten Bühne | Globos aerostáticos sobre el público ante un escenario iluminado | Mongolfiere sopra la folla davanti a un palco illuminato | Balões de ar quente sobre o público diante de um palco iluminado',
  ),
  ofGallery(
    'fireworks',
    'Fireworks over the stage while the sun goes down | Un feu d’artifice au-dessus de la scène pendant que le soleil se couche | Feuerwerk über der Bühne, während die Sonne untergeht | Fuegos artificiales sobre el escenario mientras se pone el sol | Fuochi d’artificio sopra il palco mentre il sole tramonta | Fogo de artifício sobre o palco enquanto o sol se põe',
  ),
];

/** Where the picture's file lies. */
export const demoPictureFile = ({ name }: DemoPicture): URL => new URL(`pictures/${name}.webp`, import.meta.url);
