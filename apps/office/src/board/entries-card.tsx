import { Card, CardBody, CardHeader } from '@festivals/ui/card';
import { ProgressRing } from '@festivals/ui/progress-ring';
import { Skeleton } from '@festivals/ui/skeleton';
import { Suspense } from 'react';
import { useFormatter, useTranslations } from 'use-intl';
import { Bars } from './lazy-bars.ts';
import type { Board } from './queries.ts';
import { Moving } from './sales-row.tsx';

const height = 96;

/** How many are in, of how many who may come, and how the last day's hours went. */
export function EntriesCard({ entries, zone }: { entries: Board['entries']; zone: string }) {
  const t = useTranslations('office.board');
  const format = useFormatter();
  const { admitted, expected, today, lastHour, hours } = entries;
  const share = expected === 0 ? 0 : Math.min(1, admitted / expected);
  return (
    <Card className="min-w-0">
      <CardHeader title={t('entries')} description={admitted === 0 ? t('entriesNone') : t('entriesLead')} />
      <CardBody className="space-y-4">
        <div className="flex items-center gap-4">
          <ProgressRing share={share} label={t('occupancy')}>
            {format.number(share, { style: 'percent', maximumFractionDigits: 0 })}
          </ProgressRing>
          <dl className="grid flex-1 grid-cols-3 gap-3">
            {(
              [
                ['admitted', admitted, t('inside', { expected })],
                ['today', today, t('today')],
                ['lastHour', lastHour, t('inLastHour')],
              ] as const
            ).map(([name, value, label]) => (
              <div key={name} className="flex min-w-0 flex-col-reverse">
                <dt className="text-xs text-pretty text-ink-faint">{label}</dt>
                <dd className="tabular text-lg font-semibold text-ink">
                  <Moving value={format.number(value)} name={`entries-${name}`} />
                </dd>
              </div>
            ))}
          </dl>
        </div>
        {hours.some((hour) => hour.admitted > 0) && (
          <Suspense fallback={<Skeleton className="h-24 w-full" />}>
            <Bars
              height={height}
              axis={false}
              write={(value) => format.number(value)}
              bars={hours.map((hour) => {
                const label = format.dateTime(new Date(hour.at), 'clock', { timeZone: zone });
                return { label, value: hour.admitted, detail: t('entriesBar', { when: label, count: hour.admitted }) };
              })}
            />
          </Suspense>
        )}
      </CardBody>
    </Card>
  );
}
