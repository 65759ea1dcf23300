import type { Festival } from '@festivals/domain/festival/contract';
import { NewProduct } from '@festivals/domain/stands/contract';
import { Dialog, DialogContent, DialogTrigger } from '@festivals/ui/dialog';
import { IconButton } from '@festivals/ui/icon-button';
import { History } from 'lucide-react';
import { useLocale, useTranslations } from 'use-intl';
import { RecordHistory } from '../record/record-history.tsx';
import { type Cells, cellsOf } from './menu-sheet.ts';

type Props = {
  festival: Festival;
  productId: string;
  name: string;
  cells: Cells;
  /** Writes cells of an earlier state into the row, to be looked at and saved. */
  onFill: (cells: Cells) => void;
};

/** What a product was and cost, and who changed it; each state can be put into its row again. */
export function ProductPast({ festival, productId, name, cells, onFill }: Props) {
  const t = useTranslations('office.menu');
  const shell = useTranslations('office.shell');
  const locale = useLocale();
  const title = t('pastOf', { name });
  return (
    <Dialog>
      <DialogTrigger asChild>
        <IconButton label={title} size="sm">
          <History aria-hidden="true" />
        </IconButton>
      </DialogTrigger>
      <DialogContent title={title} closeLabel={shell('close')}>
        <RecordHistory
          open
          festival={festival}
          recordId={productId}
          kept={{ now: cells, fill: (values) => onFill(texts(values)) }}
          valuesOf={(state) => {
            const product = NewProduct.safeParse(state).data;
            if (product === undefined) return {};
            // A name that it had not yet is taken away again.
            const unnamed = Object.keys(cells).filter((column) => column.startsWith('name.'));
            return { ...Object.fromEntries(unnamed.map((column) => [column, ''])), ...cellsOf(product, locale) };
          }}
        />
      </DialogContent>
    </Dialog>
  );
}

const texts = (values: Readonly<Record<string, unknown>>): Cells =>
  Object.fromEntries(Object.entries(values).map(([column, value]) => [column, typeof value === 'string' ? value : '']));
