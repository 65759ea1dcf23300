import { useEffect, useState, type PointerEvent } from 'react';

interface Over {
  sectionId: string;
  /** How many rows are above, the dragged one counted. */
  index: number;
}

const overAt = (x: number, y: number): Over | null => {
  // A heading counts as the top of its list.
  const list = [...document.querySelectorAll('[data-drop-section]')].find((one) => {
    const { top, bottom, left, right } = (one.parentElement ?? one).getBoundingClientRect();
    return y >= top && y <= bottom && x >= left && x <= right;
  });
  if (!(list instanceof HTMLElement)) return null;
  const rows = [...list.querySelectorAll('[data-drop-row]')];
  const below = rows.findIndex((row) => {
    const { top, height } = row.getBoundingClientRect();
    return y < top + height / 2;
  });
  return { sectionId: list.dataset['dropSection'] ?? '', index: below === -1 ? rows.length : below };
};

/** Rows dragged by their handle, by mouse, pen or finger; Escape lets go. */
export function useRowDrag(onPlace: (key: string, sectionId: string, index: number) => void) {
  const [dragged, setDragged] = useState<string | null>(null);
  const [over, setOver] = useState<Over | null>(null);
  const end = () => {
    setDragged(null);
    setOver(null);
  };
  useEffect(() => {
    if (dragged === null) return;
    const onKeyDown = ({ key }: KeyboardEvent) => key === 'Escape' && end();
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [dragged]);
  const handle = (key: string) => ({
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      if (event.button !== 0) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      setDragged(key);
    },
    onPointerMove: ({ clientX, clientY }: PointerEvent) => dragged === key && setOver(overAt(clientX, clientY)),
    onPointerUp: () => {
      if (dragged === key && over !== null) {
        const list = document.querySelector(`[data-drop-section="${over.sectionId}"]`);
        const at = [...(list?.querySelectorAll('[data-drop-row]') ?? [])].findIndex(
          (row) => row instanceof HTMLElement && row.dataset['dropRow'] === key,
        );
        // The index counts the row itself, which leaves its place first.
        onPlace(key, over.sectionId, at !== -1 && at < over.index ? over.index - 1 : over.index);
      }
      end();
    },
    onPointerCancel: end,
  });
  return { dragged, over, handle };
}

export type RowDrag = ReturnType<typeof useRowDrag>;
export type RowHandle = ReturnType<RowDrag['handle']>;
