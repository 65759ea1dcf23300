import { Screen, type ServerMessage, type ServerMessageName } from '@festivals/domain/live';
import type { FestivalId } from '@festivals/domain/primitives';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useSyncExternalStore } from 'react';
import { currentLiveness, listenTo, onJoined, onMessage, show, watchLiveness, type Liveness } from './connection.ts';
import { freshen } from './freshen.ts';

/** Keeps the office's socket on a festival while its screens are shown: what others change is asked for again by itself. */
export function useLive(festivalId: FestivalId | null): void {
  const queryClient = useQueryClient();
  useEffect(() => {
    const fresh = freshen(queryClient);
    const stops = [
      onMessage((name, message) => fresh.take(name, message)),
      onJoined((_, isReturn) => {
        if (isReturn && festivalId !== null) fresh.everything(festivalId);
      }),
    ];
    listenTo(festivalId);
    return () => {
      for (const stop of stops) stop();
    };
  }, [festivalId, queryClient]);
  // A screen outside of festivals hears nothing.
  useEffect(() => () => listenTo(null), []);
}

/** Lets the others know which screen this is. */
export function useShown(name: string | undefined): Screen | null {
  const screen = Screen.safeParse(name).data ?? null;
  useEffect(() => show(screen), [screen]);
  return screen;
}

export const useLiveness = (): Liveness => useSyncExternalStore(watchLiveness, currentLiveness);

/** Hears one kind of message while a component is shown. */
export function useOnLive<N extends ServerMessageName>(wanted: N, heard: (message: ServerMessage<N>) => void): void {
  const hear = useEffectEvent(heard);
  useEffect(
    () =>
      onMessage((name, message) => {
        // The name says which message it is; the compiler cannot follow it through a type parameter.
        if (name === wanted) hear(message as ServerMessage<N>);
      }),
    [wanted],
  );
}
