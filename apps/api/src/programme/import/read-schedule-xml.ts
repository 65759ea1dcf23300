import type { ImportFault } from '@festivals/domain/programme/import/contract';
import type { ImportRecord } from '@festivals/domain/programme/import/guess-columns';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { fromSchedule } from './schedule-records.ts';

const repeated = new Set(['day', 'room', 'event', 'person']);

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: true,
  // The document type is refused before: there are no entities but the five of XML itself.
  processEntities: true,
  isArray: (name) => repeated.has(name),
});

type Node = Record<string, unknown>;

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && !Array.isArray(value);
const nodes = (value: unknown): Node[] =>
  (Array.isArray(value) ? value : []).map((one) => (isNode(one) ? one : { '#text': one }));

/** An element's text, whether or not it has attributes. */
function text(value: unknown): string {
  if (Array.isArray(value)) return text(value[0]);
  if (isNode(value)) return text(value['#text']);
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/** A frab or pentabarf schedule in XML. A document type, with which bombs and foreign files come, is refused as such. */
export function readScheduleXml(source: string): ImportRecord[] | ImportFault {
  if (/<!DOCTYPE|<!ENTITY/i.test(source)) return 'doctype';
  let document: unknown;
  try {
    if (XMLValidator.validate(source) !== true) return 'malformed';
    document = parser.parse(source);
  } catch {
    // Nested deeper than any schedule is.
    return 'malformed';
  }
  const schedule = isNode(document) ? document['schedule'] : undefined;
  if (schedule === undefined) return 'unknown_format';
  if (!isNode(schedule)) return 'empty';
  const generator = schedule['generator'];
  const isOurs = isNode(generator) && generator['@name'] === 'Festivals';
  const events = nodes(schedule['day']).flatMap((day) =>
    // The oldest list a day's events without their rooms around them.
    [...nodes(day['room']), { event: day['event'] }].flatMap((room: Node) =>
      nodes(room['event']).map((event) => {
        const persons = event['persons'];
        return {
          id: text(event['@guid']) || text(event['@id']),
          day: text(day['@date']),
          date: text(event['date']),
          start: text(event['start']),
          duration: text(event['duration']),
          room: text(room['@name']) || text(event['room']),
          title: text(event['title']),
          subtitle: text(event['subtitle']),
          persons: isNode(persons) ? nodes(persons['person']).map(text).filter(Boolean) : [],
          track: text(event['track']),
          text: text(event['description']) || text(event['abstract']),
        };
      }),
    ),
  );
  const conference = schedule['conference'];
  return fromSchedule(events, { isOurs, zone: isNode(conference) ? text(conference['time_zone_name']) : '' });
}
