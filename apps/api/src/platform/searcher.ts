import type { Permission } from '@festivals/domain/identity/roles';
import type { Language } from '@festivals/domain/primitives';
import { type RawBuilder, sql } from 'kysely';

/** What is looked for, folded as `search_text` columns are. */
export interface Sought {
  text: string;
  /** The transaction's festival, said as a value: planned for how much it has, and not asked for at each row. */
  festivalId: string;
  /** `LIKE` patterns: of each group one must fit. */
  groups: readonly (readonly string[])[];
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

/** Words of a folded text as a pattern each. */
export const patternsOf = (words: readonly string[]): string[] =>
  words.map((word) => `%${word.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`);

/** Whether a folded column bears what is sought. */
export const bears = (column: RawBuilder<unknown>, { groups }: Sought): RawBuilder<boolean> =>
  sql`(${sql.join(
    groups.map((patterns) => sql`${column} like any (${patterns}::text[])`),
    sql` and `,
  )})`;

/**
 * How well it does: what begins with it comes before what has a word that does, and that before what contains it somewhere;
 * then the more of the column it is. Measured by length: letters in common would take longer to count than everything else.
 */
export const scored = (column: RawBuilder<unknown>, { text }: Sought): RawBuilder<number> =>
  sql`(case when starts_with(${column}, ${text}::text) then 3 when strpos(${column}, ' ' || ${text}::text) > 0 then 2 else 1 end
    + least(1, length(${text}::text)::real / greatest(1, length(${column}))))::real`;
