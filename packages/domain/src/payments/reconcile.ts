/** Lays our charges beside a provider's and says where they differ. */
import type { PaymentStatus } from './schemas.ts';

export interface OurCharge {
  paymentId: string;
  reference: string;
  status: PaymentStatus;
  /** Minor units, as the rest. */
  amount: number;
  currency: string;
  refunded: number;
}

export interface TheirCharge {
  references: readonly string[];
  paymentId: string | null;
  status: 'succeeded' | 'open' | 'closed';
  amount: number;
  currency: string;
  refunded: number;
}

export type DifferenceKind = 'UNKNOWN_HERE' | 'UNKNOWN_THERE' | 'AMOUNT' | 'STATE' | 'REFUND';

export interface Difference {
  kind: DifferenceKind;
  reference: string;
  paymentId: string | null;
  ours: OurCharge | null;
  theirs: TheirCharge | null;
}

const isPaid = (status: PaymentStatus): boolean => status === 'COMPLETED' || status === 'REFUNDED';

/** Every difference between what we believe of charges and what their provider says, the gravest of each charge. */
export function reconcile(ours: readonly OurCharge[], theirs: readonly TheirCharge[]): Difference[] {
  const byPayment = new Map(ours.map((charge) => [charge.paymentId, charge]));
  const byReference = new Map(ours.map((charge) => [charge.reference, charge]));
  const matched = new Set<OurCharge>();
  const differences: Difference[] = [];
  for (const their of theirs) {
    const known = their.references.map((name) => byReference.get(name)).find((one) => one !== undefined);
    const our = known ?? (their.paymentId === null ? undefined : byPayment.get(their.paymentId));
    const reference = their.references[0] ?? '';
    if (!our) {
      // A page that nobody paid on is no money.
      if (their.status === 'succeeded')
        differences.push({ kind: 'UNKNOWN_HERE', reference, paymentId: their.paymentId, ours: null, theirs: their });
      continue;
    }
    matched.add(our);
    const kind = between(our, their);
    if (kind) differences.push({ kind, reference: our.reference, paymentId: our.paymentId, ours: our, theirs: their });
  }
  for (const our of ours) {
    if (matched.has(our) || !isPaid(our.status)) continue;
    const { reference, paymentId } = our;
    differences.push({ kind: 'UNKNOWN_THERE', reference, paymentId, ours: our, theirs: null });
  }
  return differences;
}

function between(our: OurCharge, their: TheirCharge): DifferenceKind | null {
  if (isPaid(our.status) !== (their.status === 'succeeded')) return 'STATE';
  if (!isPaid(our.status)) return null;
  if (our.amount !== their.amount || our.currency !== their.currency) return 'AMOUNT';
  return our.refunded === their.refunded ? null : 'REFUND';
}
