import { FestivalId } from '@festivals/domain/primitives';
import { Festival } from '@festivals/domain/festival/contract';
import { Programme } from '@festivals/domain/programme/contract';
import { z } from 'zod';
import { personClient } from '../api/person-client.ts';
import { useEnrolment } from '../device/use-enrolment.ts';
import { useKept } from '../store/use-kept.ts';
import { useMyTickets } from '../tickets/use-my-tickets.ts';

export interface FestivalChoice {
  id: string;
  name: string;
  zone: string;
}

async function askFestivals(cursor?: string): Promise<Festival[]> {
  const query = { limit: 200, ...(cursor !== undefined && { cursor }) };
  const { items, next } = await personClient.festival.listFestivals({ query });
  return next === null ? items : [...items, ...(await askFestivals(next))];
}

/** The festivals that matter to this device: those of its tickets and its gate first, then the published ones. */
export function useFestivals(): FestivalChoice[] | undefined {
  const tickets = useMyTickets().kept;
  const enrolment = useEnrolment();
  const published = useKept({ name: 'festivals', shape: z.array(Festival), ask: () => askFestivals() });
  if (tickets === undefined || enrolment === undefined || published.kept === undefined) return undefined;
  const own = (tickets?.value ?? []).map(({ festivalId, festival }) => ({
    id: festivalId,
    name: festival.name,
    zone: festival.zone,
  }));
  const all: FestivalChoice[] = [...own, ...(enrolment ? [enrolment.festival] : []), ...(published.kept?.value ?? [])];
  return [...new Map(all.map(({ id, name, zone }) => [id, { id, name, zone }])).values()];
}

/** A festival's line-up, kept on this device. */
export const useProgramme = (festivalId: string) =>
  useKept({
    name: `programme:${festivalId}`,
    shape: Programme,
    ask: () => personClient.programme.getProgramme({ params: { festivalId: FestivalId.parse(festivalId) } }),
  });
