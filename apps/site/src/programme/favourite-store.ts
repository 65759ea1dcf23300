/** The favourites of this device, by festival. */
import type { Favourite } from '@festivals/domain/programme/visit/favourites';
import { deviceStore } from '../shell/device-store.ts';

const prefix = 'favourites:';
const changed = 'favourites-changed';

const isFavourite = (value: unknown): value is Favourite =>
  typeof value === 'object' &&
  value !== null &&
  'kind' in value &&
  (value.kind === 'artist' || value.kind === 'set') &&
  'id' in value &&
  typeof value.id === 'string' &&
  'chosen' in value &&
  typeof value.chosen === 'boolean' &&
  'changedAt' in value &&
  typeof value.changedAt === 'string' &&
  Number.isFinite(Date.parse(value.changedAt));

export const favouriteStore = {
  read(festivalId: string): Favourite[] {
    try {
      const kept: unknown = JSON.parse(deviceStore.get(prefix + festivalId) ?? '[]');
      return Array.isArray(kept) ? kept.filter(isFavourite) : [];
    } catch {
      return [];
    }
  },
  write(festivalId: string, favourites: readonly Favourite[]): void {
    deviceStore.set(prefix + festivalId, JSON.stringify(favourites));
    dispatchEvent(new Event(changed));
  },
  /** The festivals at which something was chosen here. */
  festivals: (): string[] => deviceStore.keys(prefix).map((key) => key.slice(prefix.length)),
  /** Leaves nothing behind for whoever uses this device next. */
  forget(): void {
    for (const key of deviceStore.keys('favourites')) deviceStore.remove(key);
    dispatchEvent(new Event(changed));
  },
  /** Calls whenever something changed, here or in another tab. */
  listen(hear: () => void): () => void {
    const other = ({ key }: StorageEvent) => {
      if (key === null || key.startsWith(prefix)) hear();
    };
    addEventListener(changed, hear);
    addEventListener('storage', other);
    return () => {
      removeEventListener(changed, hear);
      removeEventListener('storage', other);
    };
  },
};
