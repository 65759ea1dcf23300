import { nextStatuses } from '@festivals/domain/festival/rules';
import type { FestivalStatus } from '@festivals/domain/festival/contract';
import { Button } from '@festivals/ui/button';
import { Card, CardBody, CardHeader } from '@festivals/ui/card';
import { classNames } from '@festivals/ui/class-names';
import { Dialog, DialogClose, DialogContent } from '@festivals/ui/dialog';
import { Notice } from '@festivals/ui/notice';
import { Skeleton } from '@festivals/ui/skeleton';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Check } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Failure } from '../../shell/failure.tsx';
import { readinessQuery, useFestival } from '../queries.ts';
import { blockerPlaces } from '../readiness-places.ts';
import { StatusBadge } from '../status-badge.tsx';
import { useMoveFestival } from '../use-move-festival.ts';

const life = ['DRAFT', 'PUBLISHED', 'ONGOING', 'COMPLETED'] as const;

/** Where the festival stands in its life, where it may go from there, and what is in the way of each step. */
export function LifeSection() {
  const t = useTranslations('office.life');
  const overview = useTranslations('office.overview');
  const ready = useTranslations('office.readiness');
  const status = useTranslations('office.festivalStatus');
  const shell = useTranslations('office.shell');
  const { festival, may } = useFestival();
  const readiness = useQuery(readinessQuery(festival.id));
  const move = useMoveFestival(festival);
  const [asked, setAsked] = useState<FestivalStatus | null>(null);
  const passed = life.findIndex((one) => one === festival.status);
  const steps = readiness.data?.status === festival.status ? readiness.data.steps : undefined;
  return (
    <div className="space-y-4">
      <Card>
        <CardHeader title={t('title')} description={t('lead')} actions={<StatusBadge status={festival.status} />} />
        <CardBody>
          <ol className="flex flex-wrap gap-x-2 gap-y-3">
            {life.map((one, at) => (
              <li
                key={one}
                aria-current={one === festival.status ? 'step' : undefined}
                className={classNames(
                  'flex items-center gap-2 text-ui',
                  one === festival.status ? 'font-medium text-ink' : 'text-ink-faint',
                )}
              >
                {at > 0 && <span aria-hidden="true" className="h-px w-6 bg-line" />}
                <span
                  aria-hidden="true"
                  className={classNames(
                    'grid size-5 place-items-center rounded-full text-2xs font-semibold',
                    at < passed
                      ? 'bg-success-soft text-success-text'
                      : at === passed
                        ? 'bg-accent text-on-accent'
                        : 'border border-edge',
                  )}
                >
                  {at < passed ? <Check className="size-3" /> : at + 1}
                </span>
                {status(one)}
              </li>
            ))}
          </ol>
        </CardBody>
      </Card>
      {readiness.isError && <Failure error={readiness.error} retry={() => void readiness.refetch()} />}
      {!readiness.isError &&
        nextStatuses(festival.status).map((to) => {
          const step = steps?.find((one) => one.to === to);
          const blocked = (step?.blockers.length ?? 0) > 0;
          return (
            <Card key={to}>
              <CardHeader title={overview(`move.${to}`)} description={overview(`moveDetail.${to}`)} />
              <CardBody className="space-y-3">
                {step === undefined && <Skeleton className="h-5 w-48" />}
                {blocked && (
                  <div className="space-y-1.5">
                    <p className="text-ui font-medium text-ink">{t('blocked')}</p>
                    <ul className="space-y-1 text-ui text-ink-soft">
                      {step?.blockers.map((blocker) => (
                        <li key={blocker} className="flex flex-wrap items-baseline gap-x-2">
                          <span>{ready(`${blocker}.detail`)}</span>
                          <Link
                            to={blockerPlaces[blocker]}
                            params={{ slug: festival.slug }}
                            className="font-medium text-accent-text underline-offset-4 hover:underline"
                          >
                            {ready(`${blocker}.action`)}
                          </Link>
                        </li>
                      ))}
                    </ul>
                  </div>
                )}
                {step?.cautions.map((caution) => (
                  <Notice key={caution} tone="warning">
                    {t(`caution.${caution}`)}
                  </Notice>
                ))}
                {may.has('festival.publish') && (
                  <Button
                    tone={to === 'CANCELLED' ? 'danger' : 'accent'}
                    disabled={step === undefined || blocked}
                    onClick={() => setAsked(to)}
                  >
                    {overview(`move.${to}`)}
                  </Button>
                )}
              </CardBody>
            </Card>
          );
        })}
      {nextStatuses(festival.status).length === 0 && <p className="text-ui text-ink-soft">{t('ended')}</p>}
      <Dialog open={asked !== null} onOpenChange={(open) => !open && setAsked(null)}>
        {asked !== null && (
          <DialogContent
            size="sm"
            title={overview(`move.${asked}`)}
            description={overview(`moveDetail.${asked}`)}
            closeLabel={shell('close')}
            footer={
              <>
                <DialogClose asChild>
                  <Button>{overview('notNow')}</Button>
                </DialogClose>
                <Button
                  tone={asked === 'CANCELLED' ? 'danger' : 'accent'}
                  busy={move.isPending}
                  onClick={() => move.mutate(asked, { onSettled: () => setAsked(null) })}
                >
                  {overview(`move.${asked}`)}
                </Button>
              </>
            }
          />
        )}
      </Dialog>
    </div>
  );
}
