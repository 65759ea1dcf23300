import type { Festival } from '@festivals/domain/festival/contract';
import type { MenuSection, Stand } from '@festivals/domain/stands/contract';
import { localised } from '@festivals/messages';
import { Button } from '@festivals/ui/button';
import { Card } from '@festivals/ui/card';
import { IconButton } from '@festivals/ui/icon-button';
import { useToast } from '@festivals/ui/toast';
import { Pencil, Plus } from 'lucide-react';
import { useEffect, useEffectEvent, useId, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslations } from 'use-intl';
import { RowTools } from '../festival/settings/row-tools.tsx';
import { useLanguage } from '../i18n/language.ts';
import { groupsOf, stepOf, type Group } from './menu-order.ts';
import { MenuOrderRow } from './menu-order-row.tsx';
import type { Row } from './menu-sheet.ts';
import { SectionDialog } from './section-dialog.tsx';
import { useRowDrag } from './use-row-drag.ts';
import { useSections } from './use-sections.ts';

type Props = {
  festival: Festival;
  stand: Stand;
  rows: readonly Row[];
  onPlace: (key: string, sectionId: string, index: number) => void;
  onUndo: (() => void) | null;
  onRedo: (() => void) | null;
};

const swapped = <T,>(all: readonly T[], from: number, to: number): T[] => {
  const next = [...all];
  next.splice(to, 0, ...next.splice(from, 1));
  return next;
};

/** The menu as visitors read it: headings, and products that are dragged below them or moved by the arrows. */
export function MenuOrderView({ festival, stand, rows, onPlace, onUndo, onRedo }: Props) {
  const t = useTranslations('office.menu');
  const language = useLanguage();
  const say = useToast();
  const hintId = useId();
  const [edited, setEdited] = useState<MenuSection | 'new' | null>(null);
  const [told, setTold] = useState('');
  const refocus = useRef('');
  const save = useSections(festival, stand);
  const groups = groupsOf(
    rows,
    stand.sections.map(({ id }) => id),
  );
  const { dragged, over, handle } = useRowDrag(onPlace);
  // A row that came below another heading is another element: the focus goes along.
  useEffect(() => {
    if (refocus.current === '') return;
    document.getElementById(refocus.current)?.focus();
    refocus.current = '';
  }, [rows]);
  // Where the focus stands says nothing of what somebody wants to take back.
  const stepKey = useEffectEvent((event: globalThis.KeyboardEvent) => {
    const key = event.key.toLowerCase();
    if (!(event.ctrlKey || event.metaKey) || (key !== 'z' && key !== 'y') || edited !== null) return;
    event.preventDefault();
    (key === 'y' || event.shiftKey ? onRedo : onUndo)?.();
  });
  useEffect(() => {
    const listen = (event: globalThis.KeyboardEvent) => stepKey(event);
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
  const nameOf = (section: MenuSection | undefined) =>
    section === undefined ? t('section.none') : localised(section.name, language, festival.languages);
  const titleOf = (row: Row) =>
    row.cells[`name.${language}`] ||
    festival.languages.map((one) => row.cells[`name.${one}`]).find(Boolean) ||
    t('newRow');
  const sectionAt = ({ sectionId }: Group) => stand.sections.find(({ id }) => id === sectionId);
  const onKeyDown = (event: KeyboardEvent, row: Row) => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    const target = stepOf(groups, row.key, event.key === 'ArrowDown');
    if (target === null) return;
    refocus.current = `move-${row.key}`;
    onPlace(target.key, target.sectionId, target.index);
    const section = nameOf(stand.sections.find(({ id }) => id === target.sectionId));
    setTold(t('section.moved', { name: titleOf(row), section, place: target.index + 1 }));
  };
  const remove = (section: MenuSection) => {
    const at = stand.sections.findIndex(({ id }) => id === section.id);
    save.mutate((now) => now.filter(({ id }) => id !== section.id), {
      onSuccess: () =>
        say({
          title: t('section.removed', { name: nameOf(section) }),
          action: {
            label: t('undo'),
            run: () => save.mutate((now) => [...now.slice(0, at), section, ...now.slice(at)]),
          },
        }),
    });
  };
  const keep = (name: MenuSection['name']) =>
    save.mutate(
      (now) =>
        edited === 'new' || edited === null
          ? [...now, { id: crypto.randomUUID(), name }]
          : now.map((one) => (one.id === edited.id ? { ...one, name } : one)),
      { onSuccess: () => setEdited(null) },
    );
  return (
    <section aria-label={t('view.order')} className="space-y-3">
      <p id={hintId} className="sr-only">
        {t('section.moveHint')}
      </p>
      <p role="status" className="sr-only">
        {told}
      </p>
      {groups.map((group, place) => {
        const section = sectionAt(group);
        if (section === undefined && group.rows.length === 0 && stand.sections.length > 0 && dragged === null)
          return null;
        return (
          <Card key={group.sectionId} className="overflow-hidden">
            <header className="flex min-h-11 items-center gap-2 border-b border-line py-1 ps-4 pe-2">
              <h2 className="min-w-0 flex-1 truncate text-ui font-semibold text-ink">
                {nameOf(section)}
                {section === undefined && (
                  <span className="ms-2 font-normal text-ink-faint">{t('section.noneHint')}</span>
                )}
              </h2>
              {section !== undefined && (
                <>
                  <IconButton label={t('section.rename', { name: nameOf(section) })} onClick={() => setEdited(section)}>
                    <Pencil aria-hidden="true" />
                  </IconButton>
                  <RowTools
                    label={nameOf(section)}
                    at={place - 1}
                    count={stand.sections.length}
                    move={(from, to) => save.mutate((now) => swapped(now, from, to))}
                    remove={() => remove(section)}
                  />
                </>
              )}
            </header>
            <ol data-drop-section={group.sectionId} className="min-h-11 divide-y divide-line">
              {group.rows.map((row, index) => (
                <MenuOrderRow
                  key={row.key}
                  festival={festival}
                  row={row}
                  title={titleOf(row)}
                  hintId={hintId}
                  isDragged={dragged === row.key}
                  isTarget={over?.sectionId === group.sectionId && over.index === index}
                  handle={handle(row.key)}
                  onKeyDown={(event) => onKeyDown(event, row)}
                />
              ))}
              {over?.sectionId === group.sectionId && over.index >= group.rows.length && group.rows.length > 0 && (
                <li aria-hidden="true" className="h-0.5 bg-accent" />
              )}
              {group.rows.length === 0 && (
                <li
                  data-over={over?.sectionId === group.sectionId || undefined}
                  className="px-4 py-3 text-ui text-ink-faint data-over:bg-accent-soft"
                >
                  {t('section.empty')}
                </li>
              )}
            </ol>
          </Card>
        );
      })}
      <Button onClick={() => setEdited('new')}>
        <Plus aria-hidden="true" />
        {t('section.add')}
      </Button>
      {edited !== null && (
        <SectionDialog
          festival={festival}
          section={edited === 'new' ? null : edited}
          busy={save.isPending}
          error={save.error}
          onSave={keep}
          onClose={() => {
            save.reset();
            setEdited(null);
          }}
        />
      )}
    </section>
  );
}
