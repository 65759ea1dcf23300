import type { ShopWindow } from '@festivals/domain/ticketing/pricing/contract';
import { serverClock } from '../shell/server-clock.ts';

/** What the shop says now, with what codes open (separated by commas). Asked without the client and its schemas: every reader of the page asks it, and few of them buy. */
export async function askShop(festivalId: string, codes: string): Promise<ShopWindow> {
  const query = codes === '' ? '' : `?${new URLSearchParams({ code: codes })}`;
  const response = await fetch(`/api/festivals/${festivalId}/shop${query}`, {
    headers: { 'x-face': 'site', 'accept-language': document.documentElement.lang },
  });
  serverClock.read(response.headers.get('date'));
  if (!response.ok) throw new Error(`The shop answered ${response.status}`);
  // Our own API's answer, of the shape that its contract says.
  const { data } = (await response.json()) as { data: ShopWindow };
  return data;
}
