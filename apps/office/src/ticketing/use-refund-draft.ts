import type { Line, Order } from '@festivals/domain/ticketing/schemas';
import { isRefundable, isWhole, keptOf, keptOfExtra } from '@festivals/domain/ticketing/refund-rules';
import { useState } from 'react';
import { keepNothing, keepOf } from './keep-field.tsx';

export type RefundDraft = ReturnType<typeof useRefundDraft>;

/** What of an order is about to go back, as it is chosen, and what that comes to. `beside` is what of it is no ticket. */
export function useRefundDraft({ tickets, lines }: Order, beside: readonly Line[]) {
  const used = tickets.filter(({ status }) => status === 'USED');
  const [withUsed, setWithUsed] = useState(false);
  const refundable = tickets.filter(({ status }) => isRefundable(status, withUsed));
  const [keepDraft, setKeep] = useState(keepNothing);
  const keep = keepOf(keepDraft);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set(refundable.map(({ id }) => id)));
  const [reason, setReason] = useState('');
  const wanted = refundable.filter(({ id }) => chosen.has(id));
  const ids = wanted.map(({ id }) => id);
  // What stands beside the tickets goes back with the last of them.
  const isAll = wanted.length > 0 && isWhole(ids, tickets);
  const [chosenLines, setChosenLines] = useState<ReadonlySet<number>>(new Set());
  const extras = beside.filter(({ lineNo }) => isAll || chosenLines.has(lineNo));
  const backOf = (wantedNo: number) => {
    const price = lines.find(({ lineNo }) => lineNo === wantedNo)?.unitPrice ?? 0;
    return price - (keep ? keptOf(keep, price) : 0);
  };
  const backOfExtra = ({ quantity, unitPrice }: Line) =>
    quantity * unitPrice - (keep ? keptOfExtra(keep, quantity * unitPrice) : 0);
  const choose = (which: readonly { id: string }[], on: boolean) => {
    const named = which.map(({ id }) => id);
    setChosen((now) => new Set(on ? [...now, ...named] : [...now].filter((id) => !named.includes(id))));
  };
  return {
    used,
    withUsed,
    /** Whether tickets go back that somebody came in with: all of them, until one is left out. */
    takeUsed: (on: boolean) => {
      setWithUsed(on);
      choose(used, on);
    },
    refundable,
    wanted,
    isChosen: (ticketId: string) => chosen.has(ticketId),
    choose,
    isAll,
    chosenLines,
    chooseLine: (lineNo: number, on: boolean) =>
      setChosenLines((now) => new Set(on ? [...now, lineNo] : [...now].filter((one) => one !== lineNo))),
    backOf,
    backOfExtra,
    amount:
      wanted.reduce((sum, { lineNo }) => sum + backOf(lineNo), 0) +
      extras.reduce((sum, line) => sum + backOfExtra(line), 0),
    reason,
    setReason,
    keepDraft,
    setKeep,
    /** What the server is asked for; null while something is missing. */
    body:
      keep === null || wanted.length + extras.length === 0 || reason.trim() === ''
        ? null
        : { ticketIds: ids, lineNos: extras.map(({ lineNo }) => lineNo), reason: reason.trim(), keep, withUsed },
  };
}
