import { Button } from '@festivals/ui/button';
import { Card } from '@festivals/ui/card';
import { Checkbox } from '@festivals/ui/checkbox';
import { EmptyState } from '@festivals/ui/empty-state';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { BookOpenText } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { useFestival } from '../festival/queries.ts';
import { ExportMenu } from '../list/export-menu.tsx';
import { Loaded } from '../list/loaded.tsx';
import { PagedList } from '../list/paged-list.tsx';
import { AttentionLink } from '../payments/attention-link.tsx';
import { Page } from '../shell/page.tsx';
import { AccountSums } from './account-sums.tsx';
import { CorrectionDialog } from './correction-dialog.tsx';
import { Journal } from './journal.tsx';
import { journalQuery, ledgerSumsQuery } from './queries.ts';

const route = getRouteApi('/office/f/$slug/ledger');

/** What every account comes to, and the journal beneath it. */
export function LedgerScreen() {
  const t = useTranslations('office.ledger');
  const { festival, may } = useFestival();
  const { unusual = false, correct = false } = route.useSearch();
  const navigate = route.useNavigate();
  const sums = useQuery(ledgerSumsQuery(festival.id));
  const journal = useInfiniteQuery(journalQuery(festival.id, unusual));
  const showCorrection = (open: boolean) =>
    void navigate({ search: (now) => ({ ...now, correct: open || undefined }), replace: true });
  const actions = (
    <>
      <ExportMenu festival={festival} list="ledger" asked={{ only: unusual ? 'unusual' : undefined }} />
      {may.has('ledger.correct') && <Button onClick={() => showCorrection(true)}>{t('correct')}</Button>}
    </>
  );
  const empty = { icon: <BookOpenText aria-hidden="true" />, title: t('empty'), detail: t('emptyDetail') };
  return (
    <Page title={t('title')} festival={festival.name} lead={t('lead')} actions={actions}>
      {may.has('payments.read') && <AttentionLink festival={festival} />}
      <Loaded query={sums}>
        {(rows) => (
          <Card className="overflow-hidden">
            {rows.length === 0 ? (
              <EmptyState icon={empty.icon} title={empty.title}>
                {empty.detail}
              </EmptyState>
            ) : (
              <AccountSums festival={festival} sums={rows} />
            )}
          </Card>
        )}
      </Loaded>
      <div className="mt-8 mb-3 flex flex-wrap items-center justify-between gap-3">
        <h2 className="text-base font-semibold text-ink">{t('journal')}</h2>
        <label className="flex items-center gap-2 text-ui text-ink-soft">
          <Checkbox
            checked={unusual}
            onCheckedChange={(on) =>
              void navigate({ search: (now) => ({ ...now, unusual: on === true || undefined }), replace: true })
            }
          />
          {t('unusual')}
        </label>
      </div>
      <PagedList query={journal} empty={empty}>
        {(entries) => <Journal festival={festival} entries={entries} />}
      </PagedList>
      {correct && may.has('ledger.correct') && (
        <CorrectionDialog festival={festival} onClose={() => showCorrection(false)} />
      )}
    </Page>
  );
}
