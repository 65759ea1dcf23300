import { ApiError } from '@festivals/contract';
import type { Festival } from '@festivals/domain/festival/contract';
import { RefusedRow, type Stand } from '@festivals/domain/stands/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { z } from 'zod';
import { api } from '../api.ts';
import { useDeedKey } from '../form/use-deed-key.ts';
import { validationText } from '../i18n/validation.ts';
import { isUnsaved, judge, newRow, rebased, rowOf, typed, type Column, type Names, type Row } from './menu-sheet.ts';
import { standsQuery } from './queries.ts';

type Props = { festival: Festival; stand: Stand; columns: readonly Column[]; names: Names; onSaved: () => void };

const Refusal = z.object({ rows: z.array(RefusedRow) });

/** One stand's sheet while somebody writes in it, until all of it is saved. */
export function useMenuSheet({ festival, stand, columns, names, onSaved }: Props) {
  const t = useTranslations('office.menu');
  const locale = useLocale();
  const queryClient = useQueryClient();
  const keyFor = useDeedKey();
  const [rows, setRows] = useState<Row[]>(() => stand.products.map((product) => rowOf(product, locale)));
  const [asked, setAsked] = useState(false);
  const unsaved = rows.filter(isUnsaved);
  const judged = unsaved.map((row) => ({ row, ...judge(row, locale) }));
  const wrong = new Map(judged.map((one) => [one.row.key, one.wrong]));
  const { queryKey } = standsQuery(festival.id);

  const addRows = (now: readonly Row[], count: number): Row[] => {
    const grown = [...now];
    for (let added = 0; added < count; added += 1) {
      const order = Math.max(-1, ...grown.map(({ cells }) => Number(cells.order) || 0)) + 1;
      grown.push(newRow(crypto.randomUUID(), grown.at(-1), order));
    }
    return grown;
  };
  const save = useMutation({
    mutationFn: () => {
      const body = { rows: judged.flatMap(({ deed }) => (deed === null ? [] : [deed])) };
      return api.stands.saveProducts(
        { params: { festivalId: festival.id, standId: stand.id }, body },
        { idempotencyKey: keyFor(body) },
      );
    },
    onSuccess: (products) => {
      setRows(products.map((product) => rowOf(product, locale)));
      setAsked(false);
      onSaved();
    },
    onError: async (error) => {
      const refusal = error instanceof ApiError ? Refusal.safeParse(error.details) : null;
      if (!refusal?.success) return;
      const refused = new Set(refusal.data.rows.map(({ row }) => judged[row]?.row.key));
      const fresh = await queryClient.fetchQuery({ ...standsQuery(festival.id), staleTime: 0 });
      const current = new Map(fresh.flatMap(({ products }) => products).map((product) => [product.id, product]));
      const words = { gone: t('gone'), changed: t('changed'), now: (value: string) => t('now', { value }) };
      setRows((now) =>
        now.map((row) => (refused.has(row.key) ? rebased(row, current.get(row.key), locale, words) : row)),
      );
    },
    onSettled: () => queryClient.invalidateQueries({ queryKey }),
  });
  return {
    rows,
    unsaved: unsaved.length,
    save,
    wrongOf: (row: Row) => {
      const faults = asked ? Object.entries(wrong.get(row.key) ?? {}) : [];
      return {
        ...row.refused,
        ...Object.fromEntries(faults.map(([column, fault]) => [column, validationText(fault)])),
      };
    },
    saveAll: () => {
      setAsked(true);
      if (judged.every((one) => one.deed !== null)) save.mutate();
    },
    discard: () => {
      setRows(stand.products.map((product) => rowOf(product, locale)));
      setAsked(false);
      save.reset();
    },
    add: () => setRows((now) => addRows(now, 1)),
    remove: (key: string, removed: boolean) =>
      setRows((now) =>
        now.flatMap((row) => {
          if (row.key !== key) return [row];
          return row.saved === null ? [] : [{ ...row, removed }];
        }),
      ),
    write: (from: number, column: number, values: readonly (readonly string[])[]) =>
      setRows((now) =>
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
