import { addDays, instantOf } from '@festivals/domain/calendar';
import { ApiError, createClient, type Client } from '@festivals/contract';
import { api } from '@festivals/domain';
import type { Festival } from '@festivals/domain/festival/contract';
import type { Details } from '@festivals/domain/festival/details-contract';
import type { News } from '@festivals/domain/festival/news-contract';
import type { LineUp, PublicArtist } from '@festivals/domain/programme/line-up-contract';
import type { MapPlace } from '@festivals/domain/places/contract';
import type { Stand } from '@festivals/domain/stands/contract';
import type { ShopWindow } from '@festivals/domain/ticketing/pricing/contract';
import type { Offer } from '@festivals/domain/ticketing/schemas';
import { remembered } from '../engine/memory.ts';
import { anyFestival, atSlug, type Part, partAt, seeSlug, tagsOfAll } from '../engine/tags.ts';
import { holdsUntil } from '../engine/turns.ts';
import { env } from '../env.ts';
import { loadNextMoment } from './load-next-moment.ts';

type Api = Client<typeof api>;

/** What the engine remembers is the answer; Next is to keep nothing of it beside. */
const client: Api = createClient(api, {
  baseUrl: `${env.apiUrl}/api`,
  face: 'site',
  fetch: (url, init) => fetch(url, { ...init, next: { revalidate: 10 } }),
});

/** A festival among all others: what its card, the search and the map of the site tell. */
export type ListedFestival = Omit<Festival, 'description'>;

/** All published festivals, the next first. */
export const loadFestivals = (): Promise<ListedFestival[]> =>
  remembered('festivals', [anyFestival], async () => {
    const items = await listFestivals();
    const ends = items.map(({ endsOn, zone, cutOff }) => {
      const hour = `${String(cutOff).padStart(2, '0')}:00`;
      return instantOf(addDays(endsOn, 1), hour, zone).getTime();
    });
    const next = Math.min(...ends.filter((end) => end > Date.now()));
    // What was to come is past then.
    if (Number.isFinite(next)) holdsUntil(anyFestival, next);
    return items;
  });

async function listFestivals(cursor?: string): Promise<ListedFestival[]> {
  const query = { limit: 200, ...(cursor !== undefined && { cursor }) };
  const { items, next } = await client.festival.listFestivals({ query });
  const listed = items.map((festival) => {
    // However many there are, their long texts are not remembered.
    const { description: _long, ...rest } = festival;
    return rest;
  });
  return next === null ? listed : [...listed, ...(await listFestivals(next))];
}

/** The festival at an address; null where there is none to be seen. */
export async function loadFestival(slug: string): Promise<Festival | null> {
  const found = await remembered(`festival ${slug}`, [atSlug(slug), anyFestival], async () => {
    try {
      const festival = await client.festival.getFestivalBySlug({ params: { slug } });
      seeSlug(festival.id, slug);
      return festival;
    } catch (error) {
      if (error instanceof ApiError && (error.status === 404 || error.status === 400)) return null;
      throw error;
    }
  });
  if (found) await learnTurn(found);
  return found;
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
  ask: (client: Api, params: { festivalId: Festival['id'] }) => Promise<T>,
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
  ofFestival(festival, `artist ${artistSlug}`, ['programme'], async ({ programme }, params) => {
    try {
      return await programme.getPublicArtist({ params: { ...params, artistSlug } });
    } catch (error) {
      if (error instanceof ApiError && (error.status === 404 || error.status === 400)) return null;
      throw error;
    }
  });

export const loadDetails = (festival: Festival): Promise<Details> =>
  ofFestival(festival, 'details', [], ({ festival: its }, params) => its.getDetails({ params }));

export const loadNews = (festival: Festival): Promise<News[]> =>
  ofFestival(festival, 'news', ['festival.news'], ({ festival: its }, params) => its.listNews({ params }));

export const loadOffers = (festival: Festival): Promise<Offer[]> =>
  ofFestival(festival, 'offers', ['ticketing'], ({ ticketing }, params) => ticketing.listOffers({ params }));

export const loadShop = (festival: Festival): Promise<ShopWindow> =>
  ofFestival(festival, 'shop', ['ticketing'], ({ ticketing }, params) => ticketing.getShop({ params, query: {} }));
