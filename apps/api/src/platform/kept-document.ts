import type { FestivalId } from '@festivals/domain/primitives';
import { sql } from 'kysely';
import type { Ctx, Resources } from './context.ts';
import { Prepared } from './prepared.ts';
import { look, type Tx } from './transaction.ts';

interface Kept<Document> {
  document: Prepared<Document>;
  /** Every transaction below it had ended before the document was read. */
  horizon: string;
}

const mostBytes = 64 * 1024 * 1024;

/**
 * A festival's large document, written out once and sent until something happens to it. Whoever changes what it shows records that in
 * the same transaction; so a look into the event log, in each question's own snapshot, tells whether what is kept is still true: also of
 * what another process did, and a moment ago.
 *
 * @param domains whose events change the document
 * @param read reads it; it must say the same to whoever may ask
 */
export function keptDocument<Document>(
  domains: readonly string[],
  read: (tx: Tx, ctx: Ctx) => Promise<Document>,
): (ctx: Ctx, festivalId: FestivalId, mayAsk?: (tx: Tx) => Promise<unknown>) => Promise<Prepared<Document>> {
  const shelves = new WeakMap<Resources, Map<string, Kept<Document>>>();
  const shelfOf = (resources: Resources) => {
    const shelf = shelves.get(resources) ?? new Map<string, Kept<Document>>();
    shelves.set(resources, shelf);
    return shelf;
  };
  return (ctx, festivalId, mayAsk) =>
    look(ctx, festivalId, async (tx) => {
      await mayAsk?.(tx);
      const shelf = shelfOf(ctx.resources);
      const kept = shelf.get(festivalId);
      const { horizon, happened } = await since(tx, domains, kept?.horizon ?? null);
      if (kept && !happened) return kept.document;
      const document = new Prepared(await read(tx, ctx));
      shelf.delete(festivalId);
      shelf.set(festivalId, { document, horizon });
      clear(shelf);
      return document;
    });
}

/** Whether anything happened from a horizon on, and the horizon now. A transaction that was under way then may have ended since. */
async function since(tx: Tx, domains: readonly string[], horizon: string | null) {
  const { rows } = await sql<{ horizon: string; happened: boolean }>`
    select pg_snapshot_xmin(pg_current_snapshot())::text as horizon, ${horizon}::text is null or exists (
      select from event where festival_id = current_festival() and xid >= ${horizon}::text::xid8
        and name not like 'ticketing.%' and name not like 'access.%' and split_part(name, '.', 1) = any(${domains}::text[])) as happened`.execute(
    tx,
  );
  return rows[0] ?? { horizon: '0', happened: true };
}

/** Takes the oldest away until the rest fits. */
function clear(shelf: Map<string, Kept<unknown>>): void {
  let bytes = [...shelf.values()].reduce((sum, { document }) => sum + document.body.length, 0);
  for (const [key, { document }] of shelf) {
    if (bytes <= mostBytes) return;
    shelf.delete(key);
    bytes -= document.body.length;
  }
}
