import { ApiError, createClient } from '@festivals/contract';
import { api } from '@festivals/domain';
import type { Festival } from '@festivals/domain/festival/contract';
import type { Details } from '@festivals/domain/festival/details-contract';
import type { News } from '@festivals/domain/festival/news-contract';
import type { Programme } from '@festivals/domain/programme/contract';
import type { LineUp, PublicArtist } from '@festivals/domain/programme/line-up-contract';
import type { MapPlace } from '@festivals/domain/places/contract';
import type { Stand } from '@festivals/domain/stands/contract';
import type { Offer } from '@festivals/domain/ticketing/schemas';
import { env } from '../env.ts';

/** How old a page may be, in seconds, before the next visitor has it made anew. */
const freshness = 10;

const client = () =>
  createClient(api, {
    baseUrl: `${env.apiUrl}/api`,
    face: 'site',
    fetch: (url, init) => fetch(url, { ...init, next: { revalidate: freshness } }),
  });

/** Published festivals, the next first. */
export async function loadFestivals(): Promise<Festival[]> {
  const { items } = await client().festival.listFestivals({ query: { limit: 200 } });
  return items;
}

/** The festival at an address; null where there is none to be seen. */
export async function loadFestival(slug: string): Promise<Festival | null> {
  try {
    return await client().festival.getFestivalBySlug({ params: { slug } });
  } catch (error) {
    if (error instanceof ApiError && (error.status === 404 || error.status === 400)) return null;
    throw error;
  }
}

export interface FestivalContents {
  offers: Offer[];
  programme: Programme;
  places: MapPlace[];
  stands: Stand[];
}

/** Everything that a festival's page shows. */
export async function loadContents(festival: Festival): Promise<FestivalContents> {
  const params = { festivalId: festival.id };
  const { ticketing, programme, places, stands } = client();
  const [offers, line, sites, stalls] = await Promise.all([
    ticketing.listOffers({ params }),
    programme.getProgramme({ params }),
    places.listPlaces({ params }),
    stands.listStands({ params }),
  ]);
  return { offers, programme: line, places: sites, stands: stalls };
}

/** Who plays where and when, without long texts. */
export const loadLineUp = (festival: Festival): Promise<LineUp> =>
  client().programme.getLineUp({ params: { festivalId: festival.id } });

/** An artist of whom everyone may know; null where there is none. */
export async function loadArtist(festival: Festival, artistSlug: string): Promise<PublicArtist | null> {
  try {
    return await client().programme.getPublicArtist({ params: { festivalId: festival.id, artistSlug } });
  } catch (error) {
    if (error instanceof ApiError && (error.status === 404 || error.status === 400)) return null;
    throw error;
  }
}

export const loadDetails = (festival: Festival): Promise<Details> =>
  client().festival.getDetails({ params: { festivalId: festival.id } });

export const loadNews = (festival: Festival): Promise<News[]> =>
  client().festival.listNews({ params: { festivalId: festival.id } });

export const loadOffers = (festival: Festival): Promise<Offer[]> =>
  client().ticketing.listOffers({ params: { festivalId: festival.id } });

export const loadPlaces = (festival: Festival): Promise<MapPlace[]> =>
  client().places.listPlaces({ params: { festivalId: festival.id } });

export const loadStands = (festival: Festival): Promise<Stand[]> =>
  client().stands.listStands({ params: { festivalId: festival.id } });
