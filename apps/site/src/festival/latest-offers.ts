import type { Offer } from '@festivals/domain/ticketing/schemas';

const asked = new Map<string, Promise<Offer[]>>();

/** What the shop sells right now, asked once a page. Without the typed client: a page that only reads need not carry it. */
export function latestOffers(festivalId: string): Promise<Offer[]> {
  const known = asked.get(festivalId);
  if (known) return known;
  const answer = fetch(`/api/festivals/${festivalId}/offers`, { headers: { 'x-face': 'site' } }).then(
    async (response) => {
      if (!response.ok) throw new Error(`Offers answered ${response.status}`);
      const { data }: { data: Offer[] } = await response.json();
      return data;
    },
  );
  asked.set(festivalId, answer);
  return answer;
}
