import type { Festival } from '@festivals/domain/festival/contract';
import type { Stand } from '@festivals/domain/stands/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useLocale, useTranslations } from 'use-intl';
import { formatDecimal } from '../form/decimal.ts';
import { useDeedKey } from '../form/use-deed-key.ts';
import { validationText } from '../i18n/validation.ts';
import { movedTo } from './menu-order.ts';
import { isUnsaved, judge, rebased, rowOf, type Column, type Names, type Row } from './menu-sheet.ts';
import { standsQuery } from './queries.ts';
import { PartRefused, reasonsOf, saveMenu } from './save-menu.ts';
import { edited, grown, settled, stepBack, stepForward, withBlock, withRemoved, withRows } from './sheet-edits.ts';
import type { Sheet } from './sheet-edits.ts';

type Props = {
  festival: Festival;
  stand: Stand;
  columns: readonly Column[];
  names: Names;
  /** The VAT rates that may be chosen, in basis points; none where any may be. */
  rates: readonly number[];
  onSaved: () => void;
};

export type MenuSheet = ReturnType<typeof useMenuSheet>;

/** One stand's sheet while somebody writes in it, until all of it is saved. */
export function useMenuSheet({ festival, stand, columns, names, rates, onSaved }: Props) {
  const locale = useLocale();
  const saved = () => stand.products.map((product) => rowOf(product, locale));
  const [{ rows, past, future }, setSheet] = useState<Sheet>(() => ({ rows: saved(), past: [], future: [] }));
  const edit = (next: (now: Row[]) => Row[]) => setSheet((now) => edited(now, next));
  const { unsaved, judgeAll, faultsOf, ask } = useJudged(rows, rates);
  const onCurrent = useOnCurrent();
  const save = useSaving({
    festival,
    stand,
    unsaved: unsaved.length,
    settle: (next) => setSheet((now) => settled(now, next)),
    onSaved: () => {
      ask(false);
      onSaved();
    },
  });
  const usual = formatDecimal(rates[0] ?? 2100, 2, locale);
  return {
    rows,
    /** Rows that were left here earlier, upon what is saved by now. */
    takeUp: (left: readonly Row[]) =>
      edit((now) => {
        const kept = left.map((row) => {
          const current = stand.products.find(({ id }) => id === row.saved?.id);
          return current?.version === row.saved?.version ? row : onCurrent(row, current);
        });
        return withRows(now, kept);
      }),
    /** Writes an earlier state of a product into its row. */
    fill: (key: string, cells: Row['cells']) =>
      edit((now) => now.map((row) => (row.key === key ? { ...row, cells: { ...row.cells, ...cells } } : row))),
    unsaved: unsaved.length,
    save: { isPending: save.isPending, error: save.error instanceof PartRefused ? save.error.error : save.error },
    wrongOf: (row: Row) => ({ ...row.refused, ...faultsOf(row) }),
    saveAll: () => {
      ask(true);
      const judged = judgeAll();
      if (judged.every((one) => one.deed !== null)) save.mutate(judged);
    },
    discard: () => {
      edit(saved);
      ask(false);
      save.reset();
    },
    undo: past.length === 0 ? null : () => setSheet(stepBack),
    redo: future.length === 0 ? null : () => setSheet(stepForward),
    /** Puts a row below a heading of the menu (`''` for none), so many rows from its top. */
    place: (key: string, sectionId: string, index: number) =>
      edit((now) => movedTo(now, { key, sectionId, index }, Object.keys(names.sectionId))),
    add: () => edit((now) => grown(now, 1, usual)),
    remove: (key: string, removed: boolean) => edit((now) => withRemoved(now, key, removed)),
    write: (from: number, column: number, values: readonly (readonly string[])[]) =>
      edit((now) => {
        const all = grown(now, from + values.length - now.length, usual);
        return withBlock(all, from, columns.slice(column), values, names);
      }),
  };
}

/** What waits to be saved, and, once somebody asked for it, what is wrong with it. */
function useJudged(rows: readonly Row[], rates: readonly number[]) {
  const locale = useLocale();
  const [asked, ask] = useState(false);
  const unsaved = useMemo(() => rows.filter(isUnsaved), [rows]);
  const offered = rates.join();
  const judged = useMemo(() => {
    const known = new Set(offered.split(',').map(Number));
    const mayBeVat = (rate: number) => offered === '' || known.has(rate);
    return (row: Row) => judge(row, locale, mayBeVat);
  }, [offered, locale]);
  // Two thousand pasted rows are judged when they are to be saved, not at every key.
  const wrong = useMemo(
    () => new Map(asked ? unsaved.map((row) => [row.key, judged(row).wrong]) : []),
    [asked, unsaved, judged],
  );
  return {
    unsaved,
    ask,
    judgeAll: () => unsaved.map((row) => ({ row, ...judged(row) })),
    faultsOf: ({ key }: Row): Row['refused'] => {
      const faults = asked ? Object.entries(wrong.get(key) ?? {}) : [];
      return Object.fromEntries(faults.map(([column, fault]) => [column, validationText(fault)]));
    },
  };
}

/** Puts what was typed in a row upon what somebody else saved of it meanwhile. */
function useOnCurrent() {
  const t = useTranslations('office.menu');
  const locale = useLocale();
  const words = { gone: t('gone'), changed: t('changed'), now: (value: string) => t('now', { value }) };
  return (row: Row, current: Stand['products'][number] | undefined) => rebased(row, current, locale, words);
}

type Saving = Pick<Props, 'festival' | 'stand' | 'onSaved'> & {
  /** How many rows wait to be saved. */
  unsaved: number;
  /** Takes over what the server has said. */
  settle: (next: (now: Row[]) => Row[]) => void;
};

/** Saves all that waits; what is refused is put upon what the server has by now, and says so. */
function useSaving({ festival, stand, unsaved, settle, onSaved }: Saving) {
  const t = useTranslations('office.menu');
  const locale = useLocale();
  const queryClient = useQueryClient();
  const keyFor = useDeedKey();
  const onCurrent = useOnCurrent();
  const query = standsQuery(festival.id);
  const params = { festivalId: festival.id, standId: stand.id };

  const lookAgain = async (thrown: PartRefused) => {
    const { waiting } = thrown;
    const reasons = reasonsOf(thrown);
    const isFirst = waiting.length === unsaved;
    if (reasons === null && isFirst) return;
    const fresh = await queryClient.fetchQuery({ ...query, staleTime: 0 });
    const current = new Map(fresh.flatMap(({ products }) => products).map((product) => [product.id, product]));
    const again = (row: Row): Row => {
      const reason = reasons?.get(row.key);
      if (reason === 'unknown_vat_rate') return { ...row, refused: { vat: validationText('unknown_vat_rate') ?? '' } };
      if (reason === 'section_gone')
        return { ...row, cells: { ...row.cells, sectionId: '' }, refused: { sectionId: t('sectionGone') } };
      return reason === undefined ? row : onCurrent(row, current.get(row.key));
    };
    if (isFirst) return settle((now) => now.map(again));
    // Parts that were saved are the server's; what still waits keeps what was typed.
    const saved = fresh.find(({ id }) => id === stand.id)?.products ?? [];
    settle(() =>
      withRows(
        saved.map((product) => rowOf(product, locale)),
        waiting.map(again),
      ),
    );
  };
  return useMutation({
    mutationFn: (judged: Parameters<typeof saveMenu>[1]) => saveMenu(params, judged, keyFor),
    onSuccess: (products) => {
      settle(() => products.map((product) => rowOf(product, locale)));
      onSaved();
    },
    onError: (thrown) => (thrown instanceof PartRefused ? lookAgain(thrown) : undefined),
    onSettled: () => queryClient.invalidateQueries(query),
  });
}
