import type { Board as BoardSchema } from '@festivals/domain/board/contract';
import type { Festival } from '@festivals/domain/festival/contract';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api } from '../api.ts';
import { useLiveness } from '../live/use-live.ts';

export type Board = BoardSchema;
export type Sales = NonNullable<Board['sales']>;

/** Live, it is asked again when it is told to, and now and then because the day goes on; without a socket every few seconds. */
export function useBoard(festivalId: Festival['id']) {
  const { state } = useLiveness();
  return useQuery({
    queryKey: ['festival', festivalId, 'board'],
    queryFn: ({ signal }) => api.board.getBoard({ params: { festivalId } }, { signal }),
    refetchInterval: state === 'live' ? 60_000 : 5_000,
    placeholderData: keepPreviousData,
  });
}
