import type { FestivalId, PersonId } from '@festivals/domain/primitives';
import type { Permission } from '@festivals/domain/identity/roles';
import type { Topic, UpdateName } from '@festivals/domain/live';
import { rulesFor, type LiveRule } from './live-rule.ts';
import type { NewsItem } from './news.ts';

/** One message of a festival is said at most every so many milliseconds: twice a second, however much happens. */
export const pauseMs = 500;
/** So many changes are named in one message; of more it only says that there were some. */
const mostNamed = 100;

type Changes = Map<string, PersonId | null> | null;

export type Outgoing = { needs: Permission } & (
  | { name: UpdateName; changes: { id: string; by: PersonId | null }[] | null }
  | { name: 'stats:update'; topic: Topic }
);

interface Waiting {
  updates: Map<string, { name: UpdateName; needs: Permission; changes: Changes }>;
  topics: Map<string, { topic: Topic; needs: Permission }>;
}

/** Gathers what happens in each festival; `say` hears the first at once and the rest in one go after a pause. */
export function coalesce(
  rules: readonly LiveRule[],
  say: (festivalId: FestivalId, messages: Outgoing[]) => void,
): { add(festivalId: FestivalId, items: readonly NewsItem[]): void; stop(): void } {
  const waiting = new Map<FestivalId, Waiting>();
  const pauses = new Map<FestivalId, NodeJS.Timeout>();

  const flush = (festivalId: FestivalId) => {
    const gathered = waiting.get(festivalId);
    waiting.delete(festivalId);
    if (!gathered) return void pauses.delete(festivalId);
    pauses.set(
      festivalId,
      setTimeout(() => flush(festivalId), pauseMs),
    );
    say(festivalId, messagesOf(gathered));
  };

  return {
    add(festivalId, items) {
      const gathered = waiting.get(festivalId) ?? { updates: new Map(), topics: new Map() };
      for (const item of items) gather(gathered, rules, item);
      if (gathered.updates.size === 0 && gathered.topics.size === 0) return;
      waiting.set(festivalId, gathered);
      if (!pauses.has(festivalId)) flush(festivalId);
    },
    stop() {
      for (const timer of pauses.values()) clearTimeout(timer);
      pauses.clear();
    },
  };
}

function gather({ updates, topics }: Waiting, rules: readonly LiveRule[], { name, subjectId, by }: NewsItem): void {
  for (const { tell, needs } of rulesFor(rules, name)) {
    if (typeof tell === 'object') {
      topics.set(`${tell.topic} ${needs}`, { topic: tell.topic, needs });
      continue;
    }
    const key = `${tell} ${needs}`;
    const known = updates.get(key) ?? { name: tell, needs, changes: new Map() };
    // The ids of persons come from the log, whose actors are persons where they are not null.
    known.changes = added(known.changes, subjectId, by as PersonId | null);
    updates.set(key, known);
  }
}

function added(changes: Changes, id: string | null, by: PersonId | null): Changes {
  if (changes === null || id === null || changes.size >= mostNamed) return null;
  // Of what several deeds changed nobody is named: whoever did one of them has not seen the others.
  return changes.set(id, changes.has(id) ? null : by);
}

const messagesOf = ({ updates, topics }: Waiting): Outgoing[] => [
  ...[...updates.values()].map(({ name, needs, changes }) => ({
    name,
    needs,
    changes: changes && [...changes].map(([id, by]) => ({ id, by })),
  })),
  ...[...topics.values()].map(({ topic, needs }) => ({ name: 'stats:update' as const, topic, needs })),
];
