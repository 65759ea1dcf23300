import type { DraftSlot } from '../contract.ts';
import type { Candidate, Ref } from './plan.ts';

interface Span {
  from: number;
  to: number;
  /** Sets of one key share their stage: a takeover and what it takes over. */
  key: string;
  isTakeover: boolean;
}

const stageKey = (stage: Ref) => ('id' in stage ? stage.id : `made ${stage.made}`);

const areInTheWay = (a: Span, b: Span) => a.key !== b.key || (a.isTakeover && b.isTakeover);

/** The spans of one stage that have found room: sets, and over them takeovers, each in their order and apart. */
function stagePlan() {
  const layers: { sets: Span[]; takeovers: Span[] } = { sets: [], takeovers: [] };
  /** The place of the first span that ends after a moment. */
  const after = (spans: readonly Span[], moment: number) => {
    let [low, high] = [0, spans.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((spans[middle]?.to ?? 0) <= moment) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  const isFree = (spans: readonly Span[], span: Span) => {
    for (let at = after(spans, span.from); at < spans.length; at += 1) {
      const other = spans[at];
      if (!other || other.from >= span.to) return true;
      if (areInTheWay(other, span)) return false;
    }
    return true;
  };
  return {
    /** Takes the span, unless something is in its way. */
    take: (span: Span): boolean => {
      if (!isFree(layers.sets, span) || !isFree(layers.takeovers, span)) return false;
      const layer = span.isTakeover ? layers.takeovers : layers.sets;
      layer.splice(after(layer, span.from), 0, span);
      return true;
    },
  };
}

/**
 * Two confirmed sets cannot be on one stage at a time. What stands keeps its place, then what the file leaves as it is, then
 * the earlier line; whatever comes later is pending, and says so. Nothing of a file is lost for it.
 */
export function demoteOverlaps(candidates: readonly Candidate[], untouched: readonly DraftSlot[]): void {
  const plans = new Map<string, ReturnType<typeof stagePlan>>();
  const take = (stage: string, key: string, slot: { startsAt: string; endsAt: string }, overlaysId: string | null) => {
    const plan = plans.get(stage) ?? stagePlan();
    plans.set(stage, plan);
    const [from, to] = [Date.parse(slot.startsAt), Date.parse(slot.endsAt)];
    return plan.take({ from, to, key: overlaysId ?? key, isTakeover: overlaysId !== null });
  };
  for (const slot of untouched) if (slot.status === 'CONFIRMED') take(slot.stageId, slot.id, slot, slot.overlaysId);
  const confirmed = candidates.filter(({ after }) => after.status === 'CONFIRMED');
  for (const candidate of [...confirmed.filter(staysAsItIs), ...confirmed.filter((one) => !staysAsItIs(one))]) {
    const { before, after, row } = candidate;
    const key = before?.id ?? `line ${row.line}`;
    if (take(stageKey(after.stage), key, after, before?.overlaysId ?? null)) continue;
    candidate.isOverlapping = true;
    candidate.after = { ...after, status: 'PENDING' };
  }
}

const staysAsItIs = ({ before, after }: Candidate): boolean =>
  before !== null &&
  before.status === after.status &&
  stageKey(after.stage) === before.stageId &&
  Date.parse(before.startsAt) === Date.parse(after.startsAt) &&
  Date.parse(before.endsAt) === Date.parse(after.endsAt);
