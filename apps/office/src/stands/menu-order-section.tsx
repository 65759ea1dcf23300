import type { Festival } from '@festivals/domain/festival/contract';
import type { MenuSection } from '@festivals/domain/stands/contract';
import { Card } from '@festivals/ui/card';
import { IconButton } from '@festivals/ui/icon-button';
import { Pencil } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import { useTranslations } from 'use-intl';
import { RowTools } from '../festival/settings/row-tools.tsx';
import type { Group } from './menu-order.ts';
import { MenuOrderRow } from './menu-order-row.tsx';
import type { Row } from './menu-sheet.ts';
import { useMenuNames } from './use-menu-names.ts';
import type { RowDrag } from './use-row-drag.ts';
import type { Sections } from './use-sections.ts';

type Props = {
  festival: Festival;
  group: Group;
  /** The heading; undefined for what stands below none. */
  section: MenuSection | undefined;
  /** How many headings the menu has, and which of them this is. */
  headings: { at: number; count: number };
  sections: Sections;
  drag: RowDrag;
  onEdit: (section: MenuSection) => void;
  onKeyDown: (event: KeyboardEvent, row: Row) => void;
  /** What describes how rows are moved. */
  hintId: string;
};

/** One heading of the menu with what stands below it. */
export function MenuOrderSection(props: Props) {
  const { festival, group, section, headings, sections, drag, onEdit, onKeyDown, hintId } = props;
  const t = useTranslations('office.menu');
  const { nameOf, titleOf } = useMenuNames(festival);
  const { dragged, over, handle } = drag;
  const target = over?.sectionId === group.sectionId ? over.index : null;
  return (
    <Card className="overflow-hidden">
      <header className="flex min-h-11 items-center gap-2 border-b border-line py-1 ps-4 pe-2">
        <h2 className="min-w-0 flex-1 truncate text-ui font-semibold text-ink">
          {nameOf(section)}
          {section === undefined && <span className="ms-2 font-normal text-ink-faint">{t('section.noneHint')}</span>}
        </h2>
        {section !== undefined && (
          <>
            <IconButton label={t('section.rename', { name: nameOf(section) })} onClick={() => onEdit(section)}>
              <Pencil aria-hidden="true" />
            </IconButton>
            <RowTools
              label={nameOf(section)}
              {...headings}
              move={sections.move}
              remove={() => sections.remove(section)}
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
            isTarget={target === index}
            handle={handle(row.key)}
            onKeyDown={(event) => onKeyDown(event, row)}
          />
        ))}
        {target !== null && target >= group.rows.length && group.rows.length > 0 && (
          <li aria-hidden="true" className="h-0.5 bg-accent" />
        )}
        {group.rows.length === 0 && (
          <li
            data-over={target !== null || undefined}
            className="px-4 py-3 text-ui text-ink-faint data-over:bg-accent-soft"
          >
            {t('section.empty')}
          </li>
        )}
      </ol>
    </Card>
  );
}
