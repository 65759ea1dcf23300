import type { Reason } from '@festivals/domain/festival/details';
import { named } from './names.ts';

const reason = (sign: Reason['sign'], title: string, text: string) => ({
  sign,
  title: named(title),
  text: named(text),
});

/** Why one should come, by festival. */
export const reasons: Readonly<Record<string, readonly Reason[]>> = {
  solbrume: [
    reason(
      'MUSIC',
      'A hundred and twenty artists | Cent vingt artistes | Hundertzwanzig Acts | Ciento veinte artistas | Centoventi artisti | Cento e vinte artistas',
      'Six stages, none of which drowns another. | Six scènes, dont aucune ne couvre l’autre. | Sechs Bühnen, von denen keine die andere übertönt. | Seis escenarios, y ninguno tapa al otro. | Sei palchi, e nessuno copre l’altro. | Seis palcos, e nenhum abafa o outro.',
    ),
    reason(
      'TENT',
      'Sleep under the stars | Dormir à la belle étoile | Unter Sternen schlafen | Dormir bajo las estrellas | Dormire sotto le stelle | Dormir sob as estrelas',
      'A camp by the river, warm showers, bread at seven. | Un camping au bord de l’eau, des douches chaudes, du pain à sept heures. | Zelten am Fluss, warme Duschen, Brot um sieben. | Acampada junto al río, duchas calientes, pan a las siete. | Campeggio sul fiume, docce calde, pane alle sette. | Campismo junto ao rio, duches quentes, pão às sete.',
    ),
    reason(
      'FOOD',
      'Kitchens of five continents | Cuisines de cinq continents | Küchen aus fünf Kontinenten | Cocinas de cinco continentes | Cucine di cinque continenti | Cozinhas de cinco continentes',
      'From Fritkot to Teranga, half of it vegetarian. | Du fritkot à la teranga, la moitié végétarienne. | Von Fritkot bis Teranga, die Hälfte vegetarisch. | Del fritkot a la teranga, la mitad vegetariana. | Dal fritkot alla teranga, metà vegetariano. | Do fritkot à teranga, metade vegetariana.',
    ),
    reason(
      'CHILDREN',
      'Small ears welcome | Petites oreilles bienvenues | Kleine Ohren willkommen | Oídos pequeños, bienvenidos | Piccole orecchie benvenute | Ouvidos pequenos bem-vindos',
      'A clearing for children, and ear defenders to borrow. | Une clairière pour les enfants, et des casques à emprunter. | Eine Lichtung für Kinder, und Gehörschutz zum Leihen. | Un claro para los niños y cascos para prestar. | Una radura per i bambini e cuffie in prestito. | Uma clareira para crianças e protetores para emprestar.',
    ),
  ],
  zoutlicht: [
    reason(
      'NIGHT',
      'Dusk till tide | Du soir à la marée | Bis die Flut kommt | Hasta la marea | Fino alla marea | Até à maré',
      'Ten live sets in a row, no clash, no queue between. | Dix sets live à la suite, sans choix à faire, sans file. | Zehn Live-Sets am Stück, keine Überschneidung, keine Schlange. | Diez sets seguidos, sin solapes ni colas. | Dieci live set di fila, senza sovrapposizioni né code. | Dez sets seguidos, sem sobreposições nem filas.',
    ),
    reason(
      'WATER',
      'A stage that floats | Une scène qui flotte | Eine Bühne, die schwimmt | Un escenario que flota | Un palco che galleggia | Um palco que flutua',
      'The dock carries the bass; you feel it in your soles. | Le bassin porte les basses ; on les sent sous les pieds. | Das Becken trägt den Bass; man spürt ihn in den Sohlen. | La dársena lleva los graves; se sienten en los pies. | La darsena porta i bassi; li senti sotto i piedi. | A doca leva os graves; sentem-se nos pés.',
    ),
    reason(
      'TRAIN',
      'The last train waits | Le dernier train attend | Der letzte Zug wartet | El último tren espera | L’ultimo treno aspetta | O último comboio espera',
      'Four minutes to the platform, every night until three. | Quatre minutes jusqu’au quai, chaque nuit jusqu’à trois heures. | Vier Minuten zum Bahnsteig, jede Nacht bis drei. | A cuatro minutos del andén, cada noche hasta las tres. | Quattro minuti dal binario, ogni notte fino alle tre. | A quatro minutos da plataforma, todas as noites até às três.',
    ),
  ],
  laiton: [
    reason(
      'CITY',
      'A city for a stage | Une ville pour scène | Eine Stadt als Bühne | Una ciudad por escenario | Una città per palco | Uma cidade por palco',
      'Square, market hall and cellar, five minutes apart. | Place, verrière et cave, à cinq minutes l’une de l’autre. | Platz, Markthalle und Keller, fünf Minuten voneinander. | Plaza, mercado y sótano, a cinco minutos. | Piazza, mercato e cantina, a cinque minuti. | Praça, mercado e cave, a cinco minutos.',
    ),
    reason(
      'STAR',
      'Late sets in the Cave Bleue | La Cave Bleue, tard | Spät in der Cave Bleue | De noche en la Cave Bleue | Tardi alla Cave Bleue | Noite dentro na Cave Bleue',
      'A hundred and eighty seats, candles, and whoever drops by. | Cent quatre-vingts places, des bougies et qui passera par là. | Hundertachtzig Plätze, Kerzen, und wer gerade vorbeikommt. | Ciento ochenta plazas, velas y quien pase por allí. | Centottanta posti, candele e chi passa di lì. | Cento e oitenta lugares, velas e quem passar por ali.',
    ),
    reason(
      'DANCE',
      'Dance in the street | Danser dans la rue | Auf der Straße tanzen | Bailar en la calle | Ballare per strada | Dançar na rua',
      'Brass bands march at noon; follow one and you are in. | Les fanfares partent à midi ; suivez-en une, vous y êtes. | Mittags ziehen die Blaskapellen los; wer mitgeht, ist da. | A mediodía salen las charangas; sigue a una y ya estás. | A mezzogiorno partono le bande; seguine una e ci sei. | Ao meio-dia saem as fanfarras; siga uma e já lá está.',
    ),
    reason(
      'TRAIN',
      'Leave the car | Laissez la voiture | Lass das Auto stehen | Deja el coche | Lascia l’auto | Deixe o carro',
      'The tram stops at the square, all night long. | Le tram s’arrête sur la place, toute la nuit. | Die Tram hält am Platz, die ganze Nacht. | El tranvía para en la plaza, toda la noche. | Il tram ferma in piazza, tutta la notte. | O elétrico para na praça, toda a noite.',
    ),
  ],
};
