import type { Present, Screen } from '@festivals/domain/live';
import { useSyncExternalStore } from 'react';
import { onJoined, onMessage, watchLiveness, currentLiveness } from './connection.ts';

let present: readonly Present[] = [];
const watchers = new Set<() => void>();

function become(next: readonly Present[]): void {
  present = next;
  for (const watch of watchers) watch();
}

onJoined((reply) => become(reply.present));
onMessage((_, message) => {
  if (!('screen' in message)) return;
  const others = present.filter(({ personId, screen }) => personId !== message.personId || screen !== message.screen);
  if ('name' in message) {
    const { personId, name, screen } = message;
    become([...others, { personId, name, screen }]);
  } else become(others);
});
// Whoever hears nothing knows nothing of who is there.
watchLiveness(() => currentLiveness().state !== 'live' && present.length > 0 && become([]));

function watch(watcher: () => void): () => void {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}

/** Who looks at a screen of the festival at this moment, `me` left out. */
export function useOthersOn(screen: Screen | null, me: string): readonly Present[] {
  const all = useSyncExternalStore(watch, () => present);
  return all.filter((one) => one.screen === screen && one.personId !== me);
}
