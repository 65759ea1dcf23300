import type { ImportField } from './contract.ts';
import { namesArtistsAlone } from './plan-artists.ts';

/** A record of a file: a line of a table, or an event of a schedule told as one. */
export interface ImportRecord {
  line: number;
  cells: string[];
}

/** What columns are called, in six languages and as other tools export them; without marks, in small letters. */
const headings: Readonly<Record<ImportField, readonly string[]>> = {
  id: [
    'id',
    'uid',
    'guid',
    'uuid',
    'external id',
    'slot id',
    'set id',
    'identifiant',
    'kennung',
    'identificador',
    'identificatore',
    'code',
    'ref',
    'reference',
  ],
  day: [
    'day',
    'date',
    'festival day',
    'jour',
    'journee',
    'tag',
    'datum',
    'festivaltag',
    'dia',
    'fecha',
    'giorno',
    'giornata',
    'data',
    'start date',
    'festival date',
    'date de debut',
    'startdatum',
    'beginnt am',
    'fecha de inicio',
    'data inizio',
    'data de inicio',
  ],
  start: [
    'start',
    'start time',
    'starts',
    'starts at',
    'begin',
    'begins',
    'from',
    'time',
    'dtstart',
    'stage time',
    'on stage',
    'debut',
    'heure',
    'heure de debut',
    'horaire',
    'de',
    'beginn',
    'anfang',
    'startzeit',
    'uhrzeit',
    'zeit',
    'von',
    'ab',
    'inicio',
    'hora',
    'hora de inicio',
    'comienzo',
    'desde',
    'inizio',
    'ora',
    'orario',
    'ora inizio',
    'ora di inizio',
    'dalle',
    'das',
    'set time',
    'set start',
    'stage start',
    'heure debut',
    'beginnt um',
    'hora inicio',
  ],
  end: [
    'end',
    'end time',
    'ends',
    'ends at',
    'finish',
    'to',
    'until',
    'till',
    'dtend',
    'fin',
    'heure de fin',
    'a',
    'jusqu a',
    'ende',
    'endzeit',
    'bis',
    'fin hora',
    'hora de fin',
    'hasta',
    'fine',
    'ora fine',
    'ora di fine',
    'alle',
    'fim',
    'hora de fim',
    'as',
    'ate',
    'termino',
    'set end',
    'finish time',
    'heure fin',
    'endet um',
    'hora fin',
  ],
  duration: [
    'duration',
    'length',
    'set length',
    'minutes',
    'duree',
    'dauer',
    'lange',
    'spielzeit',
    'duracion',
    'durata',
    'duracao',
    'set duration',
    'duration minutes',
    'dauer minuten',
    'duree minutes',
  ],
  stage: [
    'stage',
    'venue',
    'room',
    'location',
    'where',
    'scene',
    'lieu',
    'salle',
    'ou',
    'buhne',
    'ort',
    'raum',
    'saal',
    'escenario',
    'lugar',
    'sala',
    'palco',
    'luogo',
    'local',
    'stage name',
    'venue name',
    'area',
    'floor',
    'spielort',
    'nom de la scene',
  ],
  artist: [
    'artist',
    'artists',
    'artist name',
    'act',
    'band',
    'performer',
    'name',
    'who',
    'summary',
    'artiste',
    'artistes',
    'groupe',
    'nom',
    'nom de l artiste',
    'kunstler',
    'kunstlerin',
    'kunstlername',
    'kunstler innen',
    'interpret',
    'gruppe',
    'artista',
    'artistas',
    'grupo',
    'banda',
    'nombre',
    'gruppo',
    'nome',
    'nome artista',
    'act name',
    'band name',
    'performer name',
    'performers',
    'dj',
    'subject',
    'objet',
    'betreff',
    'asunto',
    'oggetto',
    'assunto',
  ],
  title: [
    'title',
    'set title',
    'show',
    'event',
    'titre',
    'spectacle',
    'titel',
    'veranstaltung',
    'programmpunkt',
    'titulo',
    'espectaculo',
    'titolo',
    'evento',
    'spettacolo',
    'event name',
    'set name',
    'session',
  ],
  status: ['status', 'state', 'confirmed', 'statut', 'etat', 'zustand', 'estado', 'stato', 'situacao'],
  zone: [
    'zone',
    'time zone',
    'tz',
    'tzid',
    'fuseau',
    'fuseau horaire',
    'zeitzone',
    'zona horaria',
    'fuso orario',
    'fuso horario',
  ],
  country: ['country', 'country code', 'origin', 'pays', 'origine', 'land', 'herkunft', 'pais', 'paese'],
  genres: [
    'genre',
    'genres',
    'style',
    'styles',
    'category',
    'categories',
    'track',
    'genero',
    'generos',
    'estilo',
    'genere',
    'generi',
    'stil',
    'musikrichtung',
  ],
  bio: [
    'bio',
    'biography',
    'description',
    'abstract',
    'about',
    'text',
    'biographie',
    'biografie',
    'beschreibung',
    'biografia',
    'descripcion',
    'descrizione',
    'descricao',
  ],
  announced: [
    'announced',
    'announcement',
    'on the line up',
    'annonce',
    'annoncee',
    'annonces',
    'dans la programmation',
    'angekundigt',
    'im line up',
    'anunciado',
    'anunciados',
    'annunciato',
    'annunciati',
    'nella line up',
    'anuncio',
  ],
};

const fieldOf: ReadonlyMap<string, ImportField> = new Map(
  // The keys of the object are the fields.
  (Object.entries(headings) as [ImportField, readonly string[]][]).flatMap(([field, names]) =>
    names.map((name): [string, ImportField] => [name.replaceAll(' ', ''), field]),
  ),
);

/** Its letters and figures alone: programs write "startTime" and "start_time" for what people call "Start time". */
const bare = (heading: string) =>
  heading
    .normalize('NFKD')
    .replaceAll(/[\p{M}\p{Cf}]/gu, '')
    .toLowerCase()
    .replaceAll(/\([^)]*\)/g, '')
    .replaceAll(/[^a-z0-9]+/g, '');

/** What each column is, by its name; of two with one meaning, the first. */
export function guessMapping(names: readonly string[]): (ImportField | null)[] {
  const taken = new Set<ImportField>();
  const guessed = names.map((name) => {
    const field = fieldOf.get(bare(name));
    if (field === undefined || taken.has(field)) return null;
    taken.add(field);
    return field;
  });
  // Beside sets, such a column may say anything: nothing becomes public by a guess.
  return namesArtistsAlone(guessed) ? guessed : guessed.map((field) => (field === 'announced' ? null : field));
}

const known = (record: ImportRecord) => guessMapping(record.cells).filter((field) => field !== null).length;

/** Among the first lines, the one that names most columns: titles and merged cells may stand above it. 0 where none does. */
export function guessHeaderLine(records: readonly ImportRecord[]): number {
  const candidates = records.slice(0, 20).map((record) => ({ line: record.line, known: known(record) }));
  const best = candidates.reduce((most, one) => (one.known > most.known ? one : most), { line: 0, known: 0 });
  // In a file of one column nobody else is called what columns are called.
  const isOneColumn = records.every(({ cells }) => cells.length === 1);
  return best.known >= (isOneColumn ? 1 : 2) ? best.line : 0;
}

/** The names of the columns under a header; columns without one are called by their place, as in a spreadsheet. */
export function columnNames(records: readonly ImportRecord[], headerLine: number): string[] {
  const header = records.find(({ line }) => line === headerLine)?.cells ?? [];
  const width = Math.max(header.length, ...records.slice(0, 200).map(({ cells }) => cells.length));
  return Array.from({ length: Math.min(width, 200) }, (_, at) => header[at]?.trim() || letterOf(at));
}

const letterOf = (at: number): string =>
  (at < 26 ? '' : letterOf(Math.floor(at / 26) - 1)) + String.fromCharCode(65 + (at % 26));
