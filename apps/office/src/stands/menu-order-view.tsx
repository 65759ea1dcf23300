import type { Festival } from '@festivals/domain/festival/contract';
import type { MenuSection, Stand } from '@festivals/domain/stands/contract';
import { Button } from '@festivals/ui/button';
import { Plus } from 'lucide-react';
import { useEffect, useEffectEvent, useId, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslations } from 'use-intl';
import { groupsOf, stepOf, type Group } from './menu-order.ts';
import { MenuOrderSection } from './menu-order-section.tsx';
import type { Row } from './menu-sheet.ts';
import { SectionDialog } from './section-dialog.tsx';
import { useMenuNames } from './use-menu-names.ts';
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

/** The menu as visitors read it: headings, and products that are dragged below them or moved by the arrows. */
export function MenuOrderView(props: Props) {
  const { festival, stand, rows, onPlace } = props;
  const t = useTranslations('office.menu');
  const hintId = useId();
  const [edited, setEdited] = useState<MenuSection | 'new' | null>(null);
  const sections = useSections(festival, stand);
  const groups = groupsOf(
    rows,
    stand.sections.map(({ id }) => id),
  );
  const drag = useRowDrag(onPlace);
  const { told, onKeyDown } = useRowKeys(props, groups);
  useStepKeys(props, edited === null);
  const section = edited === 'new' ? null : edited;
  return (
    <section aria-label={t('view.order')} className="space-y-3">
      <p id={hintId} className="sr-only">
        {t('section.moveHint')}
      </p>
      <p role="status" className="sr-only">
        {told}
      </p>
      {groups.map((group, place) => {
        const section = stand.sections.find(({ id }) => id === group.sectionId);
        if (section === undefined && group.rows.length === 0 && stand.sections.length > 0 && drag.dragged === null)
          return null;
        return (
          <MenuOrderSection
            key={group.sectionId}
            festival={festival}
            group={group}
            section={section}
            headings={{ at: place - 1, count: stand.sections.length }}
            sections={sections}
            drag={drag}
            onEdit={setEdited}
            onKeyDown={onKeyDown}
            hintId={hintId}
          />
        );
      })}
      <Button onClick={() => setEdited('new')}>
        <Plus aria-hidden="true" />
        {t('section.add')}
      </Button>
      {edited !== null && (
        <SectionDialog
          festival={festival}
          section={section}
          busy={sections.isPending}
          error={sections.error}
          onSave={(name) => sections.keep(section, name, () => setEdited(null))}
          onClose={() => {
            sections.reset();
            setEdited(null);
          }}
        />
      )}
    </section>
  );
}

/** The arrows move a row, and say where it came to. */
function useRowKeys({ festival, stand, rows, onPlace }: Props, groups: readonly Group[]) {
  const t = useTranslations('office.menu');
  const { nameOf, titleOf } = useMenuNames(festival);
  const [told, tell] = useState('');
  const refocus = useRef('');
  // A row that came below another heading is another element: the focus goes along.
  useEffect(() => {
    if (refocus.current === '') return;
    document.getElementById(refocus.current)?.focus();
    refocus.current = '';
  }, [rows]);
  const onKeyDown = (event: KeyboardEvent, row: Row) => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    const target = stepOf(groups, row.key, event.key === 'ArrowDown');
    if (target === null) return;
    refocus.current = `move-${row.key}`;
    onPlace(target.key, target.sectionId, target.index);
    const section = nameOf(stand.sections.find(({ id }) => id === target.sectionId));
    tell(t('section.moved', { name: titleOf(row), section, place: target.index + 1 }));
  };
  return { told, onKeyDown };
}

/** Undo and redo by key wherever the focus is: where it stands says nothing of what somebody wants to take back. */
function useStepKeys({ onUndo, onRedo }: Props, listens: boolean): void {
  const press = useEffectEvent((event: globalThis.KeyboardEvent) => {
    const key = event.key.toLowerCase();
    if (!(event.ctrlKey || event.metaKey) || (key !== 'z' && key !== 'y') || !listens) return;
    event.preventDefault();
    (key === 'y' || event.shiftKey ? onRedo : onUndo)?.();
  });
  useEffect(() => {
    const listen = (event: globalThis.KeyboardEvent) => press(event);
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
}
