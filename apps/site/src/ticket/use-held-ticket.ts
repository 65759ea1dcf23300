'use client';

import type * as contract from '@festivals/domain/ticketing/ticket-contract';
import { useCallback, useEffect, useState } from 'react';
import { ask, Refusal } from '../account/account-client.ts';
import { useReturn } from '../account/use-return.ts';
import {
  forgetTicket,
  keepTicket,
  keepTicketSecret,
  type KeptTicket,
  recallTicket,
  recallTicketSecret,
} from './kept-ticket.ts';

export type HeldState =
  | { kind: 'loading' }
  /** `fresh` is what the server has just said; otherwise it is what was kept. */
  | ({ kind: 'open'; secret: string | null; fresh: boolean } & KeptTicket)
  | { kind: 'closed' }
  | { kind: 'failed' };

/** The ticket that the page's address names: at once as it was kept, then as the server says that it is. */
export function useHeldTicket(festivalId: string) {
  const [state, setState] = useState<HeldState>({ kind: 'loading' });
  const load = useCallback(async () => {
    const ticketId = location.pathname.split('/').at(-1) ?? '';
    const secret = recallTicketSecret(ticketId, location);
    const kept = recallTicket(ticketId);
    if (kept) setState({ kind: 'open', secret, fresh: false, ...kept });
    try {
      const ticket = await ask<typeof contract.viewTicket>('GET', '/festivals/:festivalId/tickets/:ticketId', {
        params: { festivalId, ticketId },
        query: { ...(secret !== null && { secret }) },
      });
      const at = Date.now();
      keepTicket(ticket, at);
      if (secret !== null)
        for (const id of [ticketId, ...(ticket.order?.ticketIds ?? [])]) keepTicketSecret(id, secret);
      // What opens the ticket leaves the address bar, so that a shared screen gives nothing away.
      history.replaceState(history.state, '', location.pathname);
      setState({ kind: 'open', secret, fresh: true, ticket, at });
    } catch (error) {
      if (error instanceof Refusal && error.status < 500 && error.status !== 429) {
        // Taken back, or somebody else's: what was kept of it is worth nothing any more.
        forgetTicket(ticketId);
        setState({ kind: 'closed' });
      } else if (!kept) setState({ kind: 'failed' });
    }
  }, [festivalId]);
  useEffect(() => {
    void load();
    // The network is back, or the telephone was taken out of the pocket: it may have been used or revoked since.
    const again = () => document.visibilityState === 'visible' && void load();
    addEventListener('online', again);
    document.addEventListener('visibilitychange', again);
    return () => {
      removeEventListener('online', again);
      document.removeEventListener('visibilitychange', again);
    };
  }, [load]);
  useReturn(() => {
    if (state.kind === 'open' && recallTicket(state.ticket.id) === null) void load();
  });
  return { state, again: () => void load() };
}
