import { Badge, type BadgeTone } from '@festivals/ui/badge';
import { Card, CardHeader } from '@festivals/ui/card';
import type { Festival } from '@festivals/domain/festival/contract';
import type { ImportStatus } from '@festivals/domain/programme/import/contract';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useFormatter, useTranslations } from 'use-intl';
import { importsQuery } from './queries.ts';

export const statusTones: Record<ImportStatus, BadgeTone> = {
  READING: 'info',
  READY: 'accent',
  UNREADABLE: 'danger',
  APPLYING: 'info',
  APPLIED: 'success',
  UNDONE: 'neutral',
};

/** What was handed in before: where to come back to. */
export function RecentImports({ festival }: { festival: Festival }) {
  const t = useTranslations('office.importing');
  const format = useFormatter();
  const { data = [] } = useQuery(importsQuery(festival.id));
  if (data.length === 0) return null;
  return (
    <Card className="overflow-hidden">
      <CardHeader title={t('recent')} />
      <ul className="divide-y divide-line border-t border-line">
        {data.map((one) => (
          <li key={one.id}>
            <Link
              to="/f/$slug/programme/import"
              params={{ slug: festival.slug }}
              search={{ id: one.id }}
              className="flex flex-wrap items-center gap-x-3 gap-y-1 px-5 py-2.5 text-ui outline-offset-[-2px] hover:bg-hover/50"
            >
              <span className="min-w-0 truncate font-medium text-ink">{one.name}</span>
              <Badge tone={statusTones[one.status]}>{t(`status.${one.status}`)}</Badge>
              {one.counts && (
                <span className="tabular text-ink-faint max-sm:w-full">
                  {t('summary', {
                    new: one.counts.new,
                    changed: one.counts.changed,
                    same: one.counts.same,
                    refused: one.counts.refused,
                  })}
                </span>
              )}
              <time dateTime={one.createdAt} className="tabular text-xs text-ink-faint sm:ml-auto">
                {format.dateTime(new Date(one.createdAt), 'moment')}
              </time>
            </Link>
          </li>
        ))}
      </ul>
    </Card>
  );
}
