import type { Tx } from './transaction.ts';

/** Whose data it is. Before an address is verified it is nobody's, and finds nothing. */
export interface Who {
  id: string;
  email: string;
}

/** One kind of thing that a domain holds about a person: how it is copied for them, and what becomes of it when they go. */
export interface PersonalPart {
  /** What it is called in their copy. */
  name: string;
  /** Whether it stands in festivals, each entered in turn, or in the platform alone. */
  in: 'festivals' | 'platform';
  /** The tables that this decides upon. */
  tables: readonly string[];
  read(tx: Tx, who: Who): Promise<readonly object[]>;
  /** Takes the person out; left out where the law or the trail keeps it, or where it goes later by itself. */
  erase?(tx: Tx, who: Who): Promise<unknown>;
}
