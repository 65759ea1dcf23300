import type { Festival } from '@festivals/domain/festival/contract';
import type { LineUp } from '@festivals/domain/programme/line-up-contract';
import { withOffset } from '@festivals/domain/programme/export/local-time';
import { playersOf, setName } from '@festivals/domain/programme/set-name';
import type { Language } from '@festivals/messages';
import type { MusicEvent, MusicGroup, Place } from 'schema-dts';
import { absoluteAddress } from '../shell/alternates.ts';
import { paths } from '../shell/paths.ts';

type Slot = LineUp['slots'][number];
type Named = { name: string; slug: string };

/** An artist as search engines are told of one. */
export const artistData = (festival: Festival, language: Language, { name, slug }: Named) =>
  ({
    '@type': 'MusicGroup',
    '@id': `${absoluteAddress(language, paths.artist(festival.slug, slug))}#artist`,
    name,
    url: absoluteAddress(language, paths.artist(festival.slug, slug)),
  }) satisfies MusicGroup;

/** A set for search engines; null while nobody may know who plays it. */
export function setData(
  festival: Festival,
  language: Language,
  lineUp: Pick<LineUp, 'stages'> & { artists: readonly (Named & { id: string })[] },
  slot: Slot,
) {
  const artists = new Map(lineUp.artists.map((artist) => [artist.id, artist]));
  const name = setName(slot, (id) => artists.get(id)?.name);
  if (name === null) return null;
  const stage = lineUp.stages.find(({ id }) => id === slot.stageId);
  const { place } = festival;
  const location = {
    '@type': 'Place',
    name: stage ? `${stage.name}, ${place.name}` : place.name,
    address: {
      '@type': 'PostalAddress',
      streetAddress: place.address,
      addressLocality: place.city,
      addressCountry: place.country,
    },
  } satisfies Place;
  return {
    '@type': 'MusicEvent',
    name: `${name} – ${festival.name}`,
    startDate: withOffset(slot.startsAt, festival.zone),
    endDate: withOffset(slot.endsAt, festival.zone),
    eventStatus:
      slot.status === 'CANCELLED' || festival.status === 'CANCELLED'
        ? 'https://schema.org/EventCancelled'
        : 'https://schema.org/EventScheduled',
    eventAttendanceMode: 'https://schema.org/OfflineEventAttendanceMode',
    location,
    performer: playersOf(slot).flatMap((id) => {
      const artist = artists.get(id);
      return artist ? [artistData(festival, language, artist)] : [];
    }),
    superEvent: {
      '@type': 'Festival',
      name: festival.name,
      url: absoluteAddress(language, paths.festival(festival.slug)),
    },
  } satisfies MusicEvent;
}
