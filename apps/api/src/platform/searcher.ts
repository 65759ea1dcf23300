import type { Permission } from '@festivals/domain/identity/roles';
import type { Language } from '@festivals/domain/primitives';
import { type RawBuilder, sql } from 'kysely';

/** What is looked for, folded as `search_text` columns are. */
export interface Sought {
  text: string;
  /** `LIKE` patterns, one a word: all must fit. */
  patterns: readonly string[];
  /** Whether to look for what is spelled about like it, rather than for what contains it. */
  roughly: boolean;
  language: Language;
  /** How many of a kind are enough. */
  most: number;
}

/** How a domain's things are found: one statement that the search joins to those of the others. */
export interface Searcher {
  kind: string;
  /** Who may not do this finds none of them. */
  needs: Permission;
  /** Rows of (id, title, detail, parent_id, at, score) of the transaction's festival, at most `most`, the best first. */
  rows(sought: Sought): RawBuilder<unknown>;
}

/** The words of a folded text as patterns. */
export const patternsOf = (text: string): string[] =>
  text.split(' ').map((word) => `%${word.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`);

/** Whether a folded column bears what is sought. */
export const bears = (column: RawBuilder<unknown>, { text, patterns, roughly }: Sought): RawBuilder<boolean> =>
  roughly ? sql`${text}::text <% ${column}` : sql`${column} like all (${patterns}::text[])`;

/** How well it does: what begins with it comes before what has a word that does, and that before what contains it somewhere. */
export const scored = (column: RawBuilder<unknown>, { text, roughly }: Sought): RawBuilder<number> =>
  roughly
    ? sql`word_similarity(${text}::text, ${column})`
    : sql`(case when starts_with(${column}, ${text}::text) then 3 when strpos(${column}, ' ' || ${text}::text) > 0 then 2 else 1 end
        + similarity(${column}, ${text}::text))::real`;
