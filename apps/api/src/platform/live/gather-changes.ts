import type { SiteChange } from '@festivals/domain/live';
import type { FestivalId } from '@festivals/domain/primitives';

/** Somebody who types makes pages anew four times a second at the most, and not with each key. */
const pauseMs = 250;

/** Says a festival's first change at once, and those of the next quarter of a second in one go. */
export function gatherChanges(say: (change: SiteChange) => void): {
  add(festivalId: FestivalId, domains: readonly string[]): void;
  stop(): void;
} {
  const waiting = new Map<FestivalId, Set<string>>();
  const pauses = new Map<FestivalId, NodeJS.Timeout>();
  const flush = (festivalId: FestivalId) => {
    const domains = waiting.get(festivalId);
    waiting.delete(festivalId);
    if (!domains) return void pauses.delete(festivalId);
    pauses.set(
      festivalId,
      setTimeout(() => flush(festivalId), pauseMs),
    );
    say({ festivalId, domains: [...domains] });
  };
  return {
    add(festivalId, domains) {
      const known = waiting.get(festivalId) ?? new Set();
      for (const domain of domains) known.add(domain);
      waiting.set(festivalId, known);
      if (!pauses.has(festivalId)) flush(festivalId);
    },
    stop() {
      for (const timer of pauses.values()) clearTimeout(timer);
      pauses.clear();
    },
  };
}
