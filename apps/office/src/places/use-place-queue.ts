import { ApiError } from '@festivals/contract';
import type { Festival } from '@festivals/domain/festival/contract';
import type { DraftPlace, PlaceDeed } from '@festivals/domain/places/contract';
import { useToast } from '@festivals/ui/toast';
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { api } from '../api.ts';
import { useFailureText } from '../shell/failure.tsx';
import { withWritten } from './map-steps.ts';
import type { LiveMap } from './use-live-map.ts';

/** So many rows are one request; what is more goes in several. */
const mostAtOnce = 500;

/** Saves places one request after the other, and says what was refused. What is in somebody's hand is not changed below it. */
export function usePlaceQueue(festivalId: Festival['id'], map: LiveMap, isHeld: (placeId: string) => boolean) {
  const queryClient = useQueryClient();
  const say = useToast();
  const describe = useFailureText();
  const [waiting, setWaiting] = useState(0);
  const queue = useRef<Promise<unknown>>(Promise.resolve());
  // Removed places are no longer on the map, but can come back: with which version.
  const versions = useRef(new Map<string, number>());

  async function write(deeds: readonly PlaceDeed[]): Promise<DraftPlace[]> {
    for (const deed of deeds) if (deed.op !== 'create') map.expect(deed.id);
    const written: DraftPlace[] = [];
    for (let from = 0; from < deeds.length; from += mostAtOnce) {
      const body = { rows: deeds.slice(from, from + mostAtOnce) };
      const idempotencyKey = crypto.randomUUID();
      written.push(...(await api.places.savePlaces({ params: { festivalId }, body }, { idempotencyKey })));
    }
    for (const { id, version } of written) versions.current.set(id, version);
    for (const [at, { op }] of deeds.entries()) if (op === 'create' && written[at]) map.expect(written[at].id);
    const gone = new Set(deeds.flatMap((deed) => (deed.op === 'remove' ? [deed.id] : [])));
    map.show((all) =>
      withWritten(
        all,
        written.filter(({ id }) => !gone.has(id) && !isHeld(id)),
      ),
    );
    // Where stages and stands choose from.
    void queryClient.invalidateQueries({ queryKey: ['festival', festivalId, 'places'] });
    return written;
  }

  async function refuse(error: unknown, onStale: () => boolean): Promise<null> {
    versions.current.clear();
    await map.startAnew();
    if (error instanceof ApiError && error.name === 'ROWS_REFUSED' && onStale()) return null;
    const { title, detail } = describe(error);
    say({ title, tone: 'danger', ...(error instanceof ApiError ? {} : { detail }) });
    return null;
  }

  return {
    waiting,
    /** The version to save a place over, whether it is on the map or was removed. */
    versionOf: (id: string) =>
      Math.max(versions.current.get(id) ?? 1, map.places().find((place) => place.id === id)?.version ?? 1),
    keepVersion: ({ id, version }: DraftPlace) => void versions.current.set(id, version),
    /** Sends rows after all that was sent before; `rows` is asked for only then, so that versions are the latest. */
    send: (rows: () => PlaceDeed[], onStale: () => boolean = () => false): Promise<DraftPlace[] | null> => {
      setWaiting((count) => count + 1);
      map.begin();
      const sent = queue.current.then(async () => {
        const deeds = rows();
        try {
          return await write(deeds);
        } catch (error) {
          return await refuse(error, onStale);
        } finally {
          setWaiting((count) => count - 1);
          map.end();
        }
      });
      queue.current = sent;
      return sent;
    },
  };
}
