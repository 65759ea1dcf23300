/** How the API's processes tell each other who looks at what: by Redis where there is one, else by the database. */
import { Screen } from '@festivals/domain/live';
import { FestivalId, PersonId } from '@festivals/domain/primitives';
import { z } from 'zod';

export const seatChannel = 'festivals_seats';

export const SeatNews = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('sat'),
    process: z.string(),
    socket: z.string(),
    festivalId: FestivalId,
    personId: PersonId,
    name: z.string(),
    screen: Screen,
  }),
  z.object({ kind: z.literal('left'), process: z.string(), socket: z.string() }),
  /** A process has come and asks the others who is there. */
  z.object({ kind: z.literal('hello'), process: z.string() }),
  /** A process lives. */
  z.object({ kind: z.literal('alive'), process: z.string() }),
  z.object({ kind: z.literal('bye'), process: z.string() }),
]);
export type SeatNews = z.infer<typeof SeatNews>;

/** Reads what another process said; null for what is none of it. */
export function readSeatNews(payload: string): SeatNews | null {
  try {
    return SeatNews.safeParse(JSON.parse(payload)).data ?? null;
  } catch {
    return null;
  }
}
