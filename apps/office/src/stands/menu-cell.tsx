import { classNames } from '@festivals/ui/class-names';
import { useEffect, useRef, type KeyboardEvent, type RefCallback } from 'react';
import { useTranslations } from 'use-intl';
import { choicesOf, type Column, type Names } from './menu-sheet.ts';

const numeric = new Set<Column>(['price', 'vat', 'deposit', 'order']);

/** What a cell shows: choices by their names, everything else as it was typed. */
export const shownIn = (column: Column, value: string, names: Names): string =>
  column === 'category' || column === 'diets' || column === 'allergens' || column === 'sectionId'
    ? value
        .split(' ')
        .map((code) => names[column][code] ?? code)
        .join(', ')
    : value;

type Props = {
  id: string;
  column: Column;
  label: string;
  value: string;
  names: Names;
  wrong: string | undefined;
  changed: boolean;
  active: boolean;
  /** Whether it is one of a chosen block. */
  chosen: boolean;
  /** The text that the editor opens with; null while the cell is only looked at. */
  editing: string | null;
  cellRef: RefCallback<HTMLTableCellElement>;
  onFocus: () => void;
  /** Pointed at; with Shift the block grows up to here. */
  onPoint: (isExtended: boolean) => void;
  onOpen: () => void;
  /** The editor closes: with a text to keep, or without; then the focus moves. */
  onClose: (value: string | null, move: readonly [row: number, column: number]) => void;
};

/** One cell of the sheet, looked at or written in. */
export function MenuCell(props: Props) {
  const { id, column, label, value, names, wrong, changed, active, chosen, editing, cellRef } = props;
  const { onFocus, onPoint, onOpen, onClose } = props;
  const t = useTranslations('office.menu');
  return (
    <td
      ref={cellRef}
      tabIndex={active ? 0 : -1}
      aria-invalid={wrong ? true : undefined}
      aria-describedby={wrong ? `${id}-wrong` : undefined}
      lang={column.startsWith('name.') ? column.slice(5) : undefined}
      aria-selected={chosen || undefined}
      onFocus={onFocus}
      onMouseDown={({ shiftKey }) => onPoint(shiftKey)}
      onClick={({ shiftKey }) => active && !shiftKey && editing === null && onOpen()}
      onDoubleClick={onOpen}
      className={classNames(
        'relative h-9 max-w-56 cursor-cell first:sticky first:left-0 first:z-10 max-sm:first:max-w-36 border-r border-line px-2 align-middle text-ui text-ink outline-none last:border-r-0 focus:z-10 focus:shadow-[inset_0_0_0_2px_var(--color-accent)] pointer-coarse:h-11',
        numeric.has(column) && 'tabular text-right',
        wrong
          ? 'min-w-28 bg-danger-soft'
          : chosen
            ? 'bg-accent-soft shadow-[inset_0_0_0_1px_var(--color-accent)]'
            : changed
              ? 'bg-accent-soft'
              : 'bg-surface',
      )}
    >
      {editing === null ? (
        <span className="block truncate">{shownIn(column, value, names)}</span>
      ) : column === 'category' ? (
        <ChoiceEditor
          label={label}
          value={value}
          none={value === '' ? t('choose') : null}
          choices={choicesOf('category').map((code) => [code, names.category[code] ?? code])}
          onClose={onClose}
        />
      ) : column === 'sectionId' ? (
        <ChoiceEditor
          label={label}
          value={value}
          none={t('section.none')}
          choices={Object.entries(names.sectionId)}
          onClose={onClose}
        />
      ) : column === 'vat' && Object.keys(names.vat).length > 0 ? (
        <ChoiceEditor
          label={label}
          value={editing}
          none={null}
          choices={Object.entries(editing in names.vat ? names.vat : { [editing]: editing, ...names.vat })}
          onClose={onClose}
        />
      ) : (
        <TextEditor label={label} initial={editing} numeric={numeric.has(column)} onClose={onClose} />
      )}
      {wrong && (
        <span id={`${id}-wrong`} className="block text-2xs whitespace-normal text-danger-text">
          {wrong}
        </span>
      )}
    </td>
  );
}

const editorStyle =
  'absolute inset-0 w-full bg-raised px-2 text-ui text-ink outline-2 -outline-offset-2 outline-accent';

/** Closes once: an editor that goes away also loses the focus, which would close it again. */
function useOnce(onClose: Props['onClose']): Props['onClose'] {
  const closed = useRef(false);
  return (value, move) => {
    if (closed.current) return;
    closed.current = true;
    onClose(value, move);
  };
}

function TextEditor({
  label,
  initial,
  numeric: isNumber,
  onClose,
}: {
  label: string;
  initial: string;
  numeric: boolean;
  onClose: Props['onClose'];
}) {
  const input = useRef<HTMLInputElement>(null);
  const close = useOnce(onClose);
  useEffect(() => input.current?.focus(), []);
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    // Keys of the sheet, and of an input method that is still composing, are not the grid's.
    event.stopPropagation();
    if (event.nativeEvent.isComposing) return;
    const { value } = event.currentTarget;
    if (event.key === 'Escape') close(null, [0, 0]);
    else if (event.key === 'Enter') close(value, [event.shiftKey ? -1 : 1, 0]);
    else if (event.key === 'Tab') close(value, [0, event.shiftKey ? -1 : 1]);
    else return;
    event.preventDefault();
  };
  return (
    <input
      ref={input}
      aria-label={label}
      defaultValue={initial}
      inputMode={isNumber ? 'decimal' : 'text'}
      autoComplete="off"
      onKeyDown={onKeyDown}
      onPaste={(event) => event.stopPropagation()}
      onBlur={({ target }) => close(target.value, [Number.NaN, Number.NaN])}
      className={classNames(editorStyle, isNumber && 'tabular text-right', 'pointer-coarse:text-base')}
    />
  );
}

function ChoiceEditor({
  label,
  value,
  none,
  choices,
  onClose,
}: {
  label: string;
  value: string;
  /** What choosing nothing is called; null where something must be chosen. */
  none: string | null;
  choices: readonly (readonly [code: string, name: string])[];
  onClose: Props['onClose'];
}) {
  const select = useRef<HTMLSelectElement>(null);
  const close = useOnce(onClose);
  useEffect(() => select.current?.focus(), []);
  return (
    <select
      ref={select}
      aria-label={label}
      defaultValue={value}
      onKeyDown={(event) => {
        event.stopPropagation();
        const move = { Escape: [0, 0], Enter: [1, 0], Tab: [0, event.shiftKey ? -1 : 1] } as const;
        if (!(event.key in move)) return;
        event.preventDefault();
        close(event.key === 'Escape' ? null : event.currentTarget.value, move[event.key as keyof typeof move]);
      }}
      onBlur={({ target }) => close(target.value, [Number.NaN, Number.NaN])}
      className={editorStyle}
    >
      {none !== null && <option value="">{none}</option>}
      {choices.map(([code, name]) => (
        <option key={code} value={code}>
          {name}
        </option>
      ))}
    </select>
  );
}
