import type { FoundAddress } from '@festivals/domain/festival/address-contract';
import { z } from 'zod';

const patienceMs = 5000;
/** Five places with their parts are a few kilobytes. */
const mostBytes = 200_000;

const text = z.string().optional();
const Answer = z.array(
  z.object({
    lat: z.coerce.number().min(-90).max(90),
    lon: z.coerce.number().min(-180).max(180),
    display_name: z.string(),
    name: text,
    address: z
      .object({
        road: text,
        pedestrian: text,
        house_number: text,
        city: text,
        town: text,
        village: text,
        municipality: text,
        country_code: text,
      })
      .default({}),
  }),
);

/** Asks a Nominatim (https://nominatim.org/release-docs/latest/api/Search/) for places. @throws when it does not answer in time or in shape */
export async function askNominatim(
  base: string,
  { query, language }: { query: string; language: string },
  installation: string,
): Promise<FoundAddress[]> {
  const parameters = new URLSearchParams({ q: query, format: 'jsonv2', addressdetails: '1', limit: '5' });
  const response = await fetch(`${base}/search?${parameters}`, {
    headers: { 'user-agent': installation, 'accept-language': language, accept: 'application/json' },
    redirect: 'error',
    signal: AbortSignal.timeout(patienceMs),
  });
  if (!response.ok) throw new Error(`The address service answered ${response.status}.`);
  return Answer.parse(JSON.parse(await bodyOf(response))).map(found);
}

async function bodyOf(response: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > mostBytes) throw new Error('The address service answers without end.');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString();
}

function found({ lat, lon, display_name, name = '', address }: z.output<typeof Answer>[number]): FoundAddress {
  const road = address.road ?? address.pedestrian ?? '';
  return {
    label: display_name.slice(0, 400),
    name: name.slice(0, 120),
    address: [road, address.house_number ?? ''].filter(Boolean).join(' ').slice(0, 200),
    city: (address.city ?? address.town ?? address.village ?? address.municipality ?? '').slice(0, 120),
    country: (address.country_code ?? '').toUpperCase(),
    latitude: Math.round(lat * 1e6) / 1e6,
    longitude: Math.round(lon * 1e6) / 1e6,
  };
}
