import { type Spelling, spellingsOf } from '@festivals/domain/search/spelling';
import { sql } from 'kysely';
import type { Tx } from '../platform/transaction.ts';

/** Those spellings near some words that names in the transaction's festival have. */
export async function spellingsAlike(tx: Tx, words: readonly string[]): Promise<Spelling[]> {
  const spellings = spellingsOf(words);
  const { rows } = await sql<Spelling>`
    select of, word, whole, likeness from lookup.words_alike(${words}::text[], ${spellings.map(({ word }) => word)}::text[],
      ${spellings.map(({ of }) => of)}::int[])`.execute(tx);
  return rows;
}
