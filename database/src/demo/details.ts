/** What the demo festivals tell of themselves: whom to ask, their rules, questions, rates and news. */
import type { DemoFestival } from './festivals.ts';
import type { Row } from './insert-rows.ts';
import { named, type Names, sameEverywhere } from './names.ts';
import { reasons } from './reasons.ts';
import type { Random } from './seeded-random.ts';
import { guide, travel } from './visitor-guide.ts';

const dayInMs = 86_400_000;

/** Paragraphs of a text, each in six languages. */
const text = (...paragraphs: Names[]): Names => ({
  en: paragraphs.map(({ en }) => en).join('\n\n'),
  fr: paragraphs.map(({ fr }) => fr).join('\n\n'),
  de: paragraphs.map(({ de }) => de).join('\n\n'),
  es: paragraphs.map(({ es }) => es).join('\n\n'),
  it: paragraphs.map(({ it }) => it).join('\n\n'),
  pt: paragraphs.map(({ pt }) => pt).join('\n\n'),
});

const made = named(
  'This festival is made up; so are its rules. | Ce festival est inventé, et ses règles aussi. | Dieses Festival ist erfunden, und seine Regeln sind es auch. | Este festival es inventado, y sus reglas también. | Questo festival è inventato, e anche le sue regole. | Este festival é inventado, e as suas regras também.',
);

const legal = {
  terms: text(
    named('## Your ticket | ## Votre billet | ## Dein Ticket | ## Tu entrada | ## Il tuo biglietto | ## O seu bilhete'),
    named(
      'A ticket lets **one person** in. The first scan counts; a copy stays outside. | Un billet fait entrer **une personne**. Le premier scan compte ; une copie reste dehors. | Ein Ticket lässt **eine Person** ein. Der erste Scan zählt; eine Kopie bleibt draußen. | Una entrada deja pasar a **una persona**. Cuenta el primer escaneo; una copia se queda fuera. | Un biglietto fa entrare **una persona**. Conta la prima scansione; una copia resta fuori. | Um bilhete deixa entrar **uma pessoa**. Conta a primeira leitura; uma cópia fica de fora.',
    ),
    made,
  ),
  privacy: text(
    named(
      'We keep your name and your e-mail address to send you your tickets, and nothing more: | Nous gardons votre nom et votre adresse e-mail pour vous envoyer vos billets, et rien de plus : | Wir behalten deinen Namen und deine E-Mail-Adresse, um dir deine Tickets zu schicken, und sonst nichts: | Guardamos tu nombre y tu correo para enviarte tus entradas, y nada más: | Teniamo il tuo nome e il tuo indirizzo e-mail per mandarti i biglietti, e nient’altro: | Guardamos o seu nome e o seu e-mail para lhe enviar os bilhetes, e nada mais:',
    ),
    named(
      '- no advertising\n- nothing sold to anybody\n- gone a year after the festival | - pas de publicité\n- rien n’est vendu à personne\n- tout disparaît un an après le festival | - keine Werbung\n- nichts wird verkauft\n- ein Jahr nach dem Festival ist alles gelöscht | - sin publicidad\n- nada se vende a nadie\n- todo se borra un año después del festival | - niente pubblicità\n- niente viene venduto a nessuno\n- tutto sparisce un anno dopo il festival | - sem publicidade\n- nada é vendido a ninguém\n- tudo desaparece um ano depois do festival',
    ),
    made,
  ),
  refunds: text(
    named(
      'Until thirty days before the first day we pay tickets back in full. If we have to cancel, at any time. | Jusqu’à trente jours avant le premier jour, nous remboursons les billets en entier. Si nous devons annuler, à tout moment. | Bis dreißig Tage vor dem ersten Tag zahlen wir Tickets ganz zurück. Müssen wir absagen, jederzeit. | Hasta treinta días antes del primer día devolvemos el precio entero. Si tenemos que cancelar, en cualquier momento. | Fino a trenta giorni prima del primo giorno rimborsiamo i biglietti per intero. Se dobbiamo annullare, in ogni momento. | Até trinta dias antes do primeiro dia devolvemos o preço por inteiro. Se tivermos de cancelar, a qualquer momento.',
    ),
    made,
  ),
  cookies: {},
};

const policies = {
  AGE: named(
    'Welcome at any age. Under sixteen with an adult; wine and spirits from eighteen. | Bienvenue à tout âge. Avant seize ans avec un adulte ; vin et alcools forts dès dix-huit ans. | Willkommen in jedem Alter. Unter sechzehn mit Erwachsenen; Wein und Schnaps ab achtzehn. | Bienvenidos a cualquier edad. Menores de dieciséis con un adulto; vino y licores desde los dieciocho. | Benvenuti a ogni età. Sotto i sedici anni con un adulto; vino e superalcolici dai diciotto. | Bem-vindos em qualquer idade. Menores de dezasseis com um adulto; vinho e destilados a partir dos dezoito.',
  ),
  REENTRY: named(
    'Come and go with your wristband until midnight. | Entrez et sortez avec votre bracelet jusqu’à minuit. | Mit dem Bändchen rein und raus bis Mitternacht. | Entra y sal con tu pulsera hasta medianoche. | Entra ed esci con il braccialetto fino a mezzanotte. | Entre e saia com a pulseira até à meia-noite.',
  ),
  BAGS: named(
    'Up to A3. No glass, no cans; an empty bottle can be filled at every tap. | Jusqu’au format A3. Ni verre ni canettes ; une gourde vide se remplit à chaque robinet. | Bis A3. Kein Glas, keine Dosen; eine leere Flasche füllst du an jedem Hahn. | Hasta A3. Sin vidrio ni latas; una botella vacía se llena en cada grifo. | Fino al formato A3. Niente vetro né lattine; una borraccia vuota si riempie a ogni rubinetto. | Até A3. Sem vidro nem latas; uma garrafa vazia enche-se em qualquer torneira.',
  ),
  ANIMALS: named(
    'Assistance dogs only: it is loud. | Chiens d’assistance seulement : c’est bruyant. | Nur Assistenzhunde: Es ist laut. | Solo perros de asistencia: hay mucho ruido. | Solo cani da assistenza: è rumoroso. | Só cães de assistência: há muito barulho.',
  ),
  ACCESS: named(
    'Raised platforms at both main stages, firm paths, and a companion comes in free. | Plateformes aux deux grandes scènes, chemins stables, et l’accompagnant entre gratuitement. | Podeste an beiden Hauptbühnen, feste Wege, und die Begleitung kommt umsonst herein. | Plataformas en los dos escenarios principales, caminos firmes y acompañante gratis. | Pedane ai due palchi principali, vialetti compatti, e chi accompagna entra gratis. | Plataformas nos dois palcos principais, caminhos firmes, e o acompanhante entra de graça.',
  ),
};

const faq = [
  {
    question: named(
      'How do I get there? | Comment venir ? | Wie komme ich hin? | ¿Cómo llego? | Come ci arrivo? | Como chego lá?',
    ),
    answer: named(
      'By train to **Valbrume**, then ten minutes on foot along the river. Night trains leave at 01:40 and 04:10. | En train jusqu’à **Valbrume**, puis dix minutes à pied le long de la rivière. Trains de nuit à 1 h 40 et 4 h 10. | Mit dem Zug bis **Valbrume**, dann zehn Minuten zu Fuß am Fluss entlang. Nachtzüge um 1:40 und 4:10 Uhr. | En tren hasta **Valbrume**, luego diez minutos a pie junto al río. Trenes nocturnos a la 1:40 y a las 4:10. | In treno fino a **Valbrume**, poi dieci minuti a piedi lungo il fiume. Treni notturni all’1:40 e alle 4:10. | De comboio até **Valbrume**, depois dez minutos a pé ao longo do rio. Comboios noturnos à 1h40 e às 4h10.',
    ),
  },
  {
    question: named(
      'Can I give my ticket to a friend? | Puis-je donner mon billet à un ami ? | Darf ich mein Ticket weitergeben? | ¿Puedo dar mi entrada a un amigo? | Posso dare il biglietto a un amico? | Posso dar o bilhete a um amigo?',
    ),
    answer: named(
      'Yes. Send them the PDF: who comes first is in. | Oui. Envoyez-lui le PDF : le premier arrivé entre. | Ja. Schick das PDF weiter: Wer zuerst kommt, ist drin. | Sí. Envíale el PDF: entra quien llega primero. | Sì. Mandagli il PDF: entra chi arriva prima. | Sim. Envie-lhe o PDF: entra quem chegar primeiro.',
    ),
  },
  {
    question: named(
      'What if it rains? | Et s’il pleut ? | Und wenn es regnet? | ¿Y si llueve? | E se piove? | E se chover?',
    ),
    answer: named(
      'Then we dance in the rain. Only a storm warning stops a stage, and you read it here first. | Alors on danse sous la pluie. Seul un avis de tempête arrête une scène, et vous le lirez d’abord ici. | Dann tanzen wir im Regen. Nur eine Sturmwarnung hält eine Bühne an, und das steht zuerst hier. | Bailamos bajo la lluvia. Solo un aviso de tormenta para un escenario, y lo leerás aquí primero. | Allora balliamo sotto la pioggia. Solo un’allerta tempesta ferma un palco, e lo leggi prima qui. | Então dançamos à chuva. Só um aviso de tempestade para um palco, e lê-se primeiro aqui.',
    ),
  },
];

const vat = [
  { name: 'TVA standard', rate: 2100, from: null },
  { name: 'TVA restauration', rate: 1200, from: null },
  { name: 'TVA culture', rate: 600, from: null },
];

interface DemoNews {
  daysAgo: number;
  pinned: boolean;
  title: Names;
  body: Names;
}

const news: Readonly<Record<string, readonly DemoNews[]>> = {
  solbrume: [
    {
      daysAgo: 12,
      pinned: true,
      title: named(
        'The first hundred names are here | Les cent premiers noms sont là | Die ersten hundert Namen sind da | Los primeros cien nombres ya están aquí | I primi cento nomi sono qui | Os primeiros cem nomes chegaram',
      ),
      body: named(
        'From brass to drones, from the lullabies of the afternoon to the last set of the **Nocturne**. Twenty more follow in spring. | Des cuivres aux bourdons, des berceuses de l’après-midi au dernier set de la **Nocturne**. Vingt autres suivront au printemps. | Von Blech bis Drone, von den Wiegenliedern am Nachmittag bis zum letzten Set der **Nocturne**. Zwanzig weitere folgen im Frühjahr. | De los metales a los drones, de las nanas de la tarde al último set de la **Nocturne**. Veinte más llegarán en primavera. | Dagli ottoni ai droni, dalle ninne nanne del pomeriggio all’ultimo set della **Nocturne**. Altri venti seguiranno in primavera. | Dos metais aos drones, das canções de embalar da tarde ao último set da **Nocturne**. Outros vinte seguem na primavera.',
      ),
    },
    {
      daysAgo: 3,
      pinned: false,
      title: named(
        'The camp site opens on Thursday | Le camping ouvre dès le jeudi | Der Zeltplatz öffnet schon am Donnerstag | El camping abre el jueves | Il campeggio apre il giovedì | O campismo abre na quinta-feira',
      ),
      body: named(
        'Come a day early, put up your tent in peace and hear the mist rise. The kitchens open at six. | Venez un jour plus tôt, montez votre tente en paix et écoutez la brume se lever. Les cuisines ouvrent à dix-huit heures. | Komm einen Tag früher, bau in Ruhe auf und hör den Nebel steigen. Die Küchen öffnen um achtzehn Uhr. | Ven un día antes, monta tu tienda con calma y escucha cómo sube la niebla. Las cocinas abren a las seis. | Vieni un giorno prima, monta la tenda con calma e ascolta salire la bruma. Le cucine aprono alle diciotto. | Venha um dia antes, monte a tenda com calma e ouça a bruma subir. As cozinhas abrem às dezoito.',
      ),
    },
  ],
  zoutlicht: [
    {
      daysAgo: 5,
      pinned: false,
      title: named(
        'The last name is in | Le dernier nom est là | Der letzte Name steht | Ya está el último nombre | Ecco l’ultimo nome | Chegou o último nome',
      ),
      body: named(
        '**Marée Basse** closes the second night, live, with the whole quay wired to the machines. | **Marée Basse** ferme la deuxième nuit, en live, tout le quai branché aux machines. | **Marée Basse** beschließt die zweite Nacht, live, und der ganze Kai hängt an den Maschinen. | **Marée Basse** cierra la segunda noche, en directo, con todo el muelle conectado. | **Marée Basse** chiude la seconda notte, dal vivo, con tutto il molo collegato alle macchine. | **Marée Basse** fecha a segunda noite, ao vivo, com todo o cais ligado às máquinas.',
      ),
    },
  ],
  laiton: [
    {
      daysAgo: 2,
      pinned: true,
      title: named(
        'Cecily Vance opens the square | Cecily Vance ouvre la place | Cecily Vance eröffnet den Platz | Cecily Vance abre la plaza | Cecily Vance apre la piazza | Cecily Vance abre a praça',
      ),
      body: named(
        'Her first concert in Europe for nine years, with the trumpet that everyone thought was lost. | Son premier concert en Europe depuis neuf ans, avec la trompette que l’on croyait perdue. | Ihr erstes Konzert in Europa seit neun Jahren, mit der Trompete, die alle verloren glaubten. | Su primer concierto en Europa en nueve años, con la trompeta que todos creían perdida. | Il suo primo concerto in Europa da nove anni, con la tromba che tutti credevano perduta. | O seu primeiro concerto na Europa em nove anos, com a trompete que todos julgavam perdida.',
      ),
    },
    {
      daysAgo: 9,
      pinned: false,
      title: named(
        'Bring your own instrument | Venez avec votre instrument | Bring dein Instrument mit | Trae tu instrumento | Porta il tuo strumento | Traga o seu instrumento',
      ),
      body: named(
        'The jam in the **Cave Bleue** is open to all from midnight. Put your name on the slate by the door. | Le bœuf de la **Cave Bleue** est ouvert à tous dès minuit. Inscrivez-vous sur l’ardoise près de la porte. | Die Jam in der **Cave Bleue** steht ab Mitternacht allen offen. Schreib dich auf die Tafel an der Tür. | La jam de la **Cave Bleue** está abierta a todos desde medianoche. Apúntate en la pizarra de la puerta. | La jam della **Cave Bleue** è aperta a tutti da mezzanotte. Scrivi il tuo nome sulla lavagna alla porta. | A jam da **Cave Bleue** está aberta a todos a partir da meia-noite. Escreva o seu nome na ardósia à porta.',
      ),
    },
  ],
};

/** The parts of a festival's details, a row each. */
export function sectionRows(festival: DemoFestival): Row[] {
  const { place, name, slug } = festival;
  const parts = {
    contact: {
      organisation: `${name} vzw`,
      address: `${place.address}\n${place.city}`,
      email: `hello@${slug}.example`,
      phone: '+32 2 555 01 00',
      website: `https://${slug}.example/`,
      // Made up; its check digits agree.
      vatNumber: 'BE 0999.999.031',
    },
    // The younger festival has not got round to its own: visitors read the standard texts.
    legal: slug === 'solbrume' ? legal : { ...legal, terms: {}, privacy: {} },
    policies,
    social: [`https://www.instagram.com/${slug}`, `https://www.youtube.com/@${slug}`, `https://${slug}.bandcamp.com/`],
    faq: slug === 'solbrume' ? faq : faq.slice(1),
    vat,
    travel: slug === 'solbrume' ? travel : {},
    guide,
    reasons: reasons[slug] ?? [],
    // In the meadow four tokens cost ten euros; elsewhere every bar takes money.
    tokens: { count: slug === 'solbrume' ? 4 : 1, price: slug === 'solbrume' ? 1000 : null },
  };
  return Object.entries(parts).map(([part, content]) => ({
    festival_id: festival.id,
    name: part,
    content,
    version: 1,
  }));
}

/** A festival's news, and one that is still being written. */
export function newsRows(festival: DemoFestival, base: Date, random: Random): Row[] {
  const published = (news[festival.slug] ?? []).map(({ daysAgo, ...one }) => {
    const at = new Date(base.getTime() - daysAgo * dayInMs);
    return { festival_id: festival.id, id: random.id(at), ...one, published_at: at, created_at: at };
  });
  const draft = {
    festival_id: festival.id,
    id: random.id(base),
    pinned: false,
    title: sameEverywhere('Night trains'),
    body: sameEverywhere(''),
    published_at: null,
    created_at: base,
  };
  return [...published, draft];
}
