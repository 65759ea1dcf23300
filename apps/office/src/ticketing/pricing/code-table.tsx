import type { Festival } from '@festivals/domain/festival/contract';
import type { PromoCode } from '@festivals/domain/ticketing/pricing/code-schemas';
import { Badge, type BadgeTone } from '@festivals/ui/badge';
import { Money } from '@festivals/ui/money';
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '@festivals/ui/table';
import { Link } from '@tanstack/react-router';
import { useFormatter, useLocale, useTranslations } from 'use-intl';
import { SortHeader } from '../../list/sort-header.tsx';
import { VirtualRows } from '../../list/virtual-rows.tsx';
import { stateOf, useEffectWords } from './code-words.ts';

type Sorting = { sort: string; descending: boolean; onSort: (by: string, descending: boolean) => void };
type Props = { festival: Festival; codes: readonly PromoCode[]; sorting: Sorting };

const tones: Record<ReturnType<typeof stateOf>, BadgeTone> = {
  open: 'success',
  early: 'info',
  spent: 'warning',
  over: 'neutral',
  disabled: 'danger',
};

/** Promo codes as a table that can be sorted. */
export function CodeTable({ festival, codes, sorting }: Props) {
  const t = useTranslations('office.codes');
  return (
    <Table caption={t('title')}>
      <TableHead>
        <tr>
          <SortHeader by="code" {...sorting}>
            {t('code')}
          </SortHeader>
          <TableHeader>{t('effect')}</TableHeader>
          <TableHeader numeric>{t('used')}</TableHeader>
          <TableHeader numeric className="max-md:hidden">
            {t('spent')}
          </TableHeader>
          <TableHeader className="max-sm:hidden">{t('stateLabel')}</TableHeader>
          <SortHeader by="created" first="descending" numeric className="max-lg:hidden" {...sorting}>
            {t('made')}
          </SortHeader>
        </tr>
      </TableHead>
      <TableBody>
        <VirtualRows items={codes} rowHeight={57}>
          {(code) => <CodeRow key={code.id} festival={festival} code={code} />}
        </VirtualRows>
      </TableBody>
    </Table>
  );
}

function CodeRow({ festival, code }: { festival: Festival; code: PromoCode }) {
  const t = useTranslations('office.codes');
  const format = useFormatter();
  const locale = useLocale();
  const words = useEffectWords(festival.currency);
  const its = stateOf(code, new Date());
  return (
    <TableRow className="relative">
      <TableCell className="max-w-44 sm:max-w-64">
        <Link
          to="/f/$slug/codes"
          params={{ slug: festival.slug }}
          search={(now) => ({ ...now, edit: code.id })}
          className="block truncate rounded-sm font-medium text-ink underline-offset-4 after:absolute after:inset-0 hover:underline"
        >
          <code>{code.code}</code>
        </Link>
        <span className="block truncate text-xs text-ink-faint">{code.note}</span>
      </TableCell>
      <TableCell>{words(code)}</TableCell>
      <TableCell numeric>
        {code.uses === null ? code.used : t('usedOf', { used: code.used, uses: code.uses })}
        {code.held > 0 && <span className="block text-xs text-ink-faint">{t('held', { count: code.held })}</span>}
      </TableCell>
      <TableCell numeric className="max-md:hidden">
        <Money cents={code.spent} currency={festival.currency} locale={locale} />
      </TableCell>
      <TableCell className="max-sm:hidden">
        <Badge tone={tones[its]}>{t(`state.${its}`)}</Badge>
      </TableCell>
      <TableCell numeric className="whitespace-nowrap text-ink-soft max-lg:hidden">
        {format.dateTime(new Date(code.createdAt), 'moment', { timeZone: festival.zone })}
      </TableCell>
    </TableRow>
  );
}
