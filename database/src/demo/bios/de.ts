import type { BioTexts } from './bio-texts.ts';

export const de: BioTexts = {
  beginnings: [
    'Alles begann in {city}, in einem Keller, der für {name} viel zu klein war.',
    'In {city} werden Plakate mit dem Namen {name} noch immer von den Wänden gesammelt.',
    '{name}: ein Name, den man erst in {city} flüsterte und nun überall mitsingt.',
    'Vor den großen Bühnen gab es einen Proberaum in {city}, zwei Mikrofone und viel Geduld.',
    'Drei Sommer, vierhundert Konzerte: Seit {city} hat {name} kaum geschlafen.',
    'Irgendwo zwischen einem Plattenladen in {city} und dem letzten Nachtzug fand {name} den eigenen Ton.',
  ],
  sounds: {
    'indie rock': 'Gitarren, die erst schimmern und dann beißen, und Refrains wie gemacht für freies Feld.',
    'synth pop': 'Warme Synthesizer, kühle Trommeln, Melodien, die tagelang bleiben.',
    'dream pop': 'Lieder wie Nebel bei Sonnenaufgang: weiche Ränder, ein klares Herz.',
    soul: 'Eine Stimme, die keine Effekte braucht, und eine Band, die zu schweigen weiß.',
    'hip hop': 'Scharfe Worte über staubigen Beats, schnell wie ein Gespräch am Kiosk.',
    afrobeat: 'Leuchtende Bläser, kreisende Gitarren, ein Rhythmus, der sich niemals setzt.',
    disco: 'Streicher, Händeklatschen und ein Bass, der geradewegs zur Tanzfläche geht.',
    cumbia: 'Akkordeon, Bandecho und Hüften: die Tropen mit dem Nachtbus.',
    folk: 'Alte Geschichten, neue Stimmungen und Harmonien, die eine Menge verstummen lassen.',
    chanson: 'Kleine Tragödien und großer Appetit, erzählt mit hochgezogener Augenbraue.',
    jazz: 'Themen, die höflich eintreten und durchs Dach wieder gehen.',
    dub: 'Schwerer Bass, lange Echos und alle Zeit der Welt.',
    house: 'Klavierakkorde, rollende Drums und die Geduld, einen Groove wachsen zu lassen.',
    techno: 'Hypnotisch, präzise, gebaut für die Stunden ohne Namen.',
    'drum and bass': 'Hundertvierundsiebzig Schläge in der Minute und keiner zu viel.',
    ambient: 'Langsames Licht aus Klang: hinlegen, hochschauen, bleiben.',
  },
  promises: [
    'Ein Konzert, für das man kein einziges Lied kennen muss.',
    'Im Sommer erscheint ein neues Album, und die Hälfte davon ist hier zuerst zu hören.',
    'Kommt früh: Schon vom ersten Lied spricht danach das ganze Gelände.',
    'Bringt jemanden mit, mit dem ihr tanzen möchtet.',
    'Ein Überraschungsgast kommt, dessen Namen wir nicht verraten dürfen.',
    'Am Ende singt das ganze Feld; so war es noch immer.',
    'Der einzige Auftritt in Belgien in diesem Jahr.',
  ],
};
