import type { BioTexts } from './bio-texts.ts';

export const it: BioTexts = {
  beginnings: [
    'Tutto è cominciato a {city}, in una cantina troppo piccola per {name}.',
    'A {city} c’è ancora chi stacca dai muri, per conservarli, i manifesti con il nome {name}.',
    '{name}: un nome prima sussurrato a {city}, poi cantato dappertutto.',
    'Prima dei grandi palchi ci furono una sala prove a {city}, due microfoni e molta pazienza.',
    'Tre estati, quattrocento concerti: da {city} in poi, {name} non dorme quasi più.',
    'Da qualche parte tra un negozio di dischi di {city} e l’ultimo treno della notte, {name} ha trovato la propria voce.',
  ],
  sounds: {
    'indie rock': 'Chitarre che luccicano e poi mordono, ritornelli fatti per i campi aperti.',
    'synth pop': 'Sintetizzatori caldi, batterie fredde, melodie che restano per giorni.',
    'dream pop': 'Canzoni come nebbia all’alba: contorni morbidi, cuore limpido.',
    soul: 'Una voce che non ha bisogno di effetti e una band che sa quando tacere.',
    'hip hop': 'Parole affilate su ritmi polverosi, veloci come due chiacchiere all’angolo.',
    afrobeat: 'Ottoni dai colori accesi, chitarre in cerchio, un ritmo che non si siede mai.',
    disco: 'Archi, battiti di mani e un basso che va dritto in pista.',
    cumbia: 'Fisarmoniche, eco a nastro e fianchi: i tropici con l’autobus notturno.',
    folk: 'Vecchie storie, accordature nuove e armonie che zittiscono la folla.',
    chanson: 'Piccole tragedie e grandi appetiti, raccontati con un sopracciglio alzato.',
    jazz: 'Temi che entrano con educazione ed escono dal tetto.',
    dub: 'Bassi pesanti, echi lunghi e tutto il tempo del mondo.',
    house: 'Accordi di pianoforte, batterie che rotolano e la pazienza di far crescere il groove.',
    techno: 'Ipnotica, precisa, fatta per le ore che non hanno nome.',
    'drum and bass': 'Centosettantaquattro battiti al minuto e non uno di troppo.',
    ambient: 'Luce lenta fatta di suono: sdraiarsi, guardare in alto, restare.',
  },
  promises: [
    'Un concerto da scoprire senza conoscere neanche una canzone.',
    'Quest’estate esce un nuovo album, e metà si ascolterà qui per la prima volta.',
    'Venite presto: la prima canzone è già quella di cui parlano tutti.',
    'Portate qualcuno con cui vi piacerebbe ballare.',
    'È attesa una sorpresa sul palco, di cui non si può dire il nome.',
    'Alla fine canta tutto il prato; è sempre stato così.',
    'L’unica data in Belgio di quest’anno.',
  ],
};
