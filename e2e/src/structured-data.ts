/** Whether a page tells machines what they ask for: schema.org's words, with what search engines require of each kind. */
import { z } from 'zod';

const url = z.url({ protocol: /^https?$/ });
const text = z.string().trim().min(1);
const schemaOrg = (...names: [string, ...string[]]) =>
  z.enum(names.map((name) => `https://schema.org/${name}`) as [string]);
/** ISO 8601: a day, or an instant with its offset. */
const day = z.iso.date();
const instant = z.iso.datetime({ offset: true });
const when = z.union([day, instant]);

const Place = z.object({
  '@type': z.literal('Place'),
  name: text,
  address: z.object({
    '@type': z.literal('PostalAddress'),
    streetAddress: text,
    addressLocality: text,
    addressCountry: z.string().length(2),
  }),
});
const Offer = z.object({
  '@type': z.literal('Offer'),
  name: text,
  price: z.string().regex(/^\d+\.\d{2}$/),
  priceCurrency: z.string().regex(/^[A-Z]{3}$/),
  availability: schemaOrg('InStock', 'LimitedAvailability', 'SoldOut', 'PreOrder', 'Discontinued'),
  url,
  validFrom: z.string().optional(),
});
const Group = z.object({ '@type': z.literal('MusicGroup'), name: text, url: url.optional() });

/** What an event has to say (developers.google.com/search/docs/appearance/structured-data/event), and more than that. */
const event = {
  name: text,
  startDate: when,
  endDate: when,
  eventStatus: schemaOrg('EventScheduled', 'EventCancelled'),
  eventAttendanceMode: schemaOrg('OfflineEventAttendanceMode'),
  location: Place,
};
const kinds = {
  Festival: z.object({
    ...event,
    url,
    offers: z.array(Offer),
    performer: z.array(Group).optional(),
    image: z.array(url).optional(),
  }),
  MusicEvent: z.object({ ...event, startDate: instant, endDate: instant, performer: z.array(Group) }),
  MusicGroup: Group,
  FAQPage: z.object({
    mainEntity: z.array(
      z.object({
        '@type': z.literal('Question'),
        name: text,
        acceptedAnswer: z.object({ '@type': z.literal('Answer'), text }),
      }),
    ),
  }),
  BreadcrumbList: z.object({
    itemListElement: z.array(
      z.object({ '@type': z.literal('ListItem'), position: z.int().min(1), name: text, item: url.optional() }),
    ),
  }),
  ItemList: z.object({
    itemListElement: z.array(z.looseObject({ '@type': z.literal('ListItem'), position: z.int().min(1) })),
  }),
};
const isKind = (kind: unknown): kind is keyof typeof kinds => typeof kind === 'string' && Object.hasOwn(kinds, kind);

/** What is wrong with what the page tells; nothing of a page that tells nothing. */
export function flawsOf(html: string): string[] {
  const told = [...html.matchAll(/<script type="application\/ld\+json">(?<json>[\s\S]*?)<\/script>/g)];
  return told.flatMap(({ groups }) => {
    const data: Record<string, unknown> = JSON.parse(groups?.['json'] ?? '');
    const things = Array.isArray(data['@graph']) ? data['@graph'] : [data];
    return [
      ...(data['@context'] === 'https://schema.org' ? [] : ['no context']),
      ...things.flatMap((thing: Record<string, unknown>) => flawsOfThing(thing)),
    ];
  });
}

function flawsOfThing(thing: Record<string, unknown>): string[] {
  const kind = thing['@type'];
  if (!isKind(kind)) return [`${String(kind)} is no kind that we know`];
  const read = kinds[kind].safeParse(thing);
  return read.success ? [] : read.error.issues.map(({ path, message }) => `${kind}.${path.join('.')}: ${message}`);
}
