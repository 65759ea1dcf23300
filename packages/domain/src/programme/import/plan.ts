import type { ArtistAnnouncement, DraftSlot, ProgrammeDraft } from '../contract.ts';
import type { ImportCounts, ImportedRow, ImportReason } from './contract.ts';
import type { ReadRow } from './read-row.ts';

/** Something that exists, or the place in the list of what is to be made. */
export type Ref = { id: string } | { made: number };

/** A set as a row wants it. */
export interface WantedSlot {
  stage: Ref;
  artist: Ref | null;
  title: string | null;
  startsAt: string;
  endsAt: string;
  status: DraftSlot['status'];
}

export interface ImportWrites {
  stages: { name: string }[];
  artists: {
    name: string;
    slug: string;
    country: string | null;
    genres: string[];
    bio: string;
    announcement: ArtistAnnouncement;
  }[];
  slots: { slotId: string | null; version: number | null; after: WantedSlot; externalId: string | null }[];
  /** Ids of sets that are as the file has them, to be remembered. */
  ids: { externalId: string; slotId: string }[];
}

export interface ImportPlan {
  rows: ImportedRow[];
  counts: ImportCounts;
  writes: ImportWrites;
}

/** What the plan is made against. */
export interface Current {
  programme: ProgrammeDraft;
  /** Sets by the ids that this source gave them before. */
  known: ReadonlyMap<string, string>;
}

/** A row on its way: read, then matched, then decided. */
export interface Candidate {
  row: ReadRow;
  before: DraftSlot | null;
  after: WantedSlot;
  stageName: string;
  artistName: string | null;
  isOverlapping: boolean;
}

/** Says that a row is not imported, and why. */
export type Refuse = (line: number, reason: ImportReason, seen: string, row?: ReadRow) => void;
