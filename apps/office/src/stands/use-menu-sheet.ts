import { ApiError } from '@festivals/contract';
import type { Festival } from '@festivals/domain/festival/contract';
import { RefusedRow, type Product, type Stand } from '@festivals/domain/stands/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { z } from 'zod';
import { api } from '../api.ts';
import { useDeedKey } from '../form/use-deed-key.ts';
import { formatDecimal } from '../form/decimal.ts';
import { validationText } from '../i18n/validation.ts';
import { movedTo } from './menu-order.ts';
import { isUnsaved, judge, newRow, rebased, rowOf, typed, type Column, type Names, type Row } from './menu-sheet.ts';
import { standsQuery } from './queries.ts';

type Props = {
  festival: Festival;
  stand: Stand;
  columns: readonly Column[];
  names: Names;
  /** The VAT rates that may be chosen, in basis points; none where any may be. */
  rates: readonly number[];
  onSaved: () => void;
};

/** So many rows are saved in one request, and so many steps can be taken back. */
const mostAtOnce = 500;
const mostSteps = 100;

const Refusal = z.object({ rows: z.array(RefusedRow) });

interface Sheet {
  rows: Row[];
  past: Row[][];
  future: Row[][];
}

const stepBack = ({ rows, past, future }: Sheet): Sheet => {
  const before = past.at(-1);
  return before === undefined
    ? { rows, past, future }
    : { rows: before, past: past.slice(0, -1), future: [rows, ...future] };
};
const stepForward = ({ rows, past, future }: Sheet): Sheet => {
  const [next, ...rest] = future;
  return next === undefined ? { rows, past, future } : { rows: next, past: [...past, rows], future: rest };
};

/** Why a part of a sheet was not saved, with its rows and all that wait with it. */
class PartRefused extends Error {
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

/** One stand's sheet while somebody writes in it, until all of it is saved. */
export function useMenuSheet({ festival, stand, columns, names, rates, onSaved }: Props) {
  const t = useTranslations('office.menu');
  const locale = useLocale();
  const queryClient = useQueryClient();
  const keyFor = useDeedKey();
  const [{ rows, past, future }, setSheet] = useState<Sheet>(() => ({
    rows: stand.products.map((product) => rowOf(product, locale)),
    past: [],
    future: [],
  }));
  /** What the server has said: there is no step back behind it. */
  const settle = (next: (now: Row[]) => Row[]) => setSheet((now) => ({ rows: next(now.rows), past: [], future: [] }));
  /** What somebody did, which they can take back. */
  const edit = (next: (now: Row[]) => Row[]) =>
    setSheet((now) => ({ rows: next(now.rows), past: [...now.past, now.rows].slice(-mostSteps), future: [] }));
  const [asked, setAsked] = useState(false);
  const unsaved = useMemo(() => rows.filter(isUnsaved), [rows]);
  const offered = rates.join();
  const mayBeVat = useMemo(() => {
    const known = new Set(offered.split(',').map(Number));
    return (rate: number) => offered === '' || known.has(rate);
  }, [offered]);
  const judgeAll = () => unsaved.map((row) => ({ row, ...judge(row, locale, mayBeVat) }));
  // Two thousand pasted rows are judged when they are to be saved, not at every key.
  const wrong = useMemo(
    () => new Map(asked ? unsaved.map((row) => [row.key, judge(row, locale, mayBeVat).wrong]) : []),
    [asked, unsaved, locale, mayBeVat],
  );
  const { queryKey } = standsQuery(festival.id);

  const usual = formatDecimal(rates[0] ?? 2100, 2, locale);
  const addRows = (now: readonly Row[], count: number): Row[] => {
    const grown = [...now];
    const next = now.reduce((most, { cells }) => Math.max(most, Number(cells.order) || 0), -1) + 1;
    for (let added = 0; added < count; added += 1)
      grown.push(newRow(crypto.randomUUID(), grown.at(-1), { order: next + added, vat: usual }));
    return grown;
  };
  const words = { gone: t('gone'), changed: t('changed'), now: (value: string) => t('now', { value }) };
  const save = useMutation({
    mutationFn: async (judged: ReturnType<typeof judgeAll>) => {
      const params = { festivalId: festival.id, standId: stand.id };
      let products: Product[] = [];
      for (let done = 0; done < judged.length; done += mostAtOnce) {
        const part = judged.slice(done, done + mostAtOnce);
        const body = { rows: part.flatMap(({ deed }) => (deed === null ? [] : [deed])) };
        try {
          products = await api.stands.saveProducts({ params, body }, { idempotencyKey: keyFor(body) });
        } catch (error) {
          const rowsOf = (some: typeof judged) => some.map(({ row }) => row);
          throw new PartRefused(error, rowsOf(part), rowsOf(judged.slice(done)));
        }
      }
      return products;
    },
    onSuccess: (products) => {
      settle(() => products.map((product) => rowOf(product, locale)));
      setAsked(false);
      onSaved();
    },
    onError: async (thrown) => {
      if (!(thrown instanceof PartRefused)) return;
      const { error, part, waiting } = thrown;
      const refusal = error instanceof ApiError ? Refusal.safeParse(error.details) : null;
      const isFirst = waiting.length === unsaved.length;
      if (!refusal?.success && isFirst) return;
      const refused = new Set(refusal?.data?.rows.map(({ row }) => part[row]?.key));
      const fresh = await queryClient.fetchQuery({ ...standsQuery(festival.id), staleTime: 0 });
      const current = new Map(fresh.flatMap(({ products }) => products).map((product) => [product.id, product]));
      const lost = new Set(
        (refusal?.data?.rows ?? []).filter(({ reason }) => reason === 'section_gone').map(({ row }) => part[row]?.key),
      );
      const foreign = new Set(
        (refusal?.data?.rows ?? [])
          .filter(({ reason }) => reason === 'unknown_vat_rate')
          .map(({ row }) => part[row]?.key),
      );
      const again = (row: Row) => {
        if (foreign.has(row.key)) return { ...row, refused: { vat: validationText('unknown_vat_rate') ?? '' } };
        if (lost.has(row.key))
          return { ...row, cells: { ...row.cells, sectionId: '' }, refused: { sectionId: t('sectionGone') } };
        return refused.has(row.key) ? rebased(row, current.get(row.key), locale, words) : row;
      };
      if (isFirst) return settle((now) => now.map(again));
      // Parts that were saved are the server's; what still waits keeps what was typed.
      const mine = new Map(waiting.map((row) => [row.key, again(row)]));
      const saved = fresh.find(({ id }) => id === stand.id)?.products ?? [];
      settle(() => [
        ...saved.map((product) => mine.get(product.id) ?? rowOf(product, locale)),
        ...waiting.filter((row) => !saved.some(({ id }) => id === row.key)).map(again),
      ]);
    },
    onSettled: () => queryClient.invalidateQueries({ queryKey }),
  });
  /** Rows that were left here earlier, upon what is saved by now. */
  const takeUp = (left: readonly Row[]) =>
    edit((now) => {
      const kept = left.map((row) => {
        const current = stand.products.find(({ id }) => id === row.saved?.id);
        return current?.version === row.saved?.version ? row : rebased(row, current, locale, words);
      });
      const byKey = new Map(kept.map((row) => [row.key, row]));
      const known = now.map((row) => byKey.get(row.key) ?? row);
      return [...known, ...kept.filter(({ key }) => !now.some((row) => row.key === key))];
    });
  return {
    rows,
    takeUp,
    /** Writes an earlier state of a product into its row. */
    fill: (key: string, cells: Row['cells']) =>
      edit((now) => now.map((row) => (row.key === key ? { ...row, cells: { ...row.cells, ...cells } } : row))),
    unsaved: unsaved.length,
    save: { isPending: save.isPending, error: save.error instanceof PartRefused ? save.error.error : save.error },
    wrongOf: (row: Row) => {
      const faults = asked ? Object.entries(wrong.get(row.key) ?? {}) : [];
      return {
        ...row.refused,
        ...Object.fromEntries(faults.map(([column, fault]) => [column, validationText(fault)])),
      };
    },
    saveAll: () => {
      setAsked(true);
      const judged = judgeAll();
      if (judged.every((one) => one.deed !== null)) save.mutate(judged);
    },
    discard: () => {
      edit(() => stand.products.map((product) => rowOf(product, locale)));
      setAsked(false);
      save.reset();
    },
    undo: past.length === 0 ? null : () => setSheet(stepBack),
    redo: future.length === 0 ? null : () => setSheet(stepForward),
    /** Puts a row below a heading of the menu (`''` for none), so many rows from its top. */
    place: (key: string, sectionId: string, index: number) =>
      edit((now) => movedTo(now, { key, sectionId, index }, Object.keys(names.sectionId))),
    add: () => edit((now) => addRows(now, 1)),
    remove: (key: string, removed: boolean) =>
      edit((now) =>
        now.flatMap((row) => {
          if (row.key !== key) return [row];
          return row.saved === null ? [] : [{ ...row, removed }];
        }),
      ),
    write: (from: number, column: number, values: readonly (readonly string[])[]) =>
      edit((now) =>
        addRows(now, from + values.length - now.length).map((row, y) => {
          const line = values[y - from];
          if (line === undefined || row.removed) return row;
          const pasted = columns
            .slice(column, column + line.length)
            .map((one, x) => [one, typed(one, line[x] ?? '', names)]);
          const refused = Object.fromEntries(
            Object.entries(row.refused).filter(([one]) => !pasted.some(([p]) => p === one)),
          );
          return { ...row, cells: { ...row.cells, ...Object.fromEntries(pasted) }, refused };
        }),
      ),
  };
}
