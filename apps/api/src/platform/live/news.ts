/** What the relay tells every API process of a festival's committed events, in as few notifications as possible. */
import { FestivalId, PersonId } from '@festivals/domain/primitives';
import { z } from 'zod';
import { concernsStanding, rulesFor, type LiveRule } from './live-rule.ts';

export const newsChannel = 'festivals_news';

/** PostgreSQL takes less than 8 000 bytes a notification. */
const mostBytes = 7500;
/** Of so many things of one kind the single one is not named any more. */
const mostNamed = 40;

export interface NewsItem {
  name: string;
  /** null: several, that are not named. */
  subjectId: string | null;
  by: string | null;
}

export interface News {
  festivalId: FestivalId;
  items: NewsItem[];
}

export interface PassedEvent {
  festival_id: string;
  name: string;
  subject_id: string | null;
  person_id: string | null;
}

const Wire = z.tuple([
  FestivalId.or(z.literal('00000000-0000-0000-0000-000000000000')),
  z.array(z.tuple([z.string(), z.string().nullable(), PersonId.nullable()])),
]);

/** The notifications that tell of these events: each once, and many of one name together. */
export function notificationsOf(events: readonly PassedEvent[], rules: readonly LiveRule[]): string[] {
  const heard = events.filter(({ name }) => concernsStanding(name) || rulesFor(rules, name).length > 0);
  const festivals = Map.groupBy(heard, ({ festival_id }) => festival_id);
  return [...festivals].flatMap(([festivalId, its]) =>
    inPieces(festivalId, [...Map.groupBy(its, ({ name }) => name)].flatMap(itemsOf)),
  );
}

function itemsOf([name, events]: [string, PassedEvent[]]): string[] {
  const items = [...new Set(events.map(({ subject_id, person_id }) => JSON.stringify([name, subject_id, person_id])))];
  // Who lost a right is always named: their sockets have to be found.
  return items.length <= mostNamed || concernsStanding(name) ? items : [JSON.stringify([name, null, null])];
}

function inPieces(festivalId: string, items: readonly string[]): string[] {
  const pieces: string[][] = [];
  let bytes = mostBytes;
  for (const item of items) {
    if (bytes + item.length > mostBytes) {
      pieces.push([]);
      bytes = 50;
    }
    pieces.at(-1)?.push(item);
    bytes += item.length + 1;
  }
  return pieces.map((piece) => `["${festivalId}",[${piece.join(',')}]]`);
}

/** Reads a notification; null for one that is not ours. */
export function readNews(payload: string): News | null {
  const read = Wire.safeParse(parsed(payload));
  if (!read.success) return null;
  const [festivalId, items] = read.data;
  // The nil festival is where what belongs to none is recorded.
  return {
    festivalId: festivalId as FestivalId,
    items: items.map(([name, subjectId, by]) => ({ name, subjectId, by })),
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
