import type { Festival } from '@festivals/domain/festival/contract';
import { chart, LedgerAccount, shownBalance } from '@festivals/domain/ledger/chart';
import type { AccountSum } from '@festivals/domain/ledger/contract';
import { Money } from '@festivals/ui/money';
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from '@festivals/ui/table';
import { Scale } from 'lucide-react';
import { useFormatter, useLocale, useTranslations } from 'use-intl';
import { useSubjectName } from './use-subject-name.ts';

interface Props {
  festival: Festival;
  sums: readonly AccountSum[];
}

/** The trial balance: each account with what it is made of, and the proof that both sides are equal. */
export function AccountSums({ festival, sums }: Props) {
  const t = useTranslations('office.ledger');
  const currencies = [...new Set(sums.map(({ currency }) => currency))];
  return currencies.map((currency) => {
    const ofCurrency = sums.filter((sum) => sum.currency === currency);
    return (
      <Table key={currency} caption={`${t('sums')} ${currency}`}>
        <TableHead>
          <tr>
            <TableHeader className="max-sm:hidden">{t('number')}</TableHeader>
            <TableHeader>{t('account')}</TableHeader>
            <TableHeader numeric className="max-md:hidden">
              {t('debit')}
            </TableHeader>
            <TableHeader numeric className="max-md:hidden">
              {t('credit')}
            </TableHeader>
            <TableHeader numeric>{t('balance')}</TableHeader>
          </tr>
        </TableHead>
        <TableBody>
          {LedgerAccount.options.map((account) => (
            <AccountRows
              key={account}
              account={account}
              festival={festival}
              sums={ofCurrency.filter((sum) => sum.account === account)}
            />
          ))}
        </TableBody>
        <TotalRow sums={ofCurrency} currency={currency} />
      </Table>
    );
  });
}

const added = (sums: readonly AccountSum[], side: 'debit' | 'credit') =>
  sums.reduce((total, sum) => total + sum[side], 0);

function AccountRows({ account, festival, sums }: Props & { account: LedgerAccount }) {
  const t = useTranslations('office.ledger');
  const format = useFormatter();
  const subjectName = useSubjectName(festival);
  const [first] = sums;
  if (!first) return null;
  // One part that tells nothing more than its account is not said twice.
  const parts = sums.length === 1 && first.subject === '' && first.rate === 0 ? [] : sums;
  return (
    <>
      <SumRow
        sums={sums}
        account={account}
        number={chart[account].number}
        name={<span className="font-medium text-ink">{t(`accounts.${account}`)}</span>}
      />
      {parts.map((part) => (
        <SumRow
          key={`${part.subject} ${part.rate}`}
          sums={[part]}
          account={account}
          number=""
          name={
            <span className="flex flex-wrap gap-x-2 pl-4 text-ink-soft">
              {subjectName(account, part.subject)}
              {part.rate > 0 && (
                <span className="text-ink-faint">
                  {t('rate')} {format.number(part.rate / 10_000, { style: 'percent', maximumFractionDigits: 2 })}
                </span>
              )}
            </span>
          }
        />
      ))}
    </>
  );
}

interface SumRowProps {
  sums: readonly AccountSum[];
  account: LedgerAccount;
  number: string;
  name: React.ReactNode;
}

function SumRow({ sums, account, number, name }: SumRowProps) {
  const locale = useLocale();
  const [{ currency } = { currency: 'EUR' as const }] = sums;
  const [debit, credit] = [added(sums, 'debit'), added(sums, 'credit')];
  return (
    <TableRow className={number === '' ? 'text-xs' : ''}>
      <TableCell className="tabular text-ink-faint max-sm:hidden">{number}</TableCell>
      <TableCell>{name}</TableCell>
      <TableCell numeric className="max-md:hidden">
        <Money cents={debit} currency={currency} locale={locale} />
      </TableCell>
      <TableCell numeric className="max-md:hidden">
        <Money cents={credit} currency={currency} locale={locale} />
      </TableCell>
      <TableCell numeric className={number === '' ? 'text-ink-soft' : 'font-medium text-ink'}>
        <Money cents={shownBalance(account, debit, credit)} currency={currency} locale={locale} />
      </TableCell>
    </TableRow>
  );
}

function TotalRow({ sums, currency }: { sums: readonly AccountSum[]; currency: string }) {
  const t = useTranslations('office.ledger');
  const locale = useLocale();
  const [debit, credit] = [added(sums, 'debit'), added(sums, 'credit')];
  return (
    <tfoot className="border-t border-line bg-sunken/60 font-medium text-ink">
      <tr>
        <TableCell className="max-sm:hidden" />
        <TableCell>
          {t('total')}
          {debit === credit && (
            <span className="flex items-center gap-1.5 text-xs font-normal text-success-text">
              <Scale aria-hidden="true" className="size-3.5 shrink-0" />
              {t('balanced')}
            </span>
          )}
        </TableCell>
        <TableCell numeric className="max-md:hidden">
          <Money cents={debit} currency={currency} locale={locale} />
        </TableCell>
        <TableCell numeric className="max-md:hidden">
          <Money cents={credit} currency={currency} locale={locale} />
        </TableCell>
        <TableCell numeric>
          <Money cents={debit - credit} currency={currency} locale={locale} />
        </TableCell>
      </tr>
    </tfoot>
  );
}
