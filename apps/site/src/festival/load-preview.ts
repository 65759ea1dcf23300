import { ApiError, createClient } from '@festivals/contract';
import { api } from '@festivals/domain';
import { previewHeader } from '@festivals/domain/festival/preview-contract';
import type { FestivalId } from '@festivals/domain/primitives';
import { env } from '../env.ts';

/** What a festival's first page shows, read anew, for somebody who may look at its draft; null for anybody else. */
export async function loadPreview(festivalId: FestivalId, token: string) {
  const { festival, programme, places, stands, ticketing } = createClient(api, {
    baseUrl: `${env.apiUrl}/api`,
    face: 'site',
    fetch: (url, init) => fetch(url, { ...init, cache: 'no-store' }),
  });
  const params = { festivalId };
  const how = { headers: { [previewHeader]: token } };
  try {
    const [shown, details, news, line, sites, stalls, offers] = await Promise.all([
      festival.getFestival({ params }, how),
      festival.getDetails({ params }, how),
      festival.listNews({ params }, how),
      programme.getLineUp({ params }, how),
      places.listPlaces({ params }, how),
      stands.listStands({ params }, how),
      // A draft sells nothing yet.
      ticketing.listOffers({ params }, how).catch(() => []),
    ]);
    return { festival: shown, details, news, contents: { offers, programme: line, places: sites, stands: stalls } };
  } catch (error) {
    if (error instanceof ApiError && error.status < 500) return null;
    throw error;
  }
}
