import { Button } from '@festivals/ui/button';
import { Card, CardBody, CardHeader } from '@festivals/ui/card';
import { classNames } from '@festivals/ui/class-names';
import { ProgressRing } from '@festivals/ui/progress-ring';
import { Skeleton } from '@festivals/ui/skeleton';
import { Advice, Blocker, type Festival } from '@festivals/domain/festival/contract';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { ArrowRight, CircleCheck, CircleDashed } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Failure } from '../shell/failure.tsx';
import { readinessQuery } from './queries.ts';
import { advicePlaces, blockerPlaces } from './readiness-places.ts';
import { useMoveFestival } from './use-move-festival.ts';

/** From a draft to a festival on sale: what is done, what is missing, and where to do it. */
export function Readiness({ festival, mayPublish }: { festival: Festival; mayPublish: boolean }) {
  const t = useTranslations('office.readiness');
  const readiness = useQuery(readinessQuery(festival.id));
  const publish = useMoveFestival(festival);
  if (readiness.isError) return <Failure error={readiness.error} retry={() => void readiness.refetch()} />;
  const blockers = readiness.data?.blockers;
  const steps = Blocker.options;
  const done = blockers === undefined ? 0 : steps.length - blockers.length;
  return (
    <Card>
      <CardHeader
        className="flex-nowrap"
        title={blockers?.length === 0 ? t('ready') : t('title')}
        description={blockers?.length === 0 ? t('readyLead') : t('lead')}
        actions={
          <ProgressRing
            share={done / steps.length}
            label={t('progress')}
            tone={blockers?.length === 0 ? 'success' : 'accent'}
          >
            {`${done}/${steps.length}`}
          </ProgressRing>
        }
      />
      <CardBody className="space-y-4">
        <ul className="divide-y divide-line rounded-lg border border-line">
          {steps.map((step) => {
            const missing = blockers?.includes(step) ?? true;
            return (
              <li key={step} className="flex items-center gap-3 px-3.5 py-2.5">
                {blockers === undefined ? (
                  <Skeleton className="size-5 rounded-full" />
                ) : missing ? (
                  <CircleDashed aria-hidden="true" className="size-5 shrink-0 text-ink-faint" />
                ) : (
                  <CircleCheck aria-hidden="true" className="size-5 shrink-0 text-success" />
                )}
                <div className="min-w-0 flex-1">
                  <p className={classNames('text-ui font-medium', missing ? 'text-ink' : 'text-ink-soft')}>
                    {t(`${step}.title`)} <span className="sr-only">{missing ? t('missing') : t('done')}</span>
                  </p>
                  {missing && <p className="text-xs text-pretty text-ink-soft">{t(`${step}.detail`)}</p>}
                </div>
                {missing && blockers !== undefined && (
                  <Button asChild size="sm">
                    <Link to={blockerPlaces[step]} params={{ slug: festival.slug }} aria-label={t(`${step}.action`)}>
                      <span className="max-sm:sr-only">{t(`${step}.action`)}</span>
                      <ArrowRight aria-hidden="true" />
                    </Link>
                  </Button>
                )}
              </li>
            );
          })}
        </ul>
        <div>
          <h3 className="text-xs font-medium text-ink-soft">{t('advice')}</h3>
          <ul className="mt-2 grid gap-x-4 gap-y-0.5 sm:grid-cols-2">
            {Advice.options.map((advice) => {
              const missing = readiness.data?.advice.includes(advice) ?? true;
              return (
                <li key={advice}>
                  <Link
                    to={advicePlaces[advice]}
                    params={{ slug: festival.slug }}
                    className="-mx-1.5 flex items-center gap-2 rounded-md px-1.5 py-1 text-ui text-ink-soft hover:bg-hover hover:text-ink pointer-coarse:py-2.5"
                  >
                    {readiness.data === undefined ? (
                      <Skeleton className="size-4 rounded-full" />
                    ) : missing ? (
                      <CircleDashed aria-hidden="true" className="size-4 shrink-0 text-ink-faint" />
                    ) : (
                      <CircleCheck aria-hidden="true" className="size-4 shrink-0 text-success" />
                    )}
                    {t(`${advice}.title`)}
                    <span className="sr-only">{missing ? t('missing') : t('done')}</span>
                  </Link>
                </li>
              );
            })}
          </ul>
        </div>
        {mayPublish && (
          <div className="flex flex-wrap items-center gap-3">
            <Button
              tone="accent"
              disabled={blockers === undefined || blockers.length > 0}
              busy={publish.isPending}
              onClick={() => publish.mutate('PUBLISHED')}
            >
              {t('publish')}
            </Button>
            <p className="text-xs text-pretty text-ink-faint">
              {blockers === undefined
                ? ''
                : blockers.length > 0
                  ? t('blocked', { count: blockers.length })
                  : t('publishHint')}
            </p>
          </div>
        )}
      </CardBody>
    </Card>
  );
}
