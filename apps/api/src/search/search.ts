import type { Input, Output } from '@festivals/contract';
import { may, type Standing } from '@festivals/domain/identity/policy';
import { FestivalId, type Language } from '@festivals/domain/primitives';
import type * as contract from '@festivals/domain/search/contract';
import { meantBy, shortestMisspelled, wordsOf } from '@festivals/domain/search/spelling';
import { type RawBuilder, sql } from 'kysely';
import { listOf, find as findFestival, type FestivalView } from '../festival/store.ts';
import { describeMe } from '../identity/me.ts';
import { type Ctx, personOf } from '../platform/context.ts';
import { fail } from '../platform/fault.ts';
import { patternsOf, type Searcher, type Sought } from '../platform/searcher.ts';
import { look, type Tx } from '../platform/transaction.ts';
import { spellingsAlike } from './word-store.ts';

type Found = contract.Found;
type FestivalOf = Found['festival'];

const mostOfAKind = 6;
/** How many festivals are looked into at once, and how much of each kind they may answer. */
const mostFestivals = 8;
const mostThere = 3;

/** What a festival has by a name like this, of what the caller may see: first what contains it, else what is spelled about like it. */
export const searchFestival =
  (searchers: readonly Searcher[]) =>
  (
    ctx: Ctx,
    { params, query }: Input<typeof contract.searchFestival>,
  ): Promise<Output<typeof contract.searchFestival>> =>
    look(ctx, params.festivalId, async (tx) => {
      const festival = (await findFestival(tx)) ?? fail('general.not_found');
      const allowed = searchers.filter(({ needs }) => may(personOf(ctx), needs));
      const wanted = { q: query.q, language: ctx.request.language, most: mostOfAKind };
      return find(tx, allowed, wanted, named(festival));
    });

/** The same in every festival in whose team I am. */
export const searchMine =
  (searchers: readonly Searcher[]) =>
  async (ctx: Ctx, { query }: Input<typeof contract.searchMine>): Promise<Output<typeof contract.searchMine>> => {
    const { personId, superAdmin } = personOf(ctx);
    const [{ memberships }, festivals] = await Promise.all([
      describeMe(ctx, personId),
      listOf(ctx.resources.db, personId, null, mostFestivals - 1),
    ]);
    const found: Found[] = [];
    for (const festival of festivals.slice(0, mostFestivals)) {
      const roles = memberships.find(({ festivalId }) => festivalId === festival.id)?.roles ?? [];
      const standing: Standing = { superAdmin, roles };
      const allowed = searchers.filter(({ needs }) => may(standing, needs));
      const there = named(festival);
      const wanted = { q: query.q, language: ctx.request.language, most: mostThere };
      found.push(...(await look(ctx, there.id, (tx) => find(tx, allowed, wanted, there))));
    }
    return found;
  };

// The store's view is what goes into the contract; its id was branded when it was written.
const named = ({ id, slug, name, zone }: FestivalView): FestivalOf => ({ id: FestivalId.parse(id), slug, name, zone });

/** One statement over all domains: a dozen small ones would spend more time under way than at work. */
async function find(
  tx: Tx,
  searchers: readonly Searcher[],
  { q, language, most }: { q: string; language: Language; most: number },
  festival: FestivalOf,
): Promise<Found[]> {
  const text = await folded(tx, q);
  if (text === '' || searchers.length === 0) return [];
  const here = { festivalId: festival.id, language, most };
  const groups = patternsOf(text.split(' ')).map((pattern) => [pattern]);
  const exact = await rowsOf(tx, searchers, { ...here, text, groups });
  const meant = exact.length > 0 ? null : await respelled(tx, text);
  const rows = meant ? await rowsOf(tx, searchers, { ...here, ...meant }) : exact;
  return rows.map((row) => ({ ...row, festival }));
}

/** The text as `search_text` has it. How alike is alike enough is said here as well, for this transaction alone. */
async function folded(tx: Tx, q: string): Promise<string> {
  const { rows } = await sql<{ text: string }>`
    select search_fold(${q}::text) as text, set_config('pg_trgm.word_similarity_threshold', '0.4', true)`.execute(tx);
  return rows[0]?.text ?? '';
}

/** What was probably meant, by the words that the festival has; null for what is like nothing, or too short to be told from it. */
async function respelled(tx: Tx, text: string): Promise<Pick<Sought, 'text' | 'groups'> | null> {
  const words = wordsOf(text);
  if (!words.some((word) => word.length >= shortestMisspelled)) return null;
  const meant = meantBy(words, await spellingsAlike(tx, words));
  return meant && { text: meant.text, groups: meant.words.map(patternsOf) };
}

async function rowsOf(tx: Tx, searchers: readonly Searcher[], sought: Sought): Promise<Omit<Found, 'festival'>[]> {
  const parts = searchers.map(
    ({ kind, rows }): RawBuilder<unknown> =>
      sql`select ${sql.lit(kind)} as kind, f.* from (${rows(sought)}) as f (id, title, detail, "parentId", at, score)`,
  );
  const { rows } = await sql<Omit<Found, 'festival'>>`
    select kind, id, title, detail, "parentId", at from (${sql.join(parts, sql` union all `)}) as found
    order by score desc, title, id`.execute(tx);
  return rows;
}
