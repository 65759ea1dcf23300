import { useEffect, useMemo, useRef, useState } from 'react';
import { z } from 'zod';
import { useMe } from '../identity/me.ts';
import { dropDraft, keepDraft, readDraft, type DraftName } from '../record/draft-store.ts';
import { isUnsaved, type Row } from './menu-sheet.ts';

const Cells = z.record(z.string(), z.string());
const KeptRow = z.object({
  key: z.string(),
  saved: z.object({ id: z.string(), version: z.int(), cells: Cells }).nullable(),
  cells: Cells,
  removed: z.boolean(),
});
const Kept = z.object({ rows: z.array(KeptRow) });

const pauseMs = 300;

/** Keeps the rows of a sheet that wait to be saved on this machine, and offers those that were left here earlier. */
export function useKeptRows({
  festivalId,
  standId,
  rows,
}: {
  festivalId: string;
  standId: string;
  rows: readonly Row[];
}) {
  const { id: personId } = useMe();
  const name = useMemo<DraftName>(
    () => ({ personId, festivalId, kind: 'menu', id: standId }),
    [personId, festivalId, standId],
  );
  const [draft, setDraft] = useState(() => readDraft(localStorage, name, Date.now()));
  const waits = draft !== null;
  const begun = useRef(false);
  useEffect(() => {
    const unsaved = rows.filter(isUnsaved).map(({ key, saved, cells, removed }) => ({ key, saved, cells, removed }));
    // What was left here is not dropped because the sheet opens as it was saved.
    if (unsaved.length === 0 && (waits || !begun.current)) return;
    begun.current = true;
    const timer = setTimeout(() => {
      if (unsaved.length === 0) dropDraft(localStorage, name);
      else keepDraft(localStorage, name, { at: Date.now(), version: null, base: {}, values: { rows: unsaved } });
    }, pauseMs);
    return () => clearTimeout(timer);
  }, [rows, name, waits]);
  return {
    draft,
    /** Takes the rows that were left here: now they are the sheet's. */
    take: (): Row[] => {
      const kept = Kept.safeParse(draft?.values).data?.rows ?? [];
      setDraft(null);
      begun.current = true;
      return kept.map((row) => ({ ...row, refused: {} }));
    },
    discard: () => {
      setDraft(null);
      dropDraft(localStorage, name);
    },
  };
}
