import type { ServerMessage, ServerMessageName } from '@festivals/domain/live';
import type { QueryClient } from '@tanstack/react-query';
import { meQuery } from '../identity/me.ts';

/** What was loaded below `['festival', id]` and is out of date after a message. */
const touched: Partial<Record<ServerMessageName, readonly string[]>> = {
  'festival:updated': ['readiness', 'details', 'news'],
  'team:updated': ['members', 'invitations'],
  'media:updated': ['media'],
  'place:updated': ['places', 'map'],
  'stage:updated': ['programme'],
  'artist:updated': ['programme', 'fees'],
  'slot:updated': ['programme'],
  'stand:updated': ['stands'],
  'product:updated': ['stands'],
  'ticket_type:updated': ['ticket-types', 'ticket-options', 'readiness', 'board'],
  'price:updated': ['price-rules'],
  'promo_code:updated': ['promo-codes'],
  'order:updated': ['orders', 'order'],
  'gate:updated': ['gates'],
  'scan:updated': ['admissions'],
  'device:updated': ['devices'],
};

/** What its own screen asks for again at its own time: the map only once nothing that somebody draws is on its way. */
const onItsOwn: ReadonlySet<string> = new Set(['map']);

const topics: Record<ServerMessage<'stats:update'>['topic'], readonly string[]> = {
  sales: ['board', 'ledger'],
  access: ['access', 'board'],
  attention: ['readiness', 'board', 'ledger'],
};

const pauseMs = 250;

/** Asks again for what messages name, many of them together. Only what is on the screen is asked for at once. */
export function freshen(queryClient: QueryClient) {
  let waiting = new Map<string, readonly string[]>();
  let timer: ReturnType<typeof setTimeout> | undefined;

  const flush = () => {
    timer = undefined;
    const keys = [...waiting.values()];
    waiting = new Map();
    for (const queryKey of keys) {
      const refetchType = onItsOwn.has(queryKey[2] ?? '') ? 'none' : 'active';
      void queryClient.invalidateQueries({ queryKey, exact: queryKey.length === 2, refetchType });
    }
  };

  return {
    take(name: ServerMessageName, message: ServerMessage<ServerMessageName>): void {
      const { festivalId } = message;
      if (name === 'live:resync') return this.everything(festivalId);
      if (name === 'live:rights' || name === 'live:left') {
        void queryClient.invalidateQueries({ queryKey: meQuery.queryKey });
        return this.everything(festivalId);
      }
      // Whatever changed also stands in the history.
      const parts =
        'topic' in message
          ? topics[message.topic]
          : name.endsWith(':updated')
            ? [...(touched[name] ?? []), 'audit']
            : [];
      for (const part of parts) waiting.set(part, ['festival', festivalId, part]);
      if (name === 'festival:updated') waiting.set('', ['festival', festivalId]);
      if (waiting.size > 0) timer ??= setTimeout(flush, pauseMs);
    },
    /** Something may have been missed. */
    everything(festivalId: string): void {
      void queryClient.invalidateQueries({ queryKey: ['festival', festivalId] });
    },
  };
}
