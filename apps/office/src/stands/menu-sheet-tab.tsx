import type { Festival } from '@festivals/domain/festival/contract';
import type { Stand } from '@festivals/domain/stands/contract';
import { Button } from '@festivals/ui/button';
import { Card } from '@festivals/ui/card';
import { EmptyState } from '@festivals/ui/empty-state';
import { IconButton } from '@festivals/ui/icon-button';
import { Redo2, Undo2, Utensils } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { MenuGrid } from './menu-grid.tsx';
import type { Column, Names } from './menu-sheet.ts';
import { ProductPast } from './product-past.tsx';
import { ProductPicture } from './product-picture.tsx';
import type { MenuSheet } from './use-menu-sheet.ts';

type Props = {
  festival: Festival;
  stand: Stand;
  sheet: MenuSheet;
  columns: readonly Column[];
  names: Names;
  /** The way to the first product. */
  add: ReactNode;
};

/** The menu as a sheet to write in; with each product, its past and its picture. */
export function MenuSheetTab({ festival, stand, sheet, columns, names, add }: Props) {
  const t = useTranslations('office.menu');
  const aside = (key: string, name: string) => {
    const product = stand.products.find(({ id }) => id === key);
    const row = sheet.rows.find((one) => one.key === key);
    if (product === undefined || row === undefined) return null;
    return (
      <>
        <ProductPast
          festival={festival}
          productId={key}
          name={name}
          cells={row.cells}
          onFill={(cells) => sheet.fill(key, cells)}
        />
        <ProductPicture festival={festival} product={product} name={name} />
      </>
    );
  };
  return (
    <Card className="overflow-hidden">
      {sheet.rows.length === 0 ? (
        <EmptyState icon={<Utensils aria-hidden="true" />} title={t('empty')} action={add}>
          {t('emptyDetail')}
        </EmptyState>
      ) : (
        <MenuGrid
          label={t('grid', { name: stand.name })}
          columns={columns}
          rows={sheet.rows}
          names={names}
          wrongOf={sheet.wrongOf}
          onCells={sheet.write}
          onRemove={sheet.remove}
          aside={aside}
          onUndo={sheet.undo}
          onRedo={sheet.redo}
        />
      )}
    </Card>
  );
}

/** How much waits to be saved, and what can be done with it; always in sight. */
export function SaveBar({ sheet, children }: { sheet: MenuSheet; children: ReactNode }) {
  const t = useTranslations('office.menu');
  const { unsaved, undo, redo } = sheet;
  return (
    <div className="sticky bottom-3 z-20 flex flex-wrap items-center gap-2 rounded-xl border border-line bg-raised px-3 py-2 shadow-float">
      <span role="status" className="w-full text-ui text-ink-soft sm:order-1 sm:w-auto sm:flex-1 sm:text-right">
        {t('unsaved', { count: unsaved })}
      </span>
      {children}
      <IconButton label={t('undo')} disabled={undo === null} onClick={() => undo?.()}>
        <Undo2 aria-hidden="true" />
      </IconButton>
      <IconButton label={t('redo')} disabled={redo === null} onClick={() => redo?.()}>
        <Redo2 aria-hidden="true" />
      </IconButton>
      <Button className="max-sm:ml-auto sm:order-2" onClick={sheet.discard} disabled={unsaved === 0}>
        {t('discard')}
      </Button>
      <Button
        className="sm:order-3"
        tone="accent"
        onClick={sheet.saveAll}
        disabled={unsaved === 0}
        busy={sheet.save.isPending}
      >
        {t('save')}
      </Button>
    </div>
  );
}
