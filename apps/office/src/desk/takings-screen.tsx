import { addDays } from '@festivals/domain/calendar';
import { type Taking, TakenWhere } from '@festivals/domain/ticketing/desk-contract';
import { Card } from '@festivals/ui/card';
import { EmptyState } from '@festivals/ui/empty-state';
import { IconButton } from '@festivals/ui/icon-button';
import { Input } from '@festivals/ui/input';
import { formatMoney } from '@festivals/ui/format-money';
import { Money } from '@festivals/ui/money';
import { Stat } from '@festivals/ui/stat';
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '@festivals/ui/table';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { ChevronLeft, ChevronRight, Coins } from 'lucide-react';
import { useLocale, useTranslations } from 'use-intl';
import { useFestival } from '../festival/queries.ts';
import { ExportMenu } from '../list/export-menu.tsx';
import { Loaded } from '../list/loaded.tsx';
import { Page } from '../shell/page.tsx';
import { takingsQuery } from './queries.ts';

const route = getRouteApi('/office/f/$slug/desk/takings');

/** What was taken and paid out by hand on a day: what each has to count, and what lies elsewhere. */
export function TakingsScreen() {
  const t = useTranslations('office.desk');
  const { festival, may } = useFestival();
  const { day } = route.useSearch();
  const navigate = route.useNavigate();
  const takings = useQuery(takingsQuery(festival.id, day));
  const shown = day ?? takings.data?.day;
  const show = (wanted: string) =>
    void navigate({ search: { day: wanted === '' ? undefined : wanted }, replace: true });
  return (
    <Page
      title={t('takings')}
      festival={festival.name}
      lead={may.has('ledger.read') ? t('takingsLead') : t('takingsOwn')}
      actions={shown !== undefined && <ExportMenu festival={festival} list="takings" asked={{ only: shown }} />}
      narrow
    >
      {shown !== undefined && (
        <div className="mb-4 flex items-center gap-1">
          <IconButton label={t('dayBefore')} tone="plain" onClick={() => show(addDays(shown, -1))}>
            <ChevronLeft aria-hidden="true" />
          </IconButton>
          <Input
            type="date"
            aria-label={t('day')}
            className="tabular w-40"
            value={shown}
            onChange={({ target }) => show(target.value)}
          />
          <IconButton label={t('dayAfter')} tone="plain" onClick={() => show(addDays(shown, 1))}>
            <ChevronRight aria-hidden="true" />
          </IconButton>
        </div>
      )}
      <Loaded query={takings}>
        {({ takings: rows }) =>
          rows.length === 0 ? (
            <Card>
              <EmptyState icon={<Coins aria-hidden="true" />} title={t('noTakings')}>
                {t('noTakingsDetail')}
              </EmptyState>
            </Card>
          ) : (
            <div className="space-y-4">
              <Places takings={rows} />
              <ByClerk takings={rows} />
            </div>
          )
        }
      </Loaded>
    </Page>
  );
}

const left = ({ taken, paidOut }: Pick<Taking, 'taken' | 'paidOut'>): number => taken - paidOut;

/** What there must be in each place, of everyone together. */
function Places({ takings }: { takings: readonly Taking[] }) {
  const t = useTranslations('office.desk');
  const locale = useLocale();
  return (
    <Card>
      <dl className="flex flex-wrap gap-x-10 gap-y-4 px-5 py-4">
        {TakenWhere.options.flatMap((where) =>
          [
            ...Map.groupBy(
              takings.filter((one) => one.where === where),
              ({ currency }) => currency,
            ),
          ].map(([currency, ofPlace]) => (
            <Stat
              key={`${where} ${currency}`}
              label={t(`where.${where}`)}
              value={formatMoney(
                ofPlace.reduce((sum, one) => sum + left(one), 0),
                currency,
                locale,
              )}
            />
          )),
        )}
      </dl>
    </Card>
  );
}

function ByClerk({ takings }: { takings: readonly Taking[] }) {
  const t = useTranslations('office.desk');
  const locale = useLocale();
  return (
    <Card className="overflow-hidden">
      <Table caption={t('takings')}>
        <TableHead>
          <tr>
            <TableHeader>{t('clerk')}</TableHeader>
            <TableHeader>{t('means')}</TableHeader>
            <TableHeader numeric className="max-sm:hidden">
              {t('times')}
            </TableHeader>
            <TableHeader numeric className="max-sm:hidden">
              {t('taken')}
            </TableHeader>
            <TableHeader numeric className="max-sm:hidden">
              {t('paidOut')}
            </TableHeader>
            <TableHeader numeric>{t('left')}</TableHeader>
          </tr>
        </TableHead>
        <TableBody>
          {takings.map((one) => (
            <TableRow key={`${one.personId} ${one.where} ${one.currency}`}>
              <TableCell className="font-medium">{one.name ?? '–'}</TableCell>
              <TableCell className="text-ink-soft">{t(`where.${one.where}`)}</TableCell>
              <TableCell numeric className="max-sm:hidden">
                {one.times}
              </TableCell>
              <TableCell numeric className="max-sm:hidden">
                <Money cents={one.taken} currency={one.currency} locale={locale} />
              </TableCell>
              <TableCell numeric className="max-sm:hidden">
                <Money cents={one.paidOut} currency={one.currency} locale={locale} />
              </TableCell>
              <TableCell numeric className="font-medium text-ink">
                <Money cents={left(one)} currency={one.currency} locale={locale} />
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </Card>
  );
}
