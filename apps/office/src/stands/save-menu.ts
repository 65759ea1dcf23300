import { ApiError } from '@festivals/contract';
import { RefusedRow, type Product } from '@festivals/domain/stands/contract';
import { z } from 'zod';
import { api } from '../api.ts';
import type { Judged, Row } from './menu-sheet.ts';

/** So many rows are saved in one request. */
const mostAtOnce = 500;
const Refusal = z.object({ rows: z.array(RefusedRow) });

type JudgedRow = Judged & { row: Row };
type OnStand = Parameters<typeof api.stands.saveProducts>[0]['params'];

/** Why a part of a sheet was not saved, with its rows and all that wait with it. */
export class PartRefused extends Error {
  readonly error: unknown;
  readonly part: readonly Row[];
  readonly waiting: readonly Row[];
  constructor(error: unknown, part: readonly Row[], waiting: readonly Row[]) {
    super('A part was refused.', { cause: error });
    this.error = error;
    this.part = part;
    this.waiting = waiting;
  }
}

/** Saves rows part by part; the products that the stand has then. Throws `PartRefused` at the first part that is not taken. */
export async function saveMenu(
  params: OnStand,
  judged: readonly JudgedRow[],
  keyFor: (body: unknown) => string,
): Promise<Product[]> {
  let products: Product[] = [];
  for (let done = 0; done < judged.length; done += mostAtOnce) {
    const part = judged.slice(done, done + mostAtOnce);
    const body = { rows: part.flatMap(({ deed }) => (deed === null ? [] : [deed])) };
    try {
      products = await api.stands.saveProducts({ params, body }, { idempotencyKey: keyFor(body) });
    } catch (error) {
      const rowsOf = (some: readonly JudgedRow[]) => some.map(({ row }) => row);
      throw new PartRefused(error, rowsOf(part), rowsOf(judged.slice(done)));
    }
  }
  return products;
}

/** Why each row was refused, by its key; null where the whole part was, for a reason of its own. */
export function reasonsOf({ error, part }: PartRefused): Map<string | undefined, RefusedRow['reason']> | null {
  const refusal = error instanceof ApiError ? Refusal.safeParse(error.details).data : undefined;
  return refusal === undefined ? null : new Map(refusal.rows.map(({ row, reason }) => [part[row]?.key, reason]));
}
