import type { Festival } from '@festivals/domain/festival/contract';
import type { Details } from '@festivals/domain/festival/details-contract';
import type { News } from '@festivals/domain/festival/news-contract';
import type { LineUp, PublicArtist } from '@festivals/domain/programme/line-up-contract';
import type { MapPlace } from '@festivals/domain/places/contract';
import type { Stand } from '@festivals/domain/stands/contract';
import type { ShopWindow } from '@festivals/domain/ticketing/pricing/contract';
import type { Offer } from '@festivals/domain/ticketing/schemas';
import { memory, remembered } from '../engine/memory.ts';
import { anyFestival, atSlug, type Part, partAt, seeSlug, tagsOfAll } from '../engine/tags.ts';
import { wasTold } from '../engine/told.ts';
import { holdsUntil } from '../engine/turns.ts';
import { loadNextMoment } from './load-next-moment.ts';
import { client, orNull, type Api } from './site-api.ts';

/** The festival at an address; null where there is none to be seen. Any change may put one where there was none; one that is there has its own. */
export async function loadFestival(slug: string): Promise<Festival | null> {
  const found = await remembered(
    `festival ${slug}`,
    [atSlug(slug), anyFestival],
    () => findFestival(slug),
    (festival) => [atSlug(slug), ...(festival === null ? [anyFestival] : [])],
  );
  if (found) await learnTurn(found);
  return found;
}

async function findFestival(slug: string): Promise<Festival | null> {
  const { expiry } = memory();
  const moment = expiry.now();
  const festival = await orNull(client.festival.getFestivalBySlug({ params: { slug } }));
  // What is told by an id that was never seen is told of no address: what was on its way meanwhile may be old already.
  const isNew = festival !== null && [slug, festival.slug].map((one) => seeSlug(festival.id, one)).includes(true);
  if (isNew && wasTold(festival.id, moment)) expiry.expire([slug, festival.slug].flatMap(tagsOfAll));
  return festival;
}

/** Has all that is known of a festival end at the next moment that changes it. What is planned may be planned in any part. */
const learnTurn = (festival: Pick<Festival, 'id' | 'slug'>): Promise<boolean> =>
  remembered(`turn ${festival.id}`, tagsOfAll(festival.slug), async () => {
    const turn = await loadNextMoment(festival);
    if (turn !== null) holdsUntil(atSlug(festival.slug), turn);
    return true;
  });

/**
 * Anything public of a festival, asked of the API once and then remembered until the festival changes, in the parts that it is about:
 * `ofFestival(festival, 'stands', ['stands'], ['stands'], (api, params) => api.stands.listStands({ params }))`. One name is always one question.
 */
export const ofFestival = <T>(
  festival: Pick<Festival, 'id' | 'slug'>,
  name: string,
  parts: readonly Part[],
  ask: (api: Api, params: { festivalId: Festival['id'] }) => Promise<T>,
): Promise<T> =>
  remembered(
    `${festival.id} ${name}`,
    [atSlug(festival.slug), ...parts.map((part) => partAt(festival.slug, part))],
    () => ask(client, { festivalId: festival.id }),
  );

export interface FestivalContents {
  offers: Offer[];
  programme: LineUp;
  places: MapPlace[];
  stands: Stand[];
}

/** Everything that a festival's page shows. */
export async function loadContents(festival: Festival): Promise<FestivalContents> {
  const [offers, programme, places, stands] = await Promise.all([
    loadOffers(festival),
    loadLineUp(festival),
    loadPlaces(festival),
    loadStands(festival),
  ]);
  return { offers, programme, places, stands };
}

export const loadPlaces = (festival: Festival): Promise<MapPlace[]> =>
  ofFestival(festival, 'places', ['places'], ({ places }, params) => places.listPlaces({ params }));

export const loadStands = (festival: Festival): Promise<Stand[]> =>
  ofFestival(festival, 'stands', ['stands'], ({ stands }, params) => stands.listStands({ params }));

/** Who plays where and when, without long texts. */
export const loadLineUp = (festival: Festival): Promise<LineUp> =>
  ofFestival(festival, 'line-up', ['programme'], ({ programme }, params) => programme.getLineUp({ params }));

/** An artist of whom everyone may know; null where there is none. */
export const loadArtist = (festival: Festival, artistSlug: string): Promise<PublicArtist | null> =>
  ofFestival(festival, `artist ${artistSlug}`, ['programme'], ({ programme }, params) =>
    orNull(programme.getPublicArtist({ params: { ...params, artistSlug } })),
  );

export const loadDetails = (festival: Festival): Promise<Details> =>
  ofFestival(festival, 'details', [], ({ festival: its }, params) => its.getDetails({ params }));

export const loadNews = (festival: Festival): Promise<News[]> =>
  ofFestival(festival, 'news', ['festival.news'], ({ festival: its }, params) => its.listNews({ params }));

export const loadOffers = (festival: Festival): Promise<Offer[]> =>
  ofFestival(festival, 'offers', ['ticketing'], ({ ticketing }, params) => ticketing.listOffers({ params }));

export const loadShop = (festival: Festival): Promise<ShopWindow> =>
  ofFestival(festival, 'shop', ['ticketing'], ({ ticketing }, params) => ticketing.getShop({ params, query: {} }));
